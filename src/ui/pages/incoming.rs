//! Forms that came in by link or file.

use crate::session::Address;
use crate::ui::context::AppContext;

/// Goes where an address leads that is no view's: a share link, or nowhere.
pub fn open_address(app: AppContext, _hash: &str) {
    app.replace(Address::default());
}
