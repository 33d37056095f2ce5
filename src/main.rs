//! The page's entry: mounts the app, nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    qiangxian::ui::run();
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("The app is a web page: `cargo xtask serve` builds and opens it.");
}
