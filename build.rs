//! Reads and checks the rulebooks in `seeds/` and writes them as constants.
//! A bad rulebook stops the build with the file, the key and the reason.

// The library's own types and reader, compiled into the build script.
#[path = "src/rulebook/check.rs"]
mod check;
#[path = "src/rulebook/dated.rs"]
#[allow(dead_code)]
mod dated;
#[path = "src/rulebook/day.rs"]
#[allow(dead_code)]
mod day;
#[path = "src/rulebook/emit.rs"]
mod emit;
#[path = "src/rulebook/exact.rs"]
mod exact;
#[path = "src/rulebook/fixed.rs"]
mod fixed;
#[path = "src/rulebook/lookup.rs"]
#[allow(dead_code)]
mod lookup;
#[path = "src/rulebook/model.rs"]
#[allow(dead_code)]
mod model;
#[path = "src/rulebook/reading.rs"]
#[allow(dead_code)]
mod reading;
#[path = "src/rulebook/rule.rs"]
mod rule;
#[path = "src/rulebook/source.rs"]
mod source;
#[path = "src/rulebook/under.rs"]
mod under;

use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// The editions, in the order in which a new form offers them.
const EDITIONS: [&str; 2] = ["shandong-county-2022", "jinan-city-2018"];
/// Invented ones, for the tests alone.
const INVENTED: [&str; 2] = ["harbour-2031", "voyage-2031"];

fn main() {
    println!("cargo::rerun-if-changed=seeds");
    println!("cargo::rerun-if-changed=src/rulebook");
    println!("cargo::rerun-if-changed=tests/data/editions");
    let written = write("seeds", &EDITIONS, "editions.rs")
        .and_then(|()| write("tests/data/editions", &INVENTED, "invented.rs"));
    if let Err(reason) = written {
        println!("cargo::error={reason}");
        process::exit(1);
    }
}

/// Writes rulebooks of a folder as constants: the first, and the others.
fn write(folder: &str, editions: &[&str], file: &str) -> Result<(), String> {
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|e| format!("OUT_DIR: {e}"))?);
    let mut all = Vec::new();
    for id in editions {
        let path = Path::new(folder).join(format!("{id}.toml"));
        let name = path.display();
        let text = fs::read_to_string(&path).map_err(|e| format!("{name}: {e}"))?;
        let rulebook = source::read(&text).map_err(|problem| format!("{name}: {problem}"))?;
        if rulebook.id != *id {
            return Err(format!("{name}: id: it is \"{}\", expected \"{id}\"", rulebook.id));
        }
        all.push(emit::expression(&rulebook));
    }
    let (first, more) = all.split_first().ok_or("there is no edition")?;
    let code = format!(
        "static FIRST: Rulebook = {first};\nstatic MORE: [Rulebook; {}] = [\n{}];\n",
        more.len(),
        more.join(",\n")
    );
    let file = out.join(file);
    fs::write(&file, code).map_err(|e| format!("{}: {e}", file.display()))
}
