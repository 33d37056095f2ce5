//! What is told of saving: that it was done, why it was not, and what other
//! windows did.

use super::FORMS;
use crate::storage::StoreFault;

/// When the form was saved.
pub fn saved_at(time: &str) -> String {
    format!("已保存 {time}")
}

/// Why nothing is saved.
pub fn not_saved(fault: StoreFault) -> &'static str {
    match fault {
        StoreFault::Blocked => {
            "浏览器不让本页保存数据：内容只在本窗口里，关闭就没有了。请及时「存为文件」。"
        }
        StoreFault::Full => {
            "浏览器的存储空间已满：最近的改动没有存上。请「存为文件」，再到「我的表」删除不用的表。"
        }
        StoreFault::Lost => "保存后读不回来：最近的改动可能没有存上。请「存为文件」。",
        StoreFault::TooLarge => {
            "内容太多，存下也读不回来：最近的改动没有存上。请删去一些备注、佐证或快照。"
        }
    }
}

/// Something stored could not be read.
pub fn unreadable(count: usize) -> String {
    format!(
        "浏览器里存的 {count} 份内容读不出，已原样另放，可到「{FORMS}」页下载。其他表不受影响。"
    )
}

/// Asks before a form with edits that could not be saved is replaced.
pub fn ask_unsaved(name: &str) -> String {
    format!("「{name}」有改动没有存上。继续就会丢掉这些改动，请先存为文件。")
}
pub const UNSAVED_EDITS: &str = "改动没有存上";
pub const EXPORT_AND_GO_ON: &str = "存为文件，再继续";
pub const GO_ON: &str = "不保存，继续";
pub const CANCEL: &str = "取消";

/// A form could not be stored beside the open one.
pub fn not_stored(name: &str, fault: StoreFault) -> String {
    let why = match fault {
        StoreFault::Blocked => "浏览器不让本页保存数据",
        StoreFault::Full => "浏览器的存储空间已满",
        StoreFault::Lost => "保存后读不回来",
        StoreFault::TooLarge => "内容太多，存下也读不回来",
    };
    format!("「{name}」没有存上：{why}。")
}

/// A form could not be deleted.
pub fn not_deleted(name: &str) -> String {
    format!("「{name}」没有删掉：浏览器不让本页改动保存的数据。")
}

/// A form was deleted.
pub fn deleted(name: &str) -> String {
    format!("已删除「{name}」。")
}

/// A form was kept as the user's own.
pub fn kept(name: &str) -> String {
    format!("已另存为我的表「{name}」。")
}

/// A form that would be too large a file.
pub const TOO_LARGE_FOR_A_FILE: &str =
    "没有存成文件：内容太多，存下也读不回来，请先删去一些备注或佐证。";

/// Another window changed the form that is open here.
pub fn overtaken(name: &str) -> String {
    format!("另一个窗口也改了这张表。那边的内容已另存为「{name}」，这里继续用本窗口的内容。")
}

/// Another window changed the same places of the form, and both cannot be stored.
pub fn no_room_for_both(name: &str) -> String {
    format!(
        "另一个窗口也改了「{name}」的同一处，两份内容存不下。本窗口的改动还没有存上，没有覆盖那边的内容；请先「存为文件」，再到「{FORMS}」页删除不用的表。"
    )
}

/// Another window deleted the form that is open here.
pub fn deleted_elsewhere(name: &str) -> String {
    format!("另一个窗口删除了「{name}」。这里还开着它；再改动就会重新保存，不要了可以打开别的表。")
}

/// Another window deleted a form that this one wrote last and that can come back.
pub fn deleted_elsewhere_closed(name: &str) -> String {
    format!("另一个窗口删除了「{name}」，本窗口之前改过它。")
}

/// Two windows saved a form at the same moment; one state is kept beside the other.
pub fn raced(name: &str) -> String {
    format!("两个窗口同时改了同一张表，其中一份内容已另存为「{name}」。")
}

/// A form that was to be stored again had been stored by another window.
pub fn stored_beside(name: &str) -> String {
    format!("另一个窗口又保存了这张表，这里的内容另存为「{name}」。")
}

/// Edits of two windows in different places of the form were put together.
pub const UNITED: &str = "另一个窗口也改了这张表，两边的改动已合在一起。";

/// The form was changed in another window and is shown as it is now.
pub const REFRESHED: &str = "另一个窗口改了这张表，这里已更新为最新内容。";
