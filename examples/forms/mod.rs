//! What the examples share: forms named as arguments, one line for each.

use qiangxian::form::{Case, Form, read_bytes};
use qiangxian::text::form_problem;
use std::io::{self, Read, Write};
use std::process::ExitCode;

/// Prints a line for each form that is named, in the scenario that is asked
/// for. `name` is the example's own.
#[allow(dead_code, reason = "the league prints one line for all")]
pub fn each(name: &str, line: impl Fn(&Form, &Case) -> Result<String, String>) -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut scenario = None;
    if arguments.first().is_some_and(|a| a == "--scenario") {
        if arguments.len() < 2 {
            eprintln!("--scenario 后面应写情景名称");
            return ExitCode::FAILURE;
        }
        scenario = Some(arguments.remove(1));
        arguments.remove(0);
    }
    if arguments.is_empty() {
        eprintln!("用法：{name} [--scenario 名称] 表格文件…（- 表示标准输入）");
        return ExitCode::FAILURE;
    }
    let mut status = ExitCode::SUCCESS;
    for file in &arguments {
        let line = read(file).and_then(|form| {
            let case = case(&form, scenario.as_deref())?;
            line(&form, &case)
        });
        match line {
            Ok(line) => {
                if writeln!(io::stdout(), "{line}").is_err() {
                    return ExitCode::FAILURE;
                }
            }
            Err(message) => {
                eprintln!("{file}：{message}");
                status = ExitCode::FAILURE;
            }
        }
    }
    status
}

fn case(form: &Form, scenario: Option<&str>) -> Result<Case, String> {
    match scenario {
        Some(wanted) if form.scenario(wanted).is_none() => {
            Err(format!("表格里没有名为「{wanted}」的情景。"))
        }
        scenario => Ok(form.case_under(scenario)),
    }
}

/// Reads the form of a file.
pub fn read(file: &str) -> Result<Form, String> {
    read_bytes(&bytes(file)?).map_err(|problem| form_problem(&problem))
}

fn bytes(file: &str) -> Result<Vec<u8>, String> {
    if file == "-" {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map_err(|e| format!("读不了标准输入：{e}"))?;
        return Ok(bytes);
    }
    std::fs::read(file).map_err(|e| format!("读不了文件：{e}"))
}
