//! Reads and checks the rulebooks in `seeds/` and writes their compact form.
//! A bad rulebook stops the build with the file, the key and the reason.

// The library's own types and reader, compiled into the build script.
#[path = "src/rulebook/check.rs"]
mod check;
#[path = "src/rulebook/exact.rs"]
mod exact;
#[path = "src/rulebook/model.rs"]
#[allow(dead_code)]
mod model;
#[path = "src/rulebook/rule.rs"]
mod rule;
#[path = "src/rulebook/source.rs"]
mod source;

use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// The editions, in the order in which a new form offers them.
const EDITIONS: [&str; 1] = ["shandong-county-2022"];

fn main() {
    println!("cargo::rerun-if-changed=seeds");
    println!("cargo::rerun-if-changed=src/rulebook");
    if let Err(reason) = write_editions() {
        println!("cargo::error={reason}");
        process::exit(1);
    }
}

fn write_editions() -> Result<(), String> {
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|e| format!("OUT_DIR: {e}"))?);
    let mut compact = Vec::new();
    for id in EDITIONS {
        let path = Path::new("seeds").join(format!("{id}.toml"));
        let name = path.display();
        let text = fs::read_to_string(&path).map_err(|e| format!("{name}: {e}"))?;
        let rulebook = source::read(&text).map_err(|problem| format!("{name}: {problem}"))?;
        if rulebook.id != id {
            return Err(format!("{name}: id: it is \"{}\", expected \"{id}\"", rulebook.id));
        }
        let bytes = postcard::to_allocvec(&rulebook).map_err(|e| format!("{name}: {e}"))?;
        let file = out.join(format!("{id}.bin"));
        fs::write(&file, bytes).map_err(|e| format!("{}: {e}", file.display()))?;
        compact.push(format!("include_bytes!({:?})", file.display().to_string()));
    }
    let code = format!("const COMPACT: [&[u8]; {}] = [{}];\n", EDITIONS.len(), compact.join(", "));
    let file = out.join("editions.rs");
    fs::write(&file, code).map_err(|e| format!("{}: {e}", file.display()))
}
