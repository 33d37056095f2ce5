//! The oldest browsers the page promises to run in, as wasm features.

use anyhow::{Context, Result};
use wasmparser::{Validator, WasmFeatures};

/// What Chromium 99, Firefox 98 and Safari 16.0 all run
/// (<https://webassembly.org/features/>). Each also knows newer ones, but not
/// the same.
fn features() -> WasmFeatures {
    WasmFeatures::FLOATS
        | WasmFeatures::GC_TYPES
        | WasmFeatures::MUTABLE_GLOBAL
        | WasmFeatures::SATURATING_FLOAT_TO_INT
        | WasmFeatures::SIGN_EXTENSION
        | WasmFeatures::MULTI_VALUE
        | WasmFeatures::BULK_MEMORY
        | WasmFeatures::REFERENCE_TYPES
}

/// Refuses a module that one of them could not compile.
pub fn check(wasm: &[u8]) -> Result<()> {
    Validator::new_with_features(features())
        .validate_all(wasm)
        .map(drop)
        .context("the module needs more than Chromium 99, Firefox 98 and Safari 16.0 can run")
}

#[cfg(test)]
mod tests {
    use super::check;

    const HEADER: &[u8] = b"\0asm\x01\0\0\0";

    #[test]
    fn an_empty_module_runs_anywhere() {
        assert!(check(HEADER).is_ok());
    }

    #[test]
    fn a_64_bit_memory_is_too_new() {
        let memory64 = [HEADER, &[5, 3, 1, 4, 1]].concat();
        assert!(check(&memory64).is_err());
    }
}
