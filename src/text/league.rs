//! The league in words.

use crate::league::LeftOut;

/// Why a form is left out of a league.
pub fn left_out(reason: &LeftOut) -> String {
    match reason {
        LeftOut::NoPoints => "任务清单不计分，不参加排名。".into(),
        LeftOut::OtherEdition { form, league } => {
            format!("指标体系是「{form}」，与本县的「{league}」不同，不参加排名。")
        }
    }
}
