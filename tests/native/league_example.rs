//! The league example as others call it: arguments, output, exit status.

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
            .args(["build", "--quiet", "--message-format=json", "--example", "league"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo runs");
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let messages = String::from_utf8(built.stdout).expect("messages in UTF-8");
        let path = |line: &str| {
            let message: Value = serde_json::from_str(line).ok()?;
            message["executable"].as_str().map(PathBuf::from)
        };
        messages.lines().find_map(path).expect("cargo names what it built")
    })
}

/// Runs the example in a folder that holds `files`.
fn run(folder: &str, files: &[(&str, String)], arguments: &[&str], input: &str) -> Output {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("league").join(folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.join(name), text).expect("a file");
    }
    let mut child = Command::new(example())
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example runs");
    // An example that refuses its arguments may not wait for the input.
    let _ = child.stdin.take().expect("an input").write_all(input.as_bytes());
    child.wait_with_output().expect("the example ends")
}

fn texts(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (text(&output.stdout), text(&output.stderr))
}

/// A form of the county index with these further keys.
fn form(keys: &str) -> String {
    format!(r#"{{"format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022",{keys}}}"#)
}

/// All that has points but indicator 2 and the honours, answered with nothing.
fn settled(county: &str, model: &str, keys: &str) -> String {
    let rulebook =
        qiangxian::rulebook::editions::find("shandong-county-2022").expect("the edition");
    let rest: Vec<String> = rulebook
        .indicators
        .iter()
        .filter(|indicator| indicator.id != "2")
        .map(|indicator| format!(r#""{}":{{"points":"0","reason":"无"}}"#, indicator.id))
        .collect();
    form(&format!(
        r#""county":"{county}","answers":{{{model}}},"adjustments":{{{}}}{keys}"#,
        rest.join(",")
    ))
}

#[test]
fn the_line_is_that_of_the_contract() {
    let files = [
        ("a.json", settled("甲县", r#""2.model":false"#, "")),
        ("b.json", settled("", "", "")),
        ("c.json", settled("丙县", r#""2.model":true"#, "")),
        ("d.json", settled("丁县", r#""2.model":true"#, r#","veto":["重大事故"]"#)),
        ("e.json", settled("戊县", r#""2.model":false"#, "")),
    ];
    let names = ["d.json", "a.json", "b.json", "-", "e.json"];
    let output = run("contract", &files, &names, &files[2].1);
    let (line, messages) = texts(&output);
    assert_eq!((output.status.code(), messages.as_str()), (Some(0), ""));
    let county = |form: u8, county: &str, low: u8, high: u8, rank: &str, vetoed: bool| {
        format!(
            r#"{{"form":{form},"county":"{county}","low":"{low}","points":"{low}","high":"{high}",{rank},"vetoed":{vetoed}}}"#
        )
    };
    let expected = [
        county(4, "丙县", 2, 2, r#""rank":1,"best":1,"worst":1"#, false),
        county(2, "甲县", 0, 0, r#""rank":2,"best":2,"worst":3"#, false),
        county(3, "", 0, 2, r#""rank":2,"best":1,"worst":2"#, false),
        county(5, "戊县", 0, 0, r#""rank":2,"best":2,"worst":3"#, false),
        county(1, "丁县", 2, 2, r#""rank":null,"best":null,"worst":null"#, true),
    ];
    let expected = format!(
        "{{\"rulebook\":\"shandong-county-2022\",\"counties\":[{}]}}\n",
        expected.join(",")
    );
    assert_eq!(line, expected);
}

#[test]
fn references_come_from_the_league() {
    let with = |keys: &str| form(keys);
    let files = [
        // Its own reference is replaced; its floor is a default.
        (
            "a.json",
            with(
                r#""county":"甲县","answers":{"33.bases":2,"26.handled":"95"},"references":{"33.bases":{"unacceptable":"0","satisfactory":"100"},"39.hightech-share":{"peers":["1","2"]}}"#,
            ),
        ),
        // A vetoed form's values count, and its own method does not.
        (
            "b.json",
            with(
                r#""county":"乙县","answers":{"33.bases":6,"base.population":"3","40.patents":1},"method":{"base":"0"},"veto":["事故"]"#,
            ),
        ),
        // Equal values give no reference.
        (
            "c.json",
            with(
                r#""county":"丙县","answers":{"33.bases":4,"26.handled":"95.00","base.population":"3","40.patents":2}"#,
            ),
        ),
    ];
    let names = ["--references", "league", "a.json", "b.json", "c.json"];
    let (line, messages) = texts(&run("references", &files, &names, ""));
    assert_eq!(messages, "");
    assert!(
        line.ends_with(
            "],\"references\":{\"33.bases\":{\"unacceptable\":\"2\",\"satisfactory\":\"6\"},\
             \"40.per-10k\":{\"unacceptable\":\"0.3333333333\",\"satisfactory\":\"0.6666666667\"}}}\n"
        ),
        "{line}"
    );
    let found: Value = serde_json::from_str(&line).unwrap();
    let points: Vec<(u64, &str)> = found["counties"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| (c["form"].as_u64().unwrap(), c["points"].as_str().unwrap()))
        .collect();
    // 33: 1.2, 2 and 1.6 of 2; 40: the best 2, the worst 1.2; 26 keeps its own
    // ends (90 to 100) and gives 1.6 to both that answer it.
    assert_eq!(points, [(3, "5.2"), (1, "2.8"), (2, "3.2")]);
    // A league of one has no two values.
    let (line, _) = texts(&run("references", &[], &names[..3], ""));
    assert!(line.ends_with("],\"references\":{}}\n"), "{line}");
    let (line, _) = texts(&run("references", &[], &names[2..], ""));
    assert!(!line.contains("references"), "{line}");
}

#[test]
fn the_method_and_readings_of_the_first_form_hold() {
    let answers = r#""answers":{"11.policies":["brand"],"33.bases":1},
        "references":{"33.bases":{"unacceptable":"1","satisfactory":"5"}}"#;
    let files = [
        ("usual.json", form(answers)),
        (
            "own.json",
            form(&format!(r#"{answers},"method":{{"base":"0"}},"readings":{{"11":"any"}}"#)),
        ),
    ];
    let points = |names: &[&str]| {
        let (line, _) = texts(&run("method", &files, names, ""));
        let found: Value = serde_json::from_str(&line).unwrap();
        let all = found["counties"].as_array().unwrap();
        all.iter().map(|c| c["points"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(points(&["usual.json", "own.json"]), ["2.2", "2.2"]);
    assert_eq!(points(&["own.json", "usual.json"]), ["3", "3"]);
}

#[test]
fn what_is_left_out_is_said_and_the_rest_is_ranked() {
    let files = [
        (
            "city.json",
            r#"{"format":"qiangxian.form","version":1,"rulebook":"jinan-city-2018"}"#.to_owned(),
        ),
        ("broken.json", "{".to_owned()),
        ("a.json", form(r#""county":"甲县""#)),
    ];
    let names = ["city.json", "broken.json", "missing.json", "a.json", "city.json"];
    let output = run("left-out", &files, &names, "");
    let (line, messages) = texts(&output);
    assert_eq!(output.status.code(), Some(1));
    let found: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(found["counties"].as_array().unwrap().len(), 1);
    assert_eq!(found["counties"][0]["form"], 4);
    let messages: Vec<&str> = messages.lines().collect();
    assert_eq!(messages.len(), 4, "{messages:?}");
    assert!(messages[0].starts_with("city.json：任务清单"), "{messages:?}");
    assert!(messages[3].starts_with("city.json：任务清单"), "{messages:?}");

    let output = run("left-out", &files, &["city.json", "broken.json"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    for arguments in [&[][..], &["--references"], &["--references", "own", "a.json"]] {
        let output = run("left-out", &files, arguments, "");
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}
