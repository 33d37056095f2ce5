//! What a file is that is not what was asked for, and what to do with it.

use crate::form::FileKind;

/// Why a file cannot be read as a form or a workbook, a sentence for each kind.
/// Nothing for those that are tried: their own reader says what is wrong.
pub fn file_kind(kind: FileKind) -> Option<&'static str> {
    Some(match kind {
        FileKind::Form | FileKind::Workbook => return None,
        FileKind::Cut => "文件不完整，可能没有下载完或传送中断了，请让对方重新发送。",
        FileKind::OldWorkbook => {
            "这是旧版 Excel 或 WPS 的表格（.xls、.et），请用 Excel 或 WPS 打开，另存为 .xlsx 后再选。"
        }
        FileKind::Locked => {
            "这个文件加了打开密码，请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx 后再选。"
        }
        FileKind::BinaryWorkbook => {
            "这是 Excel 的二进制表格（.xlsb），请用 Excel 打开，另存为 .xlsx 后再选。"
        }
        FileKind::OpenDocument => {
            "这是 OpenDocument 表格（.ods），请用 Excel、WPS 或 LibreOffice 打开，另存为 .xlsx 后再选。"
        }
        FileKind::Document => {
            "这是 Word 或 WPS 文字文档，不是表格文件。请选 .qiangxian.json 或 .xlsx 文件。"
        }
        FileKind::Slides => "这是演示文稿，不是表格文件。请选 .qiangxian.json 或 .xlsx 文件。",
        FileKind::Archive | FileKind::OtherArchive => {
            "这是压缩包，请先解压，再选里面的 .qiangxian.json 或 .xlsx 文件。"
        }
        FileKind::Pdf => "这是 PDF 文件，读不出填报内容。请选 .qiangxian.json 或 .xlsx 文件。",
        FileKind::Image => "这是图片或视频，读不出填报内容。请选 .qiangxian.json 或 .xlsx 文件。",
        FileKind::WebPage => "这是网页文件，不是表格文件。请选 .qiangxian.json 或 .xlsx 文件。",
        FileKind::Csv => {
            "这是 CSV 或文本表格，里面没有核对用的隐藏列，不能读回。请把原来的 .xlsx 填报表填好发回。"
        }
        FileKind::Empty => "文件是空的，请让对方重新发送。",
        FileKind::Text | FileKind::Unknown => {
            "这不是本工具的文件。请选 .qiangxian.json 或 .xlsx 文件。"
        }
    })
}
