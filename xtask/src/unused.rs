//! What a dependency exports to JavaScript and this page never calls.
//!
//! Leptos brings the streams of its server functions along as JavaScript
//! classes. An export keeps all that it calls, so none of it falls away by
//! itself. The app exports no class, so every class goes, from the module and
//! from the glue, and then what nobody uses any more.

use std::collections::HashSet;

use walrus::{ImportKind, Module};

/// Takes the classes out of the module; returns the glue without them.
pub fn remove(module: &mut Module, glue: &str) -> String {
    let classes: Vec<&str> = glue
        .lines()
        .filter_map(|line| line.strip_prefix("export class ")?.strip_suffix(" {"))
        .collect();
    let prefixes: Vec<String> = classes
        .iter()
        .map(|class| class.to_ascii_lowercase())
        .flat_map(|class| [format!("{class}_"), format!("__wbg_{class}_")])
        .collect();
    let of_a_class = |name: &str| prefixes.iter().any(|prefix| name.starts_with(prefix));
    let gone: Vec<_> =
        module.exports.iter().filter(|e| of_a_class(&e.name)).map(|e| e.id()).collect();
    for export in gone {
        module.exports.delete(export);
    }
    walrus::passes::gc::run(module);
    let imported: HashSet<String> = module
        .imports
        .iter()
        .filter(|import| matches!(import.kind, ImportKind::Function(_)))
        .map(|import| import.name.clone())
        .collect();
    without_classes(&without_imports(glue, &imported), &classes)
}

/// The glue's imports without the functions that the module does not import.
fn without_imports(glue: &str, imported: &HashSet<String>) -> String {
    let mut kept = String::with_capacity(glue.len());
    let (mut inside, mut keeps) = (false, true);
    let mut lines = glue.lines().peekable();
    while let Some(line) = lines.next() {
        inside |= line.trim() == "const import0 = {";
        // A function may have such a line too, but goes on differently.
        let next = lines.peek().map_or("", |next| next.trim());
        if inside && line == "};" && next == "return {" {
            (inside, keeps) = (false, true);
        }
        if inside
            && line.starts_with("__wb")
            && let Some((name, _)) = line.split_once(": function")
        {
            keeps = imported.contains(name);
        }
        if keeps {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// The glue without the classes and what belongs to each of them.
fn without_classes(glue: &str, classes: &[&str]) -> String {
    let mut kept = String::with_capacity(glue.len());
    // How the last line of what is being left out begins or ends.
    let mut until: Option<&dyn Fn(&str) -> bool> = None;
    for line in glue.lines() {
        if let Some(is_last) = until {
            if is_last(line) {
                until = None;
            }
            continue;
        }
        let starts =
            |form: &dyn Fn(&str) -> String| classes.iter().any(|c| line.starts_with(&form(c)));
        if starts(&|class| format!("export class {class} {{")) {
            until = Some(&|line| line.starts_with("if (Symbol.dispose)"));
        } else if starts(&|class| format!("const {class}Finalization =")) {
            until = Some(&|line| line.ends_with(';'));
        } else {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_nobody_asks_for_go() {
        let glue = "a\n  const import0 = {\n__wbg_a_1: function(x) {\nconst f = {\n};\nreturn f;\n},\n\
                    __wbg_b_2: function(x) {\nreturn 2;\n},\n};\n  return {\nrest\n";
        let imported = HashSet::from(["__wbg_b_2".to_owned()]);
        let expected = "a\n  const import0 = {\n__wbg_b_2: function(x) {\nreturn 2;\n},\n};\n  return {\nrest\n";
        assert_eq!(without_imports(glue, &imported), expected);
    }

    #[test]
    fn classes_go_with_what_belongs_to_them() {
        let glue = "let wasm;\nexport class Stream {\nfree() {\n}\nget type() {\n}\n}\n\
                    if (Symbol.dispose) Stream.prototype[Symbol.dispose] = 1;\n\
                    const StreamFinalization = (typeof X === 'undefined')\n? {}\n: new X(1);\nend\n";
        assert_eq!(without_classes(glue, &["Stream"]), "let wasm;\nend\n");
    }
}
