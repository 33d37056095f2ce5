//! Small components that several parts of the page use.

mod bar;
mod button;
mod link;
mod qr;
mod score;
mod table;
mod text_box;

pub use bar::Bar;
pub use button::{ActionButton, Toggle};
pub use link::AddressLink;
pub use qr::QrPicture;
pub use score::{Figures, figure};
pub use table::{Takeaway, TextTable};
pub use text_box::{Fault, TextBox};
