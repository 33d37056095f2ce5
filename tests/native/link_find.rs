//! Share links in what people paste.

use crate::link_forms;

use link_forms::full;
use proptest::prelude::*;
use qiangxian::link::{Include, decode, encode, find, is_form_file};
use qiangxian::session::Address;
use std::time::{Duration, Instant};

fn link() -> String {
    encode(&full(4, 3), Include::default(), None).unwrap()
}

#[track_caller]
fn check(text: &str, expected: Option<&str>) {
    assert_eq!(find(text).as_deref(), expected, "{text}");
}

#[test]
fn a_link_is_found_in_what_messengers_make_of_it() {
    let link = link();
    let (a, b) = link.split_at(70);
    let full_width: String =
        link.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect();
    for text in [
        link.clone(),
        format!("#{link}"),
        format!(" \n#{link}\n"),
        format!("https://example.cn/index.html#{link}"),
        format!("https://example.cn/?from=singlemessage#{link}"),
        format!("https://example.cn/#{link}&shareTo=weixin"),
        format!("https://example.cn/#{link}?from=singlemessage&isappinstalled=0"),
        format!("https://example.cn/%23{link}"),
        format!("https://example.cn/%2523{link}"),
        format!("https://example.cn/&#35;{link}&amp;x=1"),
        format!("https://example.cn/&#x23;{link}"),
        format!("file:///D:/强县自评/index.html#{link}"),
        format!("章丘区的自评表：https://example.cn/#{link}。请审阅（今天内）"),
        format!("（见 https://example.cn/#{link}）"),
        format!("<a href=\"https://example.cn/#{link}\">自评表</a>"),
        format!("[自评表](https://example.cn/#{link})"),
        format!("https://example.cn/#{a}\r\n{b}"),
        format!("https://example.cn/#{a}\n> {b}\n> 张三"),
        format!("https://example.cn/#{a} \u{200b}{b}"),
        format!("https://example.cn/#{}", link.replace('_', "\\_")),
        format!("https://example.cn/＃{link}"),
        format!("https://example.cn/＃{full_width}。"),
        full_width.clone(),
        format!("https://example.cn/#{link}Please read it"),
        format!("https://example.cn/#{link} 2022年"),
        format!("先看#q1季度，再看 https://example.cn/#{link}"),
        format!("坏的 #{a}，好的 #{link}"),
        format!("#{link} 和 #{link}"),
        // Behind the number sign, and inside, as addresses write it.
        format!("https://example.cn/# {link}"),
        format!("https://example.cn/#\u{200b}{link}"),
        format!("https://example.cn/#\u{feff}\u{202a}{link}"),
        format!("https://example.cn/#{a}%20{b}"),
        format!("https://example.cn/#{a}%E2%80%8B{b}"),
        format!("https://example.cn/#{a}%0D%0A{b}"),
        format!("https://example.cn/#%EF%BB%BF{a}%2520{b}"),
        format!("https://example.cn/%2523{}", link.replace('_', "%5F")),
        format!("https://example.cn/#{a}&#8203;{b}"),
        format!("https://example.cn/#{a}&nbsp;{b}"),
        format!("https://example.cn/#{a}\u{e0020}{b}"),
    ] {
        check(&text, Some(&link));
    }
}

#[test]
fn what_is_left_of_a_link_is_found_too() {
    let link = link();
    let cut = &link[..100];
    check(&format!("https://example.cn/#{cut}……"), Some(cut));
    check(&format!("https://example.cn/#{cut}&shareTo=weixin"), Some(cut));
    check("#q1", Some("q1"));
    check("#q2AbcD，更新的", Some("q2AbcD"));
    check("q12AbcD", Some("q12AbcD"));
    let damaged = link.to_lowercase();
    assert!(decode(&find(&format!("看 #{damaged}。")).unwrap()).is_err());
}

#[test]
fn nothing_is_found_where_there_is_no_link() {
    for text in
        ["", " ", "#", "#/fill", "#q", "#quality1", "q", "第q1季度", "x#Q1", "你好", "%23", "&#35;"]
    {
        check(text, None);
    }
}

#[test]
fn a_form_file_is_no_message_whatever_its_notes_hold() {
    let link = link();
    for file in [
        format!("{{\"notes\":{{\"1\":\"https://example.cn/#{link}\"}}}}"),
        "{\"county\":\"#q1\"}".to_owned(),
    ] {
        for before in ["", "\u{feff}", " \n\t", "\u{200b}\u{feff} ", "\u{3000}"] {
            let text = format!("{before}{file}");
            assert!(is_form_file(&text), "{text:?}");
            check(&text, None);
        }
    }
    assert!(!is_form_file(&format!("表：{{#{link}}}")));
    check(&format!("表：{{#{link}}}"), Some(&link));
}

#[test]
fn an_address_is_read_as_what_was_meant() {
    let link = link();
    let (a, b) = link.split_at(70);
    for hash in [
        format!("#{link}"),
        format!("#{link}?from=singlemessage"),
        format!("#{a}%20{b}"),
        format!("#{a}%E2%80%8B{b}"),
        format!("#{a}%0A{b}&shareTo=weixin"),
        format!("#%20%EF%BB%BF{link}"),
        link.clone(),
    ] {
        assert_eq!(Address::link(&hash).as_deref(), Some(link.as_str()), "{hash}");
    }
}

proptest! {
    #[test]
    fn any_address_is_read(text in "\\PC*", other in "(#|q|1|%|2|5|F|/|&|;|x){0,40}") {
        for text in [&text, &other] {
            let _ = (Address::parse(text), Address::link(text), Address::cut_link(text));
        }
    }

    #[test]
    fn any_text_is_searched(text in "\\PC*", other in "(#|q|1|%23|&#35;|A|é| |\n){0,80}") {
        for text in [&text, &other] {
            if let Some(found) = find(text) {
                prop_assert!(decode(&found).is_err());
            }
        }
    }
}

#[test]
fn large_texts_are_searched_at_once() {
    let link = link();
    let texts = [
        "#q1".repeat(400_000),
        "q1".repeat(600_000),
        format!("q{}", "1".repeat(2_000_000)),
        format!("#q1{}", "A ".repeat(1_000_000)),
        "%2523".repeat(300_000),
        "章".repeat(1_000_000),
    ];
    for text in texts {
        let start = Instant::now();
        let _ = find(&text);
        assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    }
    check(&format!("{}#{link}", " ".repeat(900_000)), Some(&link));
    check(&format!("{}#{link}", " ".repeat(1 << 20)), None);
}
