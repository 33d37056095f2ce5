//! Runs the tests of `tests/web` in a headless browser. Cargo calls it in
//! place of the test binary, which is a wasm module.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
