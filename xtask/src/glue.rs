//! The JavaScript between the module and the browser, made short.
//!
//! wasm-bindgen names each function that it passes to the module by what it does
//! and a hash, in both files, and loads the module in every way there is. Here the
//! names become `$a`, `$b`, …, and the page loads in its own way.

use std::collections::{HashMap, HashSet};

use anyhow::{Result, bail};
use walrus::Module;

/// Where wasm-bindgen's own loader begins; it goes on to the end.
const LOADER: &str = "let wasmModule, wasmInstance, wasm;";

/// Loads a module from a response or from bytes, or from a promise of either. A
/// server that does not know the type of a module is none to refuse it from.
const START: &str = "\
let wasm;
async function placed(source, imports) {
const module = await source;
if (!(module instanceof Response)) return WebAssembly.instantiate(module, imports);
if (!module.ok) throw new Error(`${module.status} ${module.url}`);
if (module.headers.get(\"Content-Type\") === \"application/wasm\") {
return WebAssembly.instantiateStreaming(module, imports);
}
return WebAssembly.instantiate(await module.arrayBuffer(), imports);
}
async function start(source) {
wasm = (await placed(source, __wbg_get_imports())).instance.exports;
wasm.__wbindgen_start();
}
";

/// Shortens the glue and the names it shares with the module. What the module
/// exports and neither the glue nor `shared` names goes, with all that only it
/// called. The glue returned ends with a function `start`, which is yet to be
/// called.
pub fn shorten(module: &mut Module, glue: &str, shared: &HashSet<String>) -> Result<String> {
    let Some((functions, _)) = glue.split_once(LOADER) else {
        bail!("this wasm-bindgen writes its loader in another way");
    };
    let glue = format!("{}{START}", without_space(functions));
    let named: HashSet<&str> = words(&glue).collect();
    let needed = |name: &str| named.contains(name) || shared.contains(name);
    let unnamed: Vec<_> = module.exports.iter().filter(|e| !needed(&e.name)).collect();
    let unnamed: Vec<_> = unnamed.iter().map(|export| export.id()).collect();
    for export in unnamed {
        module.exports.delete(export);
    }
    walrus::passes::gc::run(module);
    rename(module, &glue, shared)
}

/// Gives short names to what the module imports, and exports but for `memory` and
/// what another module knows by its name.
fn rename(module: &mut Module, glue: &str, shared: &HashSet<String>) -> Result<String> {
    let mut short = HashMap::new();
    let mut shorten = |name: &mut String| {
        let next = short_name(short.len());
        *name = short.entry(std::mem::take(name)).or_insert(next).clone();
    };
    let mut from = HashSet::new();
    for import in module.imports.iter_mut() {
        from.insert(std::mem::replace(&mut import.module, "$".to_owned()));
        shorten(&mut import.name);
    }
    for export in module.exports.iter_mut().filter(|export| !shared.contains(&export.name)) {
        if export.name.starts_with("__") || export.name.starts_with("wasm_bindgen") {
            shorten(&mut export.name);
        }
    }
    let mut glue = renamed(glue, &short);
    for from in from {
        let (before, after) = (format!("\"{from}\""), "\"$\"");
        if !glue.contains(&before) {
            bail!("the module imports from `{from}`, which this glue does not offer");
        }
        glue = glue.replace(&before, after);
    }
    Ok(glue)
}

/// The glue with other words in the place of these.
fn renamed(glue: &str, short: &HashMap<String, String>) -> String {
    let mut text = String::with_capacity(glue.len());
    let mut rest = glue;
    for word in words(glue) {
        let Some((before, after)) = rest.split_once(word) else { break };
        text.push_str(before);
        text.push_str(short.get(word).map_or(word, String::as_str));
        rest = after;
    }
    text + rest
}

/// The names, keywords and numbers of the glue, in their order.
fn words(glue: &str) -> impl Iterator<Item = &str> {
    let of_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    glue.split(move |c| !of_word(c)).filter(|word| !word.is_empty())
}

/// `$a` to `$z`, then `$ba` and so on: no name of wasm-bindgen's begins so.
fn short_name(number: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = number;
    while rest > 0 || letters.is_empty() {
        letters.push(char::from(b'a' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.push('$');
    letters.iter().rev().collect()
}

/// The glue without indents, lines of comment, and results that have a name only
/// to be returned.
fn without_space(glue: &str) -> String {
    let mut text = String::with_capacity(glue.len());
    let lines = glue.lines().map(str::trim);
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with("//")) {
        text.push_str(line);
        text.push('\n');
    }
    let mut short = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("const ret = ") {
        short.push_str(before);
        match after.split_once('\n') {
            Some((value, next)) if next.starts_with("return ret;\n") => {
                short.push_str("return ");
                short.push_str(value);
                rest = next.trim_start_matches("return ret;");
            }
            _ => {
                short.push_str("const ret = ");
                rest = after;
            }
        }
    }
    short + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_renamed() {
        let short = HashMap::from([("__wbg_a".to_owned(), "$a".to_owned())]);
        let glue = "__wbg_a: function(x) {\nwasm.__wbg_a_1(x); __wbg_a()\n";
        let expected = "$a: function(x) {\nwasm.__wbg_a_1(x); $a()\n";
        assert_eq!(renamed(glue, &short), expected);
    }

    #[test]
    fn short_names_differ() {
        let names: HashSet<String> = (0..2000).map(short_name).collect();
        assert_eq!(names.len(), 2000);
        assert_eq!([0, 25, 26].map(short_name), ["$a", "$z", "$ba"]);
    }

    #[test]
    fn space_goes_and_lines_stay() {
        let glue =
            "  // Why.\n\n   const ret = a.b;\n   return ret;\n  const ret = c;\n  f(ret);\n";
        assert_eq!(without_space(glue), "return a.b;\nconst ret = c;\nf(ret);\n");
    }

    #[test]
    fn another_loader_is_refused() {
        assert!(shorten(&mut Module::default(), "let wasm;\n", &HashSet::new()).is_err());
    }
}
