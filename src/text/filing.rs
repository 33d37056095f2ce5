//! Words of the filing of evidence (佐证归档): what is on file, what a folder has and
//! lacks, and the names that files get.

use super::page;
use super::table::Table;
use crate::desk::{Folder, Proof};
use crate::form::{FileMark, Form};
use crate::rulebook::IndicatorId;

pub const FILING: &str = "佐证归档";
pub const HINT: &str = "选择或拖入佐证文件、文件夹，按名称对到材料。只记文件名、大小和指纹（SHA-256），不上传，也不保存文件内容；分享链接里不带这些记录。";
pub const CHOOSE: &str = "选择文件";
pub const CHOOSE_FOLDER: &str = "选择文件夹";
pub const CHECK: &str = "核对文件夹";
pub const CHECK_HINT: &str = "选一个文件夹，和已归档的记录逐个核对。";
pub const NO_ROWS: &str =
    "还没有登记佐证材料。先在打分表里打开指标，在「佐证材料」里写明材料名称。";
pub const UNREADABLE: &str = "表里的归档记录由更新版本的工具写成，这里读不了，已原样保留。";
pub const READ_ONLY: &str = "收到的表只能看。要归档请先「保留一份」。";
pub const HEAD: [&str; 5] = ["编号", "材料名称", "份数", "页数", "文件（指纹前 8 位）"];
pub const COPIES: &str = "份数";
pub const PAGES: &str = "页数";
pub const PENDING: &str = "请核对每个文件归到哪份材料";
pub const FILE: &str = "文件";
pub const BELONGS: &str = "归到";
pub const NONE: &str = "不归档";
pub const KEEP: &str = "记下";
pub const DROP: &str = "不记了";
pub const REMOVE: &str = "移出";
pub const NOT_COUNT: &str = "请填 1 到 9999 的整数。";
pub const NOT_READ: &str = "读不出来，没有记下（整个文件夹请用「选择文件夹」）：";
pub const RENAMES: &str = "改名清单";
pub const RENAMES_HINT: &str = "按“编号 材料名称”给文件起名，便于装订和查找。";
pub const OLD_NAME: &str = "现在的文件名";
pub const NEW_NAME: &str = "改为";
pub const ALL_WELL: &str = "文件夹与归档记录一致。";
pub const MISSING: &str = "缺失";
pub const CHANGED: &str = "内容变了";
pub const RENAMED: &str = "改了名";
pub const SHARED: &str = "几份材料共用";
pub const UNCLAIMED: &str = "没有归到材料";
pub const LOST: &str = "材料已删去，记录还在";

/// The number of a row of evidence: 14-2.
pub fn number(form: &Form, (id, row): Proof) -> String {
    format!("{}-{}", form.edition[id].id, row + 1)
}

/// A row of evidence in a list to choose from: 「14-2 某某通知」.
pub fn proof(form: &Form, proof: Proof) -> String {
    let title = form.evidence.get(&proof.0).and_then(|rows| rows.get(proof.1));
    let title = title.map(|row| row.title.as_str()).unwrap_or_default();
    format!("{} {title}", number(form, proof))
}

/// A file with its size and the first digits of its fingerprint.
pub fn file(one: &FileMark) -> String {
    format!("{}（{}，{}）", one.name, size(one.bytes), one.short())
}

/// A size as people say it.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KB", bytes / 1024),
        _ => format!("{} MB", bytes / 1_048_576),
    }
}

/// What the row was called when its files were filed.
pub fn was(title: &str) -> String {
    format!("归档时名称：{title}")
}

/// How many files have been read.
pub fn reading(done: usize, all: usize) -> String {
    format!("正在读文件 {done} / {all} …")
}

/// How many files were filed.
pub fn kept(count: usize) -> String {
    format!("已归档 {count} 个文件，可以撤销。")
}

/// How many files of a folder are as they were filed.
pub fn kept_in_folder(folder: &Folder, found: usize) -> String {
    format!("文件夹里有 {found} 个文件，{} 个与归档记录一致。", folder.kept)
}

/// What a folder has and lacks: a heading with its lines, empty ones left out.
pub fn folder_lists(form: &Form, folder: &Folder) -> Vec<(&'static str, Vec<String>)> {
    let of = |(proof, one): &(Proof, FileMark)| page::named(&self::proof(form, *proof), &one.name);
    let renamed = folder.renamed.iter().map(|(proof, one, now)| {
        format!("{}，现名 {now}", page::named(&self::proof(form, *proof), &one.name))
    });
    let shared = folder.shared.iter().map(|(name, proofs)| {
        let proofs: Vec<String> = proofs.iter().map(|one| number(form, *one)).collect();
        page::named(name, &proofs.join("、"))
    });
    let lists = [
        (MISSING, folder.missing.iter().map(of).collect()),
        (CHANGED, folder.changed.iter().map(of).collect()),
        (RENAMED, renamed.collect()),
        (SHARED, shared.collect()),
        (UNCLAIMED, folder.unclaimed.iter().map(|one| one.name.clone()).collect::<Vec<_>>()),
    ];
    lists.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
}

/// What files are to be called: 「14-2 某某通知.pdf」, numbered where a row has several.
pub fn renames(form: &Form) -> Table {
    let title = page::named(RENAMES, &page::form_name("", form));
    let mut table = Table::new(title, &["编号", OLD_NAME, NEW_NAME]);
    let Some(filing) = form.filing() else { return table };
    for (id, row, filed) in filing.iter() {
        for (nth, one) in (1..).zip(&filed.files) {
            let new = new_name(form, id, row, one, nth);
            if new != one.name {
                table.rows.push(vec![number(form, (id, row)), one.name.clone(), new]);
            }
        }
    }
    table
}

fn new_name(form: &Form, id: IndicatorId, row: usize, file: &FileMark, nth: usize) -> String {
    /// Characters of a name that every system takes.
    const MOST: usize = 80;
    // What Windows takes in no name.
    let is_free = |c: &char| !c.is_control() && !r#"\/:*?"<>|"#.contains(*c);
    let stem: String = proof(form, (id, row)).chars().filter(is_free).take(MOST).collect();
    let ending = file.name.rsplit_once('.').map(|(_, ending)| format!(".{ending}"));
    let ending = ending.unwrap_or_default();
    let stem = stem.trim_end_matches(['.', ' ']);
    if nth > 1 { format!("{stem}（{nth}）{ending}") } else { format!("{stem}{ending}") }
}
