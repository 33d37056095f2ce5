//! Parts of pages, one a file.

pub mod adjust;
pub mod announce;
pub mod basics;
pub mod contents;
pub mod editions;
pub mod explain;
pub mod facet;
pub mod field;
pub mod figure;
pub mod files;
pub mod filter;
pub mod gaps;
pub mod header;
pub mod indicator;
pub mod messages;
pub mod options;
pub mod proof;
pub mod reference;
pub mod rows;
pub mod score;
pub mod share;
pub mod table;
pub mod today;
pub mod total;
