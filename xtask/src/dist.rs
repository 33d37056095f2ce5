//! What ships: a folder for any web server, and the whole app in one file.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use crate::shell::{self, Place};
use crate::sizes::{self, Sizes};
use crate::wasm::{self, App, Build};
use crate::{split, style, workspace};

/// The app in one file.
pub const SINGLE_FILE: &str = "qiangxian.html";

/// How the files begin that are loaded only when a spreadsheet is asked for.
pub const SHEETS: &str = "qiangxian-sheets";

/// How the file begins that is loaded only when a paper is asked for.
pub const PAPERS: &str = "qiangxian-part-papers";

/// How the files begin that are loaded after the page answers.
pub const PART: &str = "qiangxian-part";

/// Defines `sheets`, which loads the module for spreadsheets. It calls `bring`, which the
/// lines before it define.
const SHEETS_JS: &str = include_str!("sheets.js");

/// Defines `inline`, which returns the bytes of a module that is embedded in the page.
const INLINE_JS: &str = include_str!("inline.js");

/// How a site loads a part. The first attempt has low priority, so that it yields to what
/// is needed at once. A retry bypasses the HTTP cache, which may hold the failed response.
const FETCH_JS: &str = "const source = (file, again) =>
  fetch(new URL(file, import.meta.url), again ? { cache: \"reload\" } : { priority: \"low\" });";

/// Builds what ships into `dist/`, prints the sizes and returns them.
pub fn run() -> Result<Sizes> {
    write(Build::Page, &workspace::dist())?;
    sizes::print(&workspace::dist())
}

/// Builds the page into this folder, in place of what was there.
pub fn write(how: Build, folder: &Path) -> Result<()> {
    let app = wasm::build(how)?;
    // A build that is reloaded at every change has no spreadsheets: they double it.
    let sheets = match how {
        Build::Page => Some(wasm::build_sheets(how)?),
        Build::Dev => None,
    };
    let style = style::bundled(&workspace::root().join("style"), style::MAIN)?;
    let shell = workspace::root().join("index.html");
    let shell =
        std::fs::read_to_string(&shell).with_context(|| format!("reading {}", shell.display()))?;

    let mut files = site(&shell, &style, &app, sheets.as_ref())?;
    if let Some(sheets) = sheets {
        files.push((SINGLE_FILE.to_owned(), single_file(&shell, &style, &app, &sheets)?));
    }
    if folder.exists() {
        std::fs::remove_dir_all(folder)
            .with_context(|| format!("emptying {}", folder.display()))?;
    }
    std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    for (name, bytes) in files {
        let path = folder.join(name);
        std::fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))?;
    }
    Ok(())
}

type File = (String, Vec<u8>);

/// The site: every path is relative, so it works in any folder of any server;
/// every file but the page is named by its content, so it may be cached for ever.
fn site(shell: &str, style: &str, app: &App, sheets: Option<&App>) -> Result<Vec<File>> {
    let mut files = Vec::new();
    let mut parts = HashMap::new();
    for part in &app.parts {
        let file = hashed(&format!("{PART}-{}", part.name), "wasm", &part.wasm);
        parts.insert(part.name.as_str(), file.0.clone());
        files.push(file);
    }
    let glue = split::bundle(app, FETCH_JS, |part| parts.get(part).cloned().unwrap_or_default())?;
    let css = hashed("qiangxian", "css", style.as_bytes());
    let wasm = hashed("qiangxian", "wasm", &app.wasm);
    let js = hashed("qiangxian", "js", glue.as_bytes());
    // A failure is left unhandled: the shell listens for it.
    let mut entry =
        format!("import init from \"./{}\";\ninit({{ module_or_path: \"{}\" }});\n", js.0, wasm.0);
    if let Some(sheets) = sheets {
        let wasm = hashed(SHEETS, "wasm", &sheets.wasm);
        let js = hashed(SHEETS, "js", sheets.glue.as_bytes());
        // A browser remembers by its address that an import failed, so a retry adds a
        // query.
        entry.push_str(&format!(
            "const bring = async (again) => {{\n  \
               const sheets = await import(\"./{}\" + (again ? `?${{again}}` : \"\"));\n  \
               await sheets.default({{ module_or_path: \"{}\" }});\n  \
               return sheets;\n}};\n{SHEETS_JS}",
            js.0, wasm.0
        ));
        files.extend([js, wasm]);
    }
    let page = shell::fill(
        shell,
        // All are requested at once, and none waits for another. A browser's preload
        // scanner stops at the policy, so these links stand beside the style.
        &format!(
            "<link rel=\"stylesheet\" href=\"{}\">\n\
             <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" href=\"{}\" crossorigin>\n\
             <link rel=\"modulepreload\" href=\"{}\">",
            css.0, wasm.0, js.0
        ),
        &module(&entry)?,
        Place::Site,
    )?;
    files.extend([("index.html".to_owned(), page.into_bytes()), css, js, wasm]);
    Ok(files)
}

/// The app in one file. Its modules stand in blocks of their own that no browser
/// runs, as text: a page opened from a disk may fetch nothing.
fn single_file(shell: &str, style: &str, app: &App, sheets: &App) -> Result<Vec<u8>> {
    let block = |name: &str, wasm: &[u8]| {
        let text = STANDARD.encode(wasm);
        format!("<script id=\"{name}\" type=\"application/wasm;base64\">{text}</script>\n")
    };
    let mut blocks = block("wasm", &app.wasm) + &block("sheets", &sheets.wasm);
    for part in &app.parts {
        blocks.push_str(&block(&part_id(&part.name), &part.wasm));
    }
    let glue = split::bundle(app, "const source = inline;", part_id)?;
    let page = shell::fill(
        shell,
        &format!("<style>{}</style>", shell::inlined(style, "style")?),
        &format!(
            "{blocks}{}\n{}",
            module(&format!(
                "{INLINE_JS}{glue}\n__wbg_init({{ module_or_path: inline(\"wasm\") }});\n"
            ))?,
            // A module of its own here as well: its names are apart from the app's.
            module(&format!(
                "{INLINE_JS}{}\nconst bring = async () => {{\n  \
                   await __wbg_init({{ module_or_path: inline(\"sheets\") }});\n  \
                   return {{ {} }};\n}};\n{SHEETS_JS}",
                sheets.glue,
                exported(&sheets.glue).join(", ")
            ))?,
        ),
        Place::SingleFile,
    )?;
    Ok(page.into_bytes())
}

/// The functions that a module's JavaScript exports by name.
fn exported(glue: &str) -> Vec<&str> {
    let names = glue.lines().filter_map(|line| line.trim_start().strip_prefix("export function "));
    names.filter_map(|rest| Some(rest.split_once('(')?.0)).collect()
}

/// The block of the single file that a part stands in.
fn part_id(name: &str) -> String {
    format!("part-{name}")
}

/// JavaScript as a module in the page.
fn module(code: &str) -> Result<String> {
    Ok(format!("<script type=\"module\">\n{}</script>", shell::inlined(code, "script")?))
}

/// A file named by its content.
fn hashed(name: &str, extension: &str, bytes: &[u8]) -> File {
    let digest = Sha256::digest(bytes);
    let short: String = digest[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    (format!("{name}-{short}.{extension}"), bytes.to_vec())
}
