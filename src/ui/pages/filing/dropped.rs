//! What was dropped: files, and folders with all that is in them.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

/// The entries of what was dropped. They have to be taken at once: what was dropped is
/// gone when its event is over.
pub fn entries(transfer: &DataTransfer) -> Vec<FileSystemEntry> {
    let items = transfer.items();
    let items = (0..items.length()).filter_map(|at| items.get(at));
    items.filter_map(|item| item.webkit_get_as_entry().ok().flatten()).collect()
}

/// The files of entries, those in folders too. What cannot be read is left out, as is
/// what the system hides by a name that begins with a point.
pub async fn files(entries: Vec<FileSystemEntry>) -> Vec<File> {
    let (mut left, mut files) = (entries, Vec::new());
    while let Some(entry) = left.pop() {
        if entry.name().starts_with('.') {
            continue;
        }
        // Unchecked casts, since Chromium has no global classes of these names.
        if entry.is_directory() {
            left.extend(within(entry.unchecked_ref::<FileSystemDirectoryEntry>()).await);
        } else if entry.is_file() {
            let entry = entry.unchecked_ref::<FileSystemFileEntry>();
            let file = Promise::new(&mut |take, fail| {
                entry.file_with_callback_and_callback(&take, &fail);
            });
            let file = JsFuture::from(file).await.ok();
            files.extend(file.and_then(|file| file.dyn_into::<File>().ok()));
        }
    }
    files.sort_by_key(File::name);
    files
}

/// The entries in a folder. The browser hands out some at a time, and none at the end.
async fn within(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut all = Vec::new();
    loop {
        let some = Promise::new(&mut |take, fail| {
            // Errors go to the second callback; the call itself does not throw.
            let _ = reader.read_entries_with_callback_and_callback(&take, &fail);
        });
        let some = JsFuture::from(some).await.map(|some| Array::from(&some)).unwrap_or_default();
        if some.length() == 0 {
            return all;
        }
        all.extend(some.iter().map(JsValue::unchecked_into::<FileSystemEntry>));
    }
}
