//! Parts of the page that come in modules of their own.
//!
//! ```ignore
//! lazy! {
//!     /// Any view but the table.
//!     pages, preload_pages: pub fn page(view: View) -> AnyView = pages::page;
//! }
//! ```
//!
//! declares `async fn page(view: View) -> Result<AnyView, Missing>`, which brings the
//! module `pages`, if it is not there, and calls `pages::page`; and `async fn
//! preload_pages() -> Result<(), Missing>`, which only brings it. What nothing but
//! lazy functions of `pages` leads to is in that module, constants too. Several
//! functions may name the same module. Neither arguments nor results may be generic.
//!
//! A module that did not arrive is asked for again with the next call.
//!
//! This is `#[wasm_split]`, on which Leptos's `#[lazy]` stands as well; but `#[lazy]`
//! panics where a module does not arrive. Without the feature `split` everything is
//! in one module and all is there from the start.

/// A module of the page did not arrive: the network failed, or something else came
/// in its stead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Missing;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Missing {
        Missing
    }
}

/// Declares a function whose code comes in a module of its own, see [`self`].
macro_rules! lazy {
    ($(#[$doc:meta])* $module:ident $(, $preload:ident)?:
        $vis:vis fn $name:ident($($arg:ident: $type:ty),*) -> $out:ty = $body:path;) => {
        #[cfg(feature = "split")]
        #[::wasm_split_helpers::wasm_split($module, fallible $(, preload($preload))?)]
        $(#[$doc])*
        $vis fn $name($($arg: $type),*) -> Result<$out, $crate::ui::lazy::Missing> {
            Ok($body($($arg),*))
        }

        #[cfg(not(feature = "split"))]
        $(#[$doc])*
        $vis async fn $name($($arg: $type),*) -> Result<$out, $crate::ui::lazy::Missing> {
            Ok($body($($arg),*))
        }

        $(
            #[cfg(not(feature = "split"))]
            $vis async fn $preload() -> Result<(), $crate::ui::lazy::Missing> {
                Ok(())
            }
        )?
    };
}
pub(crate) use lazy;
