//! What ships: a folder for any web server, and the whole app in one file.

use std::path::Path;

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use crate::shell::{self, Place};
use crate::wasm::{self, App, Build};
use crate::{sizes, split, style, workspace};

/// The app in one file.
pub const SINGLE_FILE: &str = "qiangxian.html";

/// How the files begin that are loaded only when a spreadsheet is asked for.
pub const SHEETS: &str = "qiangxian-sheets";

/// How the files begin that are loaded with the others and not waited for.
pub const REST: &str = "qiangxian-rest";

/// Builds what ships into `dist/`, prints the sizes, and returns the bytes that a
/// first visit loads before the page answers.
pub fn run() -> Result<usize> {
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
    let folder_of_style = workspace::root().join("style");
    let sheet = |name| style::sheet(&folder_of_style, name);
    let style = Style { main: sheet(style::MAIN)?, rest: sheet(style::REST)? };
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

/// The style of the page that opens, and what its other views need beside it.
struct Style {
    main: String,
    rest: String,
}

/// The site: every path is relative, so it works in any folder of any server;
/// every file but the page is named by its content, so it may be cached for ever.
fn site(shell: &str, style: &Style, app: &App, sheets: Option<&App>) -> Result<Vec<File>> {
    let css = hashed("qiangxian", "css", style.main.as_bytes());
    let more_css = hashed(REST, "css", style.rest.as_bytes());
    let wasm = hashed("qiangxian", "wasm", &app.wasm);
    let mut files = Vec::new();
    // What is not needed to begin is asked for as well, and not waited for: nothing
    // is asked for once the page has loaded.
    let rest = app.rest.as_ref().map(|rest| hashed(REST, "wasm", rest));
    let mut glue = format!("{}\n{}", app.glue, start(&fetched(&wasm.0)));
    match &rest {
        Some((name, _)) => {
            let later =
                format!("fetch(new URL(\"{name}\", import.meta.url), {{ priority: \"low\" }})");
            glue.push_str(&second(&later, &fetched(name), Some(&more_css.0)));
            glue.push_str("asked.catch(() => 0);\n");
        }
        None => glue.push_str(&styled(&more_css.0)),
    }
    if let Some(sheets) = sheets {
        let wasm = hashed(SHEETS, "wasm", &sheets.wasm);
        let own = format!("{}\nawait start({});\n", sheets.glue, fetched(&wasm.0));
        let js = hashed(SHEETS, "js", own.as_bytes());
        glue.push_str(&format!("window.sheets = () => import(\"./{}\");\n", js.0));
        files.extend([js, wasm]);
    }
    let js = hashed("qiangxian", "js", glue.as_bytes());
    let page = shell::fill(
        shell,
        // All are asked for at once, and none waits for another. A browser that has
        // read a policy looks no further ahead, so they stand beside the style.
        &format!(
            "<link rel=\"stylesheet\" href=\"{}\">\n\
             <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" href=\"{}\" crossorigin>\n\
             <link rel=\"modulepreload\" href=\"{}\">",
            css.0, wasm.0, js.0
        ),
        &format!("<script type=\"module\" src=\"{}\"></script>", js.0),
        Place::Site,
    )?;
    let index = ("index.html".to_owned(), page.into_bytes());
    files.extend([index, css, more_css, js, wasm]);
    files.extend(rest);
    Ok(files)
}

/// The app in one file. Its modules stand in blocks of their own that no browser
/// runs, as text: a page opened from a disk may fetch nothing.
fn single_file(shell: &str, style: &Style, app: &App, sheets: &App) -> Result<Vec<u8>> {
    let rest = app.rest.as_deref().unwrap_or_default();
    let page = shell::fill(
        shell,
        &format!(
            "<style>{}</style>",
            shell::inlined(&format!("{}{}", style.main, style.rest), "style")?
        ),
        &format!(
            "<script id=\"wasm\" type=\"application/wasm;base64\">{}</script>\n\
             <script id=\"rest\" type=\"application/wasm;base64\">{}</script>\n\
             <script id=\"sheets\" type=\"application/wasm;base64\">{}</script>\n\
             <script type=\"module\">{}\n{}{}{}</script>",
            STANDARD.encode(&app.wasm),
            STANDARD.encode(rest),
            STANDARD.encode(&sheets.wasm),
            shell::inlined(&app.glue, "script")?,
            start(&inline("wasm")),
            second("undefined", &inline("rest"), None),
            // What is a module of its own on a site is a function here.
            format_args!(
                "window.sheets = async () => {{\n{}\nawait start({});\n\
                 return {{ workbook, returned }};\n}};\n",
                shell::inlined(&sheets.glue, "script")?.replace("export function", "function"),
                inline("sheets"),
            ),
        ),
        Place::SingleFile,
    )?;
    Ok(page.into_bytes())
}

/// A module that is a file beside the script.
fn fetched(name: &str) -> String {
    format!("fetch(new URL(\"{name}\", import.meta.url))")
}

/// The bytes of a module that stands in a block of the page.
fn inline(id: &str) -> String {
    format!(
        "((text) => {{\n\
         const bytes = new Uint8Array(text.length);\n\
         for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);\n\
         return bytes;\n\
         }})(atob(document.getElementById(\"{id}\").textContent))"
    )
}

/// The lines that define `window.rest`, which promises that the app's second
/// module is in its place, and its style, if it has one of its own. `asked` is the
/// module where it has been asked for already. What did not come is asked for
/// again with the next promise.
fn second(asked: &str, module: &str, style: Option<&str>) -> String {
    let style = style.map(styled).unwrap_or_else(|| "let styled = 0;\n".to_owned());
    format!(
        "{style}let asked = {asked}, there;\n\
         window.rest = () => {{\n\
         there ??= placed(asked ?? {module}, {{ {}: wasm }}).catch((reason) => {{\n\
         asked = there = undefined;\n\
         throw reason;\n\
         }});\n\
         styled ??= style();\n\
         return Promise.all([there, styled]);\n\
         }};\n",
        split::FIRST
    )
}

/// The lines that ask for a style beside the page's first, and define `styled`,
/// which promises it.
fn styled(name: &str) -> String {
    format!(
        "let styled;\n\
         const style = () => new Promise((done, fail) => {{\n\
         const link = document.createElement(\"link\");\n\
         link.rel = \"stylesheet\";\n\
         link.href = new URL(\"{name}\", import.meta.url);\n\
         link.onload = done;\n\
         link.onerror = () => {{\n\
         styled = undefined;\n\
         link.remove();\n\
         fail(Error(link.href));\n\
         }};\n\
         document.head.append(link);\n\
         }});\n\
         styled = style();\n\
         styled.catch(() => 0);\n"
    )
}

/// The lines after the glue that start the app. A failure is left unhandled:
/// the shell listens for it.
fn start(module: &str) -> String {
    format!("start({module});\n")
}

/// A file named by its content.
fn hashed(name: &str, extension: &str, bytes: &[u8]) -> File {
    let digest = Sha256::digest(bytes);
    let short: String = digest[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    (format!("{name}-{short}.{extension}"), bytes.to_vec())
}
