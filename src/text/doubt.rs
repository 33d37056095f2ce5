//! Implausible figures, in words.

use super::explain::answer_text;
use super::page;
use crate::desk::Doubt;
use crate::form::{Case, Form};
use crate::score::{PLACES, shown};
use rust_decimal::Decimal;

/// Why a figure is questioned, and what to look at.
pub fn doubt_text(form: &Form, case: &Case, doubt: &Doubt) -> String {
    match doubt {
        Doubt::Above { most, unit } => {
            let most = page::named_value(&shown(*most, PLACES), unit);
            format!("请核对：超过了 {most}，是不是单位不对？")
        }
        Doubt::Times { times, other, is_more } => {
            let label = form.edition[*other].label;
            let value = case.answers.get(*other);
            let value = value.map(|value| answer_text(form.edition.0, *other, value));
            let value = value.unwrap_or_default();
            format!("请核对：是「{label}」（{value}）{}", times_text(*times, *is_more))
        }
        Doubt::TimesPeers { times, is_more } => {
            format!("请核对：是同类地区数值{}", times_text(*times, *is_more))
        }
    }
}

fn times_text(times: Decimal, is_more: bool) -> String {
    let times = shown(times, PLACES);
    let how =
        if is_more { format!("的 {times} 倍以上") } else { format!("的 1/{times} 以下") };
    format!("{how}，是不是单位或小数点不对？")
}
