//! Why a share link is refused: what is wrong, and what to do.

use super::form_problem;
use crate::link::{LinkProblem, MOST_CHARACTERS, VERSION};

/// The message for a refused link.
pub fn link_problem(problem: &LinkProblem) -> String {
    match problem {
        LinkProblem::NotALink => {
            "这不是本工具的分享链接，请核对后重新粘贴，链接里应有 #q1 至 #q5 开头的一段。".into()
        }
        LinkProblem::Newer { version } => format!(
            "链接由更新版本的工具生成（链接版本 {version}，本工具能读到版本 {VERSION}），请先更新工具，再打开链接。"
        ),
        LinkProblem::TooLong => format!(
            "内容太多，超过链接的上限 {MOST_CHARACTERS} 个字符，请改用表格文件（*.qiangxian.json）。"
        ),
        LinkProblem::Cut { came, of: Some(of) } => format!(
            "链接不完整：应有 {of} 个字符，只收到 {came} 个，请对方重新发送，或复制完整的链接。"
        ),
        LinkProblem::Cut { came, of: None } => {
            format!("链接不完整：只收到开头 {came} 个字符，请对方重新发送，或复制完整的链接。")
        }
        LinkProblem::Damaged => {
            "链接在传送中被改动，内容已不可信，没有载入。请对方重新发送，或改发表格文件。".into()
        }
        LinkProblem::UnknownEdition => {
            "链接使用的指标体系不在本工具中，请更新工具，或请对方改发表格文件。".into()
        }
        LinkProblem::OtherFields { edition } => format!(
            "链接使用的「{edition}」与本工具中的填报项不同，请双方更新到同一版本的工具，再重新生成链接。"
        ),
        LinkProblem::Refused { problem } => format!(
            "链接里的内容不符合填报要求，没有载入：{}请对方核对后重新生成链接。",
            form_problem(problem)
        ),
    }
}
