//! The fonts of official papers (GB/T 9704-2012), and what stands in for them.

use docx_rs::RunFonts;

/// Titles.
pub const TITLE: Font = Font("方正小标宋简体");
/// Headings of the first level, heads of tables.
pub const BLACK: Font = Font("黑体");
/// Headings of the second level.
pub const KAI: Font = Font("楷体_GB2312");
/// The body.
pub const FANGSONG: Font = Font("仿宋_GB2312");
/// Numbers of pages.
pub const SONG: Font = Font("宋体");

/// Letters and digits.
const LATIN: &str = "Times New Roman";

/// Other names under which each font, or one like it, is installed.
const INSTEAD: &[(&str, &str)] = &[
    ("方正小标宋简体", "方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体"),
    ("黑体", "SimHei,华文黑体,STHeiti,Noto Sans CJK SC"),
    ("楷体_GB2312", "楷体,KaiTi,KaiTi_GB2312,华文楷体,STKaiti"),
    ("仿宋_GB2312", "仿宋,FangSong,FangSong_GB2312,华文仿宋,STFangsong"),
    ("宋体", "SimSun,华文宋体,STSong,Noto Serif CJK SC"),
];

/// A font for Chinese characters.
#[derive(Clone, Copy)]
pub struct Font(&'static str);

impl Font {
    /// The fonts of a run or style; digits and letters have a font of their own.
    pub fn fonts(self) -> RunFonts {
        RunFonts::new().ascii(LATIN).hi_ansi(LATIN).cs(LATIN).east_asia(self.0)
    }
}

/// The entries of the document's table of fonts: what Word takes where a font is
/// not installed. Names have no character that would have to be escaped.
pub fn entries() -> String {
    let mut all = String::new();
    for (name, instead) in INSTEAD {
        for part in ["<w:font w:name=\"", name, "\"><w:altName w:val=\"", instead] {
            all.push_str(part);
        }
        // 86 is the Chinese character set (GB2312).
        all.push_str(
            "\"/><w:charset w:val=\"86\"/><w:family w:val=\"auto\"/><w:pitch w:val=\"variable\"/></w:font>",
        );
    }
    all
}
