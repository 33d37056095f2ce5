//! Small leagues, reckoned by hand.

use qiangxian::form::{Form, read as read_form};
use qiangxian::league::*;
use qiangxian::rulebook::{Answer, ReadingId};
use qiangxian::text::league::alias;
use rust_decimal::Decimal;

pub fn form(keys: &str) -> Form {
    let text = format!(
        r#"{{"format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022",{keys}}}"#
    );
    read_form(&text).expect("a form")
}

fn league(forms: &[&str]) -> League {
    let mut forms = forms.iter().map(|keys| form(keys));
    let mut league = League::new(forms.next().expect("an own form"));
    forms.for_each(|form| assert!(league.admit(form).is_ok()));
    league
}

fn figure(text: &str) -> Decimal {
    text.parse().expect("a figure")
}

/// Secured points by member.
fn points(table: &LeagueTable) -> Vec<String> {
    table.lines.iter().map(|line| line.total.points().normalize().to_string()).collect()
}

/// Reads 33 (bases, of 2 points) and 11 (policies, of 3) alone.
const THREE: [&str; 3] = [
    r#""county":"甲县","answers":{"33.bases":1,"2.model":true}"#,
    r#""county":"乙县","answers":{"33.bases":3,"11.policies":["brand"]}"#,
    r#""county":"丙县","answers":{"33.bases":5}"#,
];

#[test]
fn an_edit_of_ones_own_moves_the_ends_for_all() {
    let mut league = league(&THREE);
    league.references = true;
    let mut table = LeagueTable::new(&league);
    assert_eq!(points(&table), ["3.2", "2.6", "2"]);
    let [taken] = &table.taken[..] else { panic!("{:?}", table.taken) };
    assert_eq!((&taken.worst[..], &taken.best[..]), (&[0][..], &[2][..]));

    for bases in [Some(9), Some(4), None, Some(3), Some(1)] {
        let mut own = league.own_form().expect("a form").clone();
        let field = own.edition.field("33.bases").expect("a field");
        own.case.answers.set(field, bases.map(Answer::Count));
        league.set_own(own);
        table.update(league.edition.0, &league.sources(), &league.terms, 0);
        assert_eq!(table, LeagueTable::new(&league), "{bases:?}");
    }
}

#[test]
fn leaving_out_the_holder_of_an_end_is_shown() {
    let mut league = league(&THREE);
    league.references = true;
    let table = LeagueTable::new(&league);
    let all = without_each(league.edition.0, &league.sources(), &league.terms, &table, 0);
    let found: Vec<(usize, String)> =
        all.iter().map(|one| (one.member, one.total.points().normalize().to_string())).collect();
    // Without its own value it is worse than the worst: d = 60 − 40 × 2 / 2.
    assert_eq!(found, [(0, "2.4".to_owned()), (2, "3.2".to_owned())]);
}

#[test]
fn scenarios_take_the_league_along() {
    let own = format!(
        r#"{},"scenarios":[{{"name":"多建","answers":{{"33.bases":9}}}},
        {{"name":"另一口径","readings":{{"11":"any"}}}}]"#,
        THREE[0]
    );
    let mut league = league(&[&own, THREE[1], THREE[2]]);
    league.references = true;
    let found = scenarios(&league, &LeagueTable::new(&league));
    let found: Vec<_> = found
        .iter()
        .map(|one| {
            let place = one.place.expect("a place");
            (one.name.as_str(), one.total.points().normalize().to_string(), place.rank)
        })
        .collect();
    // Under the other reading one policy of 乙县 gives 3 points.
    assert_eq!(found, [("多建", "4".into(), 1), ("另一口径", "3.2".into(), 2)]);
}

#[test]
fn losses_add_up_to_the_distance() {
    let league = league(&THREE);
    let table = LeagueTable::new(&league);
    let strips = strips(league.edition.0, &table, 2, 2).expect("strips");
    assert_eq!((strips.total.best, strips.total.rank), (2.into(), 3));
    assert_eq!(strips.indicators.len(), 43);
    let losses = by_loss(&strips.indicators, Against::Last);
    assert!(losses.windows(2).all(|two| two[0].1 >= two[1].1));
    let sum: Decimal = lost_to(&table.lines[2], &table.lines[0]).iter().map(|(_, p)| *p).sum();
    assert_eq!(sum, figure("2"));
    // 甲县 has 2 points of the model, 乙县 1 of a policy; 33 has no reference.
    let targets = [0, 1, 2].map(|at| table.target(at, 2));
    assert_eq!(targets, [None, None, Some(Decimal::ONE)]);
}

#[test]
fn a_county_counts_once_with_its_newest_form() {
    let forms = [
        form(r#""county":"甲县","year":2021"#),
        form(r#""county":" 甲县","year":2022"#),
        form(r#""county":"乙县""#),
        form(r#""county":"乙县","answers":{"2.model":true}"#),
        form(r#""county":"乙县""#),
        form(r#""year":2022"#),
        form(r#""county":"""#),
        form(r#""county":"丙县","history":[{"time":"2022-01-01T08:00","event":"created"}]"#),
        form(r#""county":"丙县","history":[{"time":"2022-03-01T08:00","event":"created"}]"#),
    ];
    let found = once(&forms.iter().collect::<Vec<_>>());
    assert_eq!(found.counted, [1, 2, 5, 6, 8]);
    assert_eq!(found.doubtful, [vec![2, 3]]);
    let mut left = found.left.clone();
    left.sort_unstable();
    assert_eq!(left, [(0, 1), (3, 2), (4, 2), (7, 8)]);
}

#[test]
fn years_show_what_was_gained_and_lost() {
    let old = form(r#""year":2021,"answers":{"2.model":true,"12.platform":false}"#);
    let new =
        form(r#""year":2022,"answers":{"2.model":false,"12.platform":true,"22.channel":true}"#);
    let rulebook = new.edition.0;
    let terms = Terms::of(rulebook, &new.case);
    let all = years(rulebook, &[&new, &old], &terms, &[]);
    assert_eq!(all.iter().map(|one| one.year).collect::<Vec<_>>(), [2021, 2022]);
    let found: Vec<_> = changes(&all[0].line, &all[1].line)
        .iter()
        .map(|(id, points)| (rulebook[*id].id, points.to_string()))
        .collect();
    assert_eq!(found, [("12", "2".into()), ("22", "1".into()), ("2", "-2".into())]);
}

#[test]
fn checklists_are_compared_by_what_is_met() {
    let city = |keys: &str| {
        let text = format!(
            r#"{{"format":"qiangxian.form","version":1,"rulebook":"jinan-city-2018",{keys}}}"#
        );
        read_form(&text).expect("a form")
    };
    let mut league = League::new(city(r#""county":"甲市","answers":{"1.status":"met"}"#));
    let other = r#""county":"乙市","answers":{"1.status":"met","44.no-port":true}"#;
    league.admit(city(other)).expect("of the same edition");
    assert!(league.admit(form(r#""county":"丙县""#)).is_err());
    let table = LeagueTable::new(&league);
    let found = by_met(league.edition.0, &table);
    // One of 131 is more than one of 132.
    assert_eq!(found.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [1, 0]);
    let sharing = Sharing { figures: SentFigures::Points, alias: Some(&alias), own_named: false };
    let sent = shared(&league, &table, &sharing);
    assert_eq!(read(&write(&sent).expect("a file")), Ok(sent));
}

#[test]
fn the_band_of_ranks_is_that_of_all_combinations() {
    // 乙县 passes 甲县 only if one policy is enough (3 points), 丙县 only with base 0.
    let references = r#""references":{"33.bases":{"unacceptable":"0","satisfactory":"10"}}"#;
    let keys = [
        format!(r#""county":"甲县","answers":{{"33.bases":5,"3.activities":true}},{references}"#),
        format!(
            r#""county":"乙县","answers":{{"11.policies":["brand"],"13.policy":true}},{references}"#
        ),
        format!(r#""county":"丙县","answers":{{"2.model":true,"8.policy":true}},{references}"#),
    ];
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let league = league(&keys);
    let band = band(league.edition.0, &league.sources(), false, 0).expect("a band");
    assert_eq!((band.best, band.worst), (1, 3));
    let rank = |terms: &Terms| {
        let table = LeagueTable::of(league.edition.0, &league.sources(), terms, false);
        table.places[0].expect("a place").rank
    };
    assert_eq!((rank(&band.best_under), rank(&band.worst_under)), (1, 3));
    assert!(band.worst_under.readings.iter().any(|(id, _)| is_eleven(&league, id)));
    assert_eq!(band.worst_under.base, Decimal::ZERO);
}

fn is_eleven(league: &League, id: ReadingId) -> bool {
    league.edition.0[id].id == "11"
}

#[test]
fn what_is_wrong_with_a_file_is_named() {
    let whole = write(&league(&THREE)).expect("a file");
    assert_eq!(read(&whole), Ok(league(&THREE)));
    let with = |from: &str, to: &str| {
        assert!(whole.contains(from), "{from}");
        let problem = read(&whole.replacen(from, to, 1)).expect_err("refused");
        qiangxian::text::league::league_problem(&problem)
    };
    let cases = [
        (r#""qiangxian.league""#, r#""other""#, "qiangxian.league"),
        (r#""version":1"#, r#""version":2"#, "更新版本"),
        (r#""own":0"#, r#""own":3"#, "own"),
        (r#""recognised":10"#, r#""recognised":0"#, "recognised"),
        (r#""base":"60""#, r#""base":"61""#, "method.base"),
        (r#""33.bases":3"#, r#""33.bases":-3"#, "第 2 个县：「answers.33.bases」"),
        (r#""name":"乙县""#, r#""alias":"乙县""#, "counties[1].alias"),
        (r#""counties""#, r#""countries""#, "counties"),
    ];
    for (from, to, expected) in cases {
        let message = with(from, to);
        assert!(message.contains(expected), "{from}: {message}");
    }
    let later = whole.replacen(r#""own":0"#, r#""later":{"a":[1.50]},"own":0"#, 1);
    let found = read(&later).expect("a league");
    assert_eq!(found.extra, [("later".to_owned(), r#"{"a":[1.50]}"#.to_owned())]);
    assert_eq!(read(&write(&found).expect("a file")), Ok(found));
}

#[test]
fn nothing_that_names_a_county_is_sent() {
    let secret = r#""county":"秘县","notes":{"1":"秘密"},"evidence":{"1":[{"title":"秘密"}]},
        "veto":["秘密"],"adjustments":{"1":{"points":"1","reason":"秘密"}},
        "scenarios":[{"name":"秘密"}],"later":"秘密",
        "answers":{"33.bases":2,"43.honours":[
            {"title":"省长质量奖","recipient":"秘密公司","level":"provincial","year":2016},
            {"title":"秘密奖","recipient":"秘密公司","level":"national","year":2021}]}"#;
    let league = league(&[secret, THREE[1]]);
    let table = LeagueTable::new(&league);
    for figures in [SentFigures::Answers, SentFigures::Points] {
        let sharing = Sharing { figures, alias: Some(&alias), own_named: false };
        let text = write(&shared(&league, &table, &sharing)).expect("a file");
        assert!(!text.contains('秘') && !text.contains("乙县\",\"form\":{\"county"), "{text}");
        // The ranked one stands first.
        assert!(text.find("甲县") < text.find("乙县"), "{text}");
        let named = shared(&league, &table, &Sharing { own_named: true, ..sharing });
        assert_eq!(named.members[1].name, "秘县");
        let bare = shared(&league, &table, &Sharing { alias: None, ..sharing });
        assert_eq!(bare.members[0].name, "乙县");
    }
}
