//! Rust sources, taken apart as far as the map needs it: code without comments,
//! literals and tests on one side, the literals on the other.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// One file under `src/`.
pub struct Source {
    /// From the repository's root, with `/`.
    pub path: String,
    /// The code, line for line. Comments, contents of literals and modules for
    /// tests are blank.
    pub code: String,
    /// Strings and characters, without those of tests.
    pub literals: Vec<Literal>,
}

/// A string or a character in the code, as it is written.
#[derive(Debug, PartialEq)]
pub struct Literal {
    pub line: usize,
    pub text: String,
}

impl Source {
    /// All files under `src/`, by path.
    pub fn all() -> &'static [Source] {
        static ALL: LazyLock<Vec<Source>> = LazyLock::new(|| Source::below("src"));
        &ALL
    }

    /// All Rust files under a folder of the repository, by path.
    pub fn below(folder: &str) -> Vec<Source> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut all = Vec::new();
        collect(&root.join(folder), folder, &mut all);
        all.sort_by(|a, b| a.path.cmp(&b.path));
        all
    }

    /// Takes a file apart.
    pub fn read(path: &str, text: &str) -> Source {
        let (code, literals) = take_apart(text);
        let tests = test_modules(&code);
        let is_test = |at: usize| tests.iter().any(|(from, to)| (*from..*to).contains(&at));
        let kept = literals.into_iter().filter(|(at, _)| !is_test(*at));
        let literals = kept.map(|(at, text)| Literal { line: line_of(&code, at), text }).collect();
        let blank = |(at, c): (usize, char)| if is_test(at) && c != '\n' { ' ' } else { c };
        let code = code.char_indices().map(blank).collect();
        Source { path: path.to_owned(), code, literals }
    }

    /// The room: the folder below `src/`, or none for a file beside the rooms.
    pub fn room(&self) -> Option<&str> {
        let (room, _) = self.path.strip_prefix("src/")?.split_once('/')?;
        Some(room)
    }

    /// How deep below the crate's root the file's module is.
    pub fn depth(&self) -> usize {
        let levels = self.path.matches('/').count();
        if self.path.ends_with("/mod.rs") { levels - 1 } else { levels }
    }

    /// Every name in the code.
    pub fn names(&self) -> impl Iterator<Item = Name<'_>> {
        let starts = self.code.char_indices().scan(' ', |last, (at, c)| {
            let is_start = is_name(c) && !is_name(*last);
            *last = c;
            Some(is_start.then_some(at))
        });
        starts.flatten().map(|at| {
            let (before, rest) = self.code.split_at(at);
            let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
            let (text, after) = rest.split_at(end);
            Name { text, before, after }
        })
    }
}

/// A name in the code, and where it stands.
pub struct Name<'a> {
    pub text: &'a str,
    pub before: &'a str,
    pub after: &'a str,
}

impl<'a> Name<'a> {
    pub fn line(&self) -> usize {
        line_of(self.before, self.before.len())
    }

    /// The names that a path goes on with: one, or those between braces.
    pub fn nexts(&self) -> Vec<&'a str> {
        let Some(rest) = self.after.strip_prefix("::") else { return Vec::new() };
        let Some(list) = rest.strip_prefix('{') else { return vec![leading(rest)] };
        let mut names = Vec::new();
        let (mut depth, mut begins) = (0, 0);
        for (at, c) in list.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth > 0 => depth -= 1,
                ',' | '}' if depth == 0 => {
                    names.push(leading(list[begins..at].trim_start()));
                    begins = at + 1;
                    if c == '}' {
                        break;
                    }
                }
                _ => {}
            }
        }
        names.retain(|name| !name.is_empty());
        names
    }
}

fn leading(text: &str) -> &str {
    text.split(|c| !is_name(c)).next().unwrap_or_default()
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn line_of(code: &str, at: usize) -> usize {
    code[..at].matches('\n').count() + 1
}

fn collect(folder: &Path, name: &str, all: &mut Vec<Source>) {
    let listed = fs::read_dir(folder).unwrap_or_else(|e| panic!("{name}: {e}"));
    for entry in listed {
        let path = entry.unwrap_or_else(|e| panic!("{name}: {e}")).path();
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let inner = format!("{name}/{file}");
        if path.is_dir() {
            collect(&path, &inner, all);
        } else if file.ends_with(".rs") {
            let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{inner}: {e}"));
            all.push(Source::read(&inner, &text));
        }
    }
}

/// The code with comments and contents of literals blanked, and the literals
/// with the place in it where each begins.
fn take_apart(text: &str) -> (String, Vec<(usize, String)>) {
    let mut rest = text;
    let mut code = String::new();
    let mut literals = Vec::new();
    while let Some(c) = rest.chars().next() {
        let follows_name = code.ends_with(is_name);
        let (length, is_literal) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), false)
        } else if rest.starts_with("/*") {
            (block_comment(rest), false)
        } else if let Some(length) = raw_string(rest).filter(|_| !follows_name) {
            (length, true)
        } else if c == '"' {
            (quoted(rest, '"'), true)
        } else if c == '\'' && is_character(rest) {
            (quoted(rest, '\''), true)
        } else {
            code.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        let (piece, after) = rest.split_at(length);
        if is_literal {
            literals.push((code.len(), piece.to_owned()));
        }
        code.extend(piece.chars().map(|c| match c {
            '\n' | '"' | '\'' if is_literal || c == '\n' => c,
            _ => ' ',
        }));
        rest = after;
    }
    (code, literals)
}

fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}

fn raw_string(text: &str) -> Option<usize> {
    let body = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let inner = body.trim_start_matches('#');
    let end = format!("\"{}", "#".repeat(body.len() - inner.len()));
    let inner = inner.strip_prefix('"')?;
    let length = inner.find(&end).map_or(inner.len(), |at| at + end.len());
    Some(text.len() - inner.len() + length)
}

/// A character, where a lifetime could stand as well.
fn is_character(text: &str) -> bool {
    let mut chars = text.chars().skip(1);
    matches!((chars.next(), chars.next()), (Some('\\'), _) | (_, Some('\'')))
}

fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if !escaped && c == quote {
            return at + 1;
        }
        escaped = !escaped && c == '\\';
    }
    text.len()
}

/// From and to which byte modules for tests stand.
fn test_modules(code: &str) -> Vec<(usize, usize)> {
    code.match_indices("#[cfg(test)]")
        .map(|(from, _)| {
            let mut depth = 0;
            for (at, c) in code[from..].char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                if (c == '}' || c == ';') && depth == 0 {
                    return (from, from + at + 1);
                }
            }
            (from, code.len())
        })
        .collect()
}
