//! `style/main.css` with the files that it names, as one style sheet.

use std::path::Path;

use anyhow::{Context, Result};

/// The style sheet that names all others.
pub const MAIN: &str = "main.css";

/// Reads a style sheet: each line `@import "name.css";` or `@import "name.css" layer(name);`
/// of it gives way to that file, and comments and indentation go.
pub fn bundled(folder: &Path, name: &str) -> Result<String> {
    Ok(tighten(&joined(folder, name)?))
}

fn joined(folder: &Path, name: &str) -> Result<String> {
    let path = folder.join(name);
    let text =
        std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let mut joined = String::new();
    for line in text.lines() {
        match line.trim().strip_prefix("@import") {
            None => joined.push_str(line),
            Some(rest) => {
                let (file, layer) = imported(rest).with_context(|| {
                    format!("{name}: expected `@import \"name.css\";`, found `@import{rest}`")
                })?;
                let inner = self::joined(folder, file)?;
                joined.push_str(
                    &layer.map_or(inner.clone(), |layer| format!("@layer {layer} {{\n{inner}}}")),
                );
            }
        }
        joined.push('\n');
    }
    Ok(joined)
}

/// The file named after `@import`, and the cascade layer that it goes into.
fn imported(rest: &str) -> Option<(&str, Option<&str>)> {
    let (file, rest) = rest.trim().strip_prefix('"')?.split_once('"')?;
    if !file.ends_with(".css") || file.contains(':') {
        return None;
    }
    match rest.strip_suffix(';')?.trim() {
        "" => Some((file, None)),
        layer => Some((file, Some(layer.strip_prefix("layer(")?.strip_suffix(')')?))),
    }
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
    use super::{bundled, imported, tighten};

    #[test]
    fn comments_go_and_quoted_text_stays() {
        let css = "/* a */\n  b::after { content: \"/* \\\" c */\"; } /* d\n e */\n";
        assert_eq!(tighten(css), "b::after { content: \"/* \\\" c */\"; }\n");
    }

    #[test]
    fn an_import_names_a_file_of_the_folder() {
        assert_eq!(imported(" \"a.css\";"), Some(("a.css", None)));
        assert_eq!(imported(" \"a.css\" layer(base);"), Some(("a.css", Some("base"))));
        assert_eq!(imported(" url(https://example.org/a.css);"), None);
        assert_eq!(imported(" \"https://example.org/a.css\";"), None);
        assert_eq!(imported(" \"a.css\" print;"), None);
    }

    #[test]
    fn files_stand_where_they_are_named() -> anyhow::Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-style-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let write = |name: &str, text: &str| std::fs::write(folder.join(name), text);
        write("main.css", "@layer a, b;\n@import \"a.css\" layer(a);\n@import \"b.css\";\nq {}\n")?;
        write("a.css", "a {}\n")?;
        write("b.css", "@import \"c.css\";\nb {}\n")?;
        write("c.css", "c {}\n")?;
        let read = bundled(&folder, "main.css");
        std::fs::remove_dir_all(&folder)?;
        assert_eq!(read?, "@layer a, b;\n@layer a {\na {}\n}\nc {}\nb {}\nq {}\n");
        Ok(())
    }
}
