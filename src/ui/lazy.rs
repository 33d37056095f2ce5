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
//! A module that did not arrive is asked for again with the next call; [`arrival`]
//! goes on until it is there:
//!
//! ```ignore
//! spawn_local(async move { arrival(missing, preload_pages).await });
//! view! {
//!     <Suspense>
//!         {move || {
//!             let view = view.get();
//!             Suspend::new(async move { arrival(missing, || page(view)).await })
//!         }}
//!     </Suspense>
//! }
//! ```
//!
//! This is `#[wasm_split]`, on which Leptos's `#[lazy]` stands as well; but `#[lazy]`
//! panics where a module does not arrive. Without the feature `split` everything is
//! in one module and all is there from the start.

use core::time::Duration;
use futures_channel::oneshot;
use leptos::prelude::{RwSignal, Set, set_timeout};
use std::future::Future;

/// How long to wait before a module is asked for again, at first and at most.
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

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

/// Waits for what a lazy function gives, and asks again as long as its module does
/// not arrive: after a second, then ever less often. `missing` is set meanwhile.
pub async fn arrival<T, F>(missing: RwSignal<bool>, ask: impl Fn() -> F) -> T
where
    F: Future<Output = Result<T, Missing>>,
{
    let mut pause = PAUSE;
    loop {
        if let Ok(there) = ask().await {
            missing.set(false);
            return there;
        }
        missing.set(true);
        let (wake, awake) = oneshot::channel();
        set_timeout(move || wake.send(()).unwrap_or_default(), pause);
        // It fails only if the timer is dropped with the page; then nothing waits for the
        // result.
        let _ = awake.await;
        pause = LONGEST_PAUSE.min(pause * 2);
    }
}

/// Declares a function whose code comes in a module of its own, see [`self`].
macro_rules! lazy {
    ($(#[$doc:meta])* $module:ident $(, $preload:ident)?:
        $vis:vis fn $name:ident($($arg:ident: $type:ty),*) -> $out:ty = $body:path;) => {
        #[cfg(feature = "split")]
        #[::wasm_split_helpers::wasm_split($module, fallible)]
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
            /// Brings the module without calling anything in it.
            #[cfg(feature = "split")]
            #[::wasm_split_helpers::wasm_split($module, fallible)]
            $vis fn $preload() -> Result<(), $crate::ui::lazy::Missing> {
                Ok(())
            }

            /// Brings the module, which is there already.
            #[cfg(not(feature = "split"))]
            $vis async fn $preload() -> Result<(), $crate::ui::lazy::Missing> {
                Ok(())
            }
        )?
    };
}
pub(crate) use lazy;
