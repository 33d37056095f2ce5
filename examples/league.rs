//! Ranks forms: `cargo run --quiet --example league -- [--references league] FORM.json…`
//!
//! Prints one JSON object; `-` reads standard input. The first readable form of
//! points is the county's own, whose edition, method and readings hold for all.
//! Forms that are left out are reported on standard error, the others are still
//! ranked, and the exit status is 1 in the end. The output is a contract: see
//! `src/league/report.rs`.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
#[path = "forms/mod.rs"]
mod forms;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::forms::read;
    use qiangxian::form::Form;
    use qiangxian::league::{League, LeagueTable, LeftOut, report};
    use qiangxian::rulebook::Kind;
    use qiangxian::text::league::left_out;
    use std::io::{self, Write};
    use std::process::ExitCode;

    pub fn main() -> ExitCode {
        let mut arguments: Vec<String> = std::env::args().skip(1).collect();
        let references = arguments.first().is_some_and(|a| a == "--references");
        if references {
            if arguments.get(1).is_none_or(|from| from != "league") {
                eprintln!("--references 后面只能写 league");
                return ExitCode::FAILURE;
            }
            arguments.drain(..2);
        }
        if arguments.is_empty() {
            eprintln!("用法：league [--references league] 表格文件…（- 表示标准输入）");
            return ExitCode::FAILURE;
        }
        let mut league: Option<League> = None;
        let mut places = Vec::new();
        let mut status = ExitCode::SUCCESS;
        for (place, file) in (1..).zip(&arguments) {
            match read(file).and_then(|form| admit(&mut league, form)) {
                Ok(()) => places.push(place),
                Err(message) => {
                    eprintln!("{file}：{message}");
                    status = ExitCode::FAILURE;
                }
            }
        }
        let Some(mut league) = league else { return status };
        league.references = references;
        let names = league.members.iter().map(|member| member.name.as_str());
        let forms: Vec<(usize, &str)> = places.into_iter().zip(names).collect();
        let line = report(league.edition.0, &LeagueTable::new(&league), &forms, references);
        match writeln!(io::stdout(), "{line}") {
            Ok(()) => status,
            Err(_) => ExitCode::FAILURE,
        }
    }

    /// Takes a form into the league; the first one of points begins it.
    fn admit(league: &mut Option<League>, form: Form) -> Result<(), String> {
        match league {
            Some(league) => match league.admit(form) {
                Ok(_) => Ok(()),
                Err(reason) => Err(left_out(&reason)),
            },
            None if form.edition.kind == Kind::Checklist => Err(left_out(&LeftOut::NoPoints)),
            None => {
                *league = Some(League::new(form));
                Ok(())
            }
        }
    }
}
