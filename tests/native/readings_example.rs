//! The readings example as others call it: arguments, output, exit status.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// The built examples. Tests are built together with the examples, but nothing
/// tells a test where they are, so cargo is asked.
fn example(name: &str) -> &'static Path {
    static EXAMPLES: OnceLock<Vec<PathBuf>> = OnceLock::new();
    let all = EXAMPLES.get_or_init(|| {
        let built = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--message-format=json"])
            .args(["--example", "readings", "--example", "score"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo runs");
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let messages = String::from_utf8(built.stdout).expect("messages in UTF-8");
        let path = |line: &str| {
            let message: Value = serde_json::from_str(line).ok()?;
            message["executable"].as_str().map(PathBuf::from)
        };
        messages.lines().filter_map(path).collect()
    });
    let is_named = |path: &&PathBuf| path.file_stem().is_some_and(|stem| stem == name);
    all.iter().find(is_named).expect("cargo names what it built")
}

fn run(name: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(example(name))
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/scored"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example runs");
    // An example that refuses its arguments may not wait for the input.
    let _ = child.stdin.take().expect("an input").write_all(input);
    child.wait_with_output().expect("the example ends")
}

/// What was printed, line by line, and the messages.
fn parts(output: &Output) -> (Vec<Value>, String) {
    let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    assert!(text.is_empty() || text.ends_with('\n'));
    let lines = text.lines().map(|line| serde_json::from_str(line).expect("an object a line"));
    (lines.collect(), String::from_utf8(output.stderr.clone()).expect("UTF-8"))
}

const SAMPLE: &str = "contract-sample.qiangxian.json";

/// A form with readings, and scenarios that change them.
const READ: &str = r#"{"format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022",
    "county":"章丘区","answers":{"11.policies":["brand"],"17.mandatory-coverage":"100"},
    "readings":{"11":"any","below":"none"},
    "scenarios":[{"name":"甲","readings":{"11":null,"17":"together"}},{"name":"乙","method":{"base":"0"}}]}"#;

#[test]
fn the_line_is_that_of_the_contract() {
    let output = run("readings", &[SAMPLE], b"");
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    assert!(
        text.starts_with(concat!(
            r#"{"county":"章丘区","rulebook":"shandong-county-2022","points":"9.22","#,
            // Lowest with base 0, highest with a point for the slogan alone.
            r#""lowest":"8.8","highest":"10.22","readings":[{"id":"base","chosen":"60","#,
            r#""options":[{"id":"60","points":"9.22"},{"id":"0","points":"8.8"}]},"#,
            r#"{"id":"below","chosen":"line","options":[{"id":"line","points":"9.22"},"#,
        )),
        "{text}"
    );
    assert!(text.ends_with("}]}]}\n") && text.lines().count() == 1 && output.stderr.is_empty());
    let (lines, _) = parts(&output);
    let ids: Vec<&str> = lines[0]["readings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["id"].as_str().unwrap())
        .collect();
    let expected = [
        "base",
        "below",
        "1",
        "10",
        "11",
        "17",
        "29",
        "30",
        "34",
        "38",
        "43.window",
        "43.same",
        "rounding",
    ];
    assert_eq!(ids, expected);
    for reading in lines[0]["readings"].as_array().unwrap() {
        let chosen = reading["options"]
            .as_array()
            .unwrap()
            .iter()
            .find(|option| option["id"] == reading["chosen"])
            .unwrap();
        assert_eq!(chosen["points"], "9.22");
    }
}

#[test]
fn readings_and_scenarios_hold() {
    let worth = |scenario: Option<&str>| {
        let arguments: Vec<&str> = match scenario {
            Some(name) => vec!["--scenario", name, "-"],
            None => vec!["-"],
        };
        let (lines, messages) = parts(&run("readings", &arguments, READ.as_bytes()));
        assert_eq!(messages, "");
        let (scores, _) = parts(&run("score", &arguments, READ.as_bytes()));
        assert_eq!(scores[0]["total"]["points"], lines[0]["points"]);
        lines.into_iter().next().unwrap()
    };
    let of = |line: &Value, id: &str| {
        let all = line["readings"].as_array().unwrap();
        let one = all.iter().find(|reading| reading["id"] == id).unwrap();
        let options = one["options"].as_array().unwrap().iter();
        let options: Vec<String> =
            options.map(|o| o["points"].as_str().unwrap().to_owned()).collect();
        (one["chosen"].as_str().unwrap().to_owned(), options)
    };
    let baseline = worth(None);
    assert_eq!(of(&baseline, "11"), ("any".into(), vec!["2".into(), "4".into(), "1".into()]));
    assert_eq!(of(&baseline, "17"), ("each".into(), vec!["4".into(), "3".into()]));
    assert_eq!((&baseline["lowest"], &baseline["highest"]), (&"0".into(), &"4".into()));
    let one = worth(Some("甲"));
    assert_eq!(of(&one, "11"), ("each".into(), vec!["1".into(), "3".into(), "0".into()]));
    assert_eq!(of(&one, "17"), ("together".into(), vec!["2".into(), "1".into()]));
    assert_eq!(of(&one, "below").0, "none");
    assert_eq!(of(&worth(Some("乙")), "base").0, "0");
}

#[test]
fn checklists_and_bad_forms_are_refused_and_the_others_read() {
    let city = r#"{"format":"qiangxian.form","version":1,"rulebook":"jinan-city-2018"}"#;
    let output = run("readings", &["-", "missing.json", SAMPLE], city.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let (lines, messages) = parts(&output);
    assert_eq!(lines.len(), 1);
    assert_eq!(messages.lines().count(), 2, "{messages}");
    assert!(messages.starts_with("-：任务清单不计分，没有口径选项。"), "{messages}");

    for arguments in [&[][..], &["--scenario"], &["--scenario", "没有", SAMPLE]] {
        let output = run("readings", arguments, b"");
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
    let unknown = READ.replace(r#""11":"any""#, r#""11":"two""#);
    let output = run("score", &["-"], unknown.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(parts(&output).1.contains("readings.11"));
}
