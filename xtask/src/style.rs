//! `style/main.css` and `style/rest.css` with the files they name, each as one sheet.

use std::path::Path;

use anyhow::{Context, Result};

/// What the page needs to begin.
pub const MAIN: &str = "main.css";

/// What its other views need beside it.
pub const REST: &str = "rest.css";

/// Reads a sheet: each `@import "name.css";` line of it gives way to that file, and
/// comments and indentation go.
pub fn sheet(folder: &Path, name: &str) -> Result<String> {
    let mut joined = String::new();
    for line in read(folder, name)?.lines() {
        match line.trim().strip_prefix("@import") {
            None => joined.push_str(line),
            Some(rest) => joined.push_str(&read(folder, imported(rest)?)?),
        }
        joined.push('\n');
    }
    Ok(tighten(&joined))
}

fn read(folder: &Path, name: &str) -> Result<String> {
    let path = folder.join(name);
    std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
}

/// The file named after `@import`.
fn imported(rest: &str) -> Result<&str> {
    rest.trim()
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix("\";"))
        .filter(|name| name.ends_with(".css") && !name.contains(['"', ':']))
        .with_context(|| {
            format!("main.css: expected `@import \"name.css\";`, found `@import{rest}`")
        })
}

/// Drops comments, indentation and empty lines; what is quoted stays as it is.
fn tighten(css: &str) -> String {
    let mut kept = String::new();
    let mut rest = css;
    let mut quote = None;
    while let Some(next) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
            continue;
        }
        let mut taken = next.len_utf8();
        match (quote, next) {
            (Some(open), _) if open == next => quote = None,
            (None, '"' | '\'') => quote = Some(next),
            (Some(_), '\\') => taken += rest[1..].chars().next().map_or(0, char::len_utf8),
            _ => {}
        }
        kept.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    kept.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .flat_map(|line| [line, "\n"])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{imported, tighten};

    #[test]
    fn comments_go_and_quoted_text_stays() {
        let css = "/* a */\n  b::after { content: \"/* \\\" c */\"; } /* d\n e */\n";
        assert_eq!(tighten(css), "b::after { content: \"/* \\\" c */\"; }\n");
    }

    #[test]
    fn an_import_names_a_file_of_the_folder() {
        assert_eq!(imported(" \"a.css\";").ok(), Some("a.css"));
        assert!(imported(" url(https://example.org/a.css);").is_err());
        assert!(imported(" \"a.css\" print;").is_err());
    }
}
