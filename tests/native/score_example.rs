//! The scoring example as others call it: arguments, output, exit status.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// The built example. Tests are built together with the examples, but nothing
/// tells a test where they are, so cargo is asked.
fn example() -> &'static Path {
    static EXAMPLE: OnceLock<PathBuf> = OnceLock::new();
    EXAMPLE.get_or_init(|| {
        let built = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--example", "score", "--message-format=json"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo runs");
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let messages = String::from_utf8(built.stdout).expect("messages in UTF-8");
        let mut paths = messages.lines().filter_map(|line| {
            let message: Value = serde_json::from_str(line).ok()?;
            message["executable"].as_str().map(PathBuf::from)
        });
        paths.next_back().expect("cargo names what it built")
    })
}

fn run(arguments: &[&str]) -> Output {
    run_with(arguments, b"")
}

fn run_with(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(example())
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/scored"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example runs");
    child.stdin.take().expect("an input").write_all(input).expect("the input is taken");
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

#[test]
fn the_sample_of_the_contract() {
    let output = run(&[SAMPLE]);
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    // To the letter, as far as the contract prints it.
    assert!(
        text.starts_with(concat!(
            r#"{"county":"章丘区","rulebook":"shandong-county-2022","#,
            r#""total":{"low":"9.22","points":"9.22","high":"89.22"},"vetoed":false,"#,
            r#""indicators":[{"id":"1","low":"0","points":"0","high":"2","max":"2","adjusted":false},"#,
            r#"{"id":"2","low":"1.5","points":"1.5","high":"1.5","max":"2","adjusted":true},"#,
        )),
        "{text}"
    );
    assert!(text.ends_with("}]}\n") && text.lines().count() == 1);
    assert!(output.stderr.is_empty());
    let card: Value = serde_json::from_str(&text).expect("JSON");
    let indicators = card["indicators"].as_array().expect("a list");
    assert_eq!(indicators.len(), 43);
    for (at, indicator) in indicators.iter().enumerate() {
        assert_eq!(indicator["id"], (at + 1).to_string());
        let keys: Vec<&String> = indicator.as_object().expect("an object").keys().collect();
        assert_eq!(keys.len(), 6);
    }
    assert_eq!(indicators[25]["points"], "1.72");
    assert_eq!(indicators[42]["points"], "2");
}

#[test]
fn one_line_a_form_in_the_order_of_the_arguments() {
    let output = run(&["nothing.qiangxian.json", SAMPLE, "everything.qiangxian.json", SAMPLE]);
    assert_eq!(output.status.code(), Some(0));
    let (lines, messages) = parts(&output);
    let points: Vec<&Value> = lines.iter().map(|card| &card["total"]["points"]).collect();
    assert_eq!(points, ["0", "9.22", "100", "9.22"]);
    assert_eq!(messages, "");
}

#[test]
fn figures_have_at_most_four_decimals_and_no_trailing_zeros() {
    let (lines, _) = parts(&run(&["filled-base-60.qiangxian.json", "limits.qiangxian.json"]));
    for card in &lines {
        for indicator in card["indicators"].as_array().expect("a list") {
            for key in ["low", "points", "high", "max"] {
                let figure = indicator[key].as_str().expect("a string");
                let places = figure.split_once('.').map_or("", |(_, places)| places);
                assert!(places.len() <= 4 && !places.ends_with('0'), "{figure}");
                assert!(!figure.ends_with('.') && !figure.starts_with('-'), "{figure}");
            }
        }
    }
}

#[test]
fn a_form_without_a_county_and_one_with_a_veto() {
    let (lines, _) = parts(&run(&["blank.qiangxian.json", "adjusted-and-vetoed.qiangxian.json"]));
    assert_eq!(lines[0]["county"], "");
    assert_eq!(lines[0]["vetoed"], false);
    assert_eq!(lines[1]["vetoed"], true);
}

#[test]
fn standard_input() {
    let form = r#"{"format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022",
        "county":"莱芜\"区","answers":{"2.model":true}}"#;
    let output = run_with(&["-"], form.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let (lines, _) = parts(&output);
    assert_eq!(lines[0]["county"], "莱芜\"区");
    assert_eq!(lines[0]["total"]["points"], "2");
    // Between files, and with a byte order mark.
    let marked = format!("\u{feff}{form}");
    let (lines, _) = parts(&run_with(&[SAMPLE, "-"], marked.as_bytes()));
    assert_eq!(lines[1]["total"]["points"], "2");
}

#[test]
fn a_bad_form_or_a_missing_file_does_not_stop_the_others() {
    let bad = r#"{"format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022",
        "answers":{"26.handled":"101"}}"#;
    let output = run_with(&[SAMPLE, "-", "absent.json", SAMPLE], bad.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let (lines, messages) = parts(&output);
    assert_eq!(lines.len(), 2);
    let messages: Vec<&str> = messages.lines().collect();
    assert_eq!(messages.len(), 2, "{messages:?}");
    assert_eq!(messages[0], "-：「answers.26.handled」的值是 \"101\"，应为从 0 到 100 的数。");
    assert!(messages[1].starts_with("absent.json：读不了文件"), "{messages:?}");
}

#[test]
fn a_scenario() {
    let output = run(&["--scenario", "再争取两项省级标准", SAMPLE]);
    assert_eq!(output.status.code(), Some(0));
    let (lines, _) = parts(&output);
    // Three provincial standards give 1; the other parts of indicator 14 stay open.
    assert_eq!(lines[0]["indicators"][13]["low"], "1");
    assert_eq!(lines[0]["total"]["points"], "10.22");
    // An adjustment holds in scenarios too.
    assert_eq!(lines[0]["indicators"][1]["adjusted"], true);
    assert_eq!(lines[0]["indicators"][1]["points"], "1.5");
}

#[test]
fn a_form_without_the_scenario_is_refused() {
    let output = run(&["--scenario", "再争取两项省级标准", "blank.qiangxian.json", SAMPLE]);
    assert_eq!(output.status.code(), Some(1));
    let (lines, messages) = parts(&output);
    assert_eq!(lines.len(), 1);
    assert_eq!(messages, "blank.qiangxian.json：表格里没有名为「再争取两项省级标准」的情景。\n");
}

#[test]
fn without_a_form_it_says_how_to_call_it() {
    for arguments in [&[][..], &["--scenario"], &["--scenario", "甲"]] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{arguments:?}");
    }
}
