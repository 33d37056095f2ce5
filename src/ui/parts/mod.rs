//! Small components that several parts of the page use.

mod bar;
mod button;
mod contact;
mod dialog;
mod link;
mod link_box;
mod qr;
mod score;
mod table;
mod text_box;
mod when;

pub use bar::Bar;
pub use button::{ActionButton, Toggle};
pub use contact::contact_line;
pub use dialog::Dialog;
pub use link::AddressLink;
pub use link_box::LinkBox;
pub use qr::Qr;
pub use score::{Figures, figure};
pub use table::{Takeaway, TextTable};
pub use text_box::{Fault, TextBox};
pub use when::{When, drawn};
