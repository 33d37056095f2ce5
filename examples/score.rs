//! Scores form files: `cargo run --quiet --example score -- [--scenario NAME] FORM.json…`
//!
//! One JSON object a form, one a line; `-` reads standard input. A bad form is
//! reported on standard error, the others are still scored, and the exit
//! status is 1 in the end. The output is a contract: see `src/score/report.rs`.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use qiangxian::form::read_bytes;
    use qiangxian::score::report;
    use qiangxian::text::form_problem;
    use std::io::{self, Read, Write};
    use std::process::ExitCode;

    pub fn main() -> ExitCode {
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
            eprintln!("用法：score [--scenario 名称] 表格文件…（- 表示标准输入）");
            return ExitCode::FAILURE;
        }
        let mut status = ExitCode::SUCCESS;
        for name in &arguments {
            let line = match score(name, scenario.as_deref()) {
                Ok(line) => line,
                Err(message) => {
                    eprintln!("{name}：{message}");
                    status = ExitCode::FAILURE;
                    continue;
                }
            };
            if writeln!(io::stdout(), "{line}").is_err() {
                return ExitCode::FAILURE;
            }
        }
        status
    }

    fn score(name: &str, scenario: Option<&str>) -> Result<String, String> {
        let form = read_bytes(&bytes(name)?).map_err(|problem| form_problem(&problem))?;
        let card = match scenario {
            None => form.scorecard(),
            Some(wanted) => {
                let found = form.scenario(wanted);
                let scenario =
                    found.ok_or_else(|| format!("表格里没有名为「{wanted}」的情景。"))?;
                form.score(&form.case.under(scenario))
            }
        };
        Ok(report(form.edition.0, &form.county, &card))
    }

    fn bytes(name: &str) -> Result<Vec<u8>, String> {
        if name == "-" {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes).map_err(|e| format!("读不了标准输入：{e}"))?;
            return Ok(bytes);
        }
        std::fs::read(name).map_err(|e| format!("读不了文件：{e}"))
    }
}
