//! What counts in a league that is gathered, and a table made in steps.

use super::examples::form;
use qiangxian::league::*;

fn gathered(own: &str, others: &[&str]) -> Gathered {
    let mut gathered = Gathered::new(form(own));
    for (at, other) in others.iter().enumerate() {
        gathered.take(&format!("{at}"), Member::from(form(other)));
    }
    gathered
}

fn names(gathered: &Gathered) -> Vec<&str> {
    gathered.league().members.iter().map(|member| member.name.as_str()).collect()
}

fn whys(gathered: &Gathered) -> Vec<(&str, &WhyAside)> {
    gathered.aside().iter().map(|one| (one.from.as_str(), &one.why)).collect()
}

#[test]
fn a_county_counts_once_and_the_open_form_for_the_own() {
    let all = gathered(
        r#""county":"甲县","year":2022"#,
        &[
            r#""county":"乙县","year":2021"#,
            r#""county":" 甲县","year":2023"#,
            r#""county":"乙县","year":2022"#,
            r#""county":"乙县","year":2020"#,
            r#""county":"""#,
            r#""county":"乙县","year":2022"#,
            r#""county":"乙县","year":2022,"answers":{"2.model":true}"#,
        ],
    );
    assert_eq!(names(&all), ["甲县", "乙县", ""]);
    assert_eq!((all.from(1), all.from(2)), ("2", "4"));
    assert_eq!(
        whys(&all),
        [
            ("1", &WhyAside::Own),
            ("0", &WhyAside::Older),
            ("3", &WhyAside::Older),
            ("5", &WhyAside::Same),
            ("6", &WhyAside::Doubtful)
        ]
    );
    assert_eq!(all.own_forms().iter().map(|form| form.year()).collect::<Vec<_>>(), [2022, 2023]);
}

#[test]
fn the_user_says_which_of_two_counts() {
    let mut all = gathered(
        r#""county":"甲县""#,
        &[r#""county":"乙县""#, r#""county":"乙县","answers":{"2.model":true}"#],
    );
    let points =
        |all: &Gathered| LeagueTable::new(all.league()).lines[1].total.points().to_string();
    assert_eq!(points(&all), "0");
    all.prefer(0);
    assert_eq!((points(&all).as_str(), all.from(1)), ("2", "1"));
    assert_eq!(whys(&all), [("0", &WhyAside::Doubtful)]);
    all.prefer(0);
    assert_eq!((points(&all).as_str(), all.from(1)), ("0", "0"));
    all.remove(1);
    assert_eq!((names(&all).len(), all.aside().len()), (1, 0));
}

#[test]
fn another_open_form_changes_places() {
    let mut all = gathered(
        r#""county":"甲县","year":2022"#,
        &[r#""county":"甲县","year":2021"#, r#""county":"乙县""#, r#""county":"丙县""#],
    );
    all.follow(&form(r#""county":"丙县","year":2022"#));
    assert_eq!(names(&all), ["丙县", "乙县", "甲县"]);
    assert_eq!(whys(&all), [("2", &WhyAside::Own)]);
    all.follow(&form(r#""county":"甲县","year":2022"#));
    assert_eq!(names(&all), ["甲县", "乙县", "丙县"]);
    assert_eq!(whys(&all), [("0", &WhyAside::Own)]);
}

#[test]
fn what_does_not_fit_is_named() {
    let mut all = gathered(r#""county":"甲县""#, &[r#""county":"乙县""#]);
    let city = r#"{"format":"qiangxian.form","version":1,"rulebook":"jinan-city-2018"}"#;
    all.take_form_of("城市", qiangxian::form::read(city).expect("a form"));
    all.refuse("坏文件", "读不懂".into());
    let line = LeagueTable::new(all.league()).lines[1].clone();
    let points = |name: &str| Member { name: name.into(), held: Supplied::Points(line.clone()) };
    all.take("只有得分", points("乙县"));
    all.take("只有得分", points("丁县"));
    all.take("更新", Member::from(form(r#""county":"丁县""#)));
    assert_eq!(
        whys(&all),
        [
            ("城市", &WhyAside::LeftOut(LeftOut::NoPoints)),
            ("坏文件", &WhyAside::Unreadable("读不懂".into())),
            ("只有得分", &WhyAside::PointsAlone),
            ("只有得分", &WhyAside::PointsAlone),
        ]
    );
    assert!(all.league().members[2].form().is_some());
    all.forget_aside();
    assert!(all.aside().is_empty());
}

#[test]
fn what_is_kept_gathers_to_the_same() {
    let mut all = gathered(
        r#""county":"甲县","year":2022"#,
        &[
            r#""county":"甲县","year":2021"#,
            r#""county":"乙县","year":2022"#,
            r#""county":"乙县","year":2021"#,
            r#""county":"丙县""#,
            r#""county":"丙县","answers":{"2.model":true}"#,
        ],
    );
    all.rename("2022年度");
    all.recognise(Some(2));
    all.take_references(true);
    all.prefer(2);
    let text = write(&all.kept()).expect("a file");
    let mut again = Gathered::new(form(r#""county":"甲县","year":2022"#));
    again.unite("", read(&text).expect("a league"), true);
    assert_eq!(again.league(), all.league());
    let whys = |all: &Gathered| all.aside().iter().map(|one| one.why.clone()).collect::<Vec<_>>();
    assert_eq!(whys(&again), whys(&all));
}

#[test]
fn a_table_made_in_steps_is_the_same() {
    for references in [false, true] {
        let mut all = gathered(
            r#""county":"甲县","answers":{"33.bases":1,"2.model":true}"#,
            &[r#""county":"乙县","answers":{"33.bases":3}"#, r#""county":"丙县""#],
        );
        all.take_references(references);
        let mut scoring = Scoring::new(all.league());
        while scoring.step(all.league()) {}
        assert_eq!(scoring.done(), 3);
        assert_eq!(scoring.table(), LeagueTable::new(all.league()));
    }
}
