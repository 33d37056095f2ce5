//! The order of the module's functions, which costs nothing and packs better.

use anyhow::{Context, Result};
use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload,
    TypeRef,
};

/// Puts functions that look alike beside each other: sorted by their types, then
/// by their bytes. Nothing else of the module changes but the numbers by which
/// functions are called, and what only tools read is left out. The page is brotli's to pack, which finds near what it
/// has just seen: more than a hundredth less to load.
pub fn by_likeness(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut imported = 0;
    let mut types = Vec::new();
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::FunctionSection(functions) => {
                types = functions.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::CodeSectionEntry(body) => bodies.push(body),
            _ => {}
        }
    }
    let mut order: Vec<usize> = (0..bodies.len()).collect();
    order.sort_by_key(|&at| (types.get(at), bodies.get(at).map(FunctionBody::as_bytes)));
    let mut numbers = vec![0; order.len()];
    for (new, &old) in (imported..).zip(&order) {
        *numbers.get_mut(old).context("a function without a place")? = new;
    }
    let mut module = wasm_encoder::Module::new();
    Reordered { imported, order, numbers }
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .context("the functions could not be reordered")?;
    Ok(module.finish())
}

struct Reordered {
    /// How many functions are imported: these come first and keep their numbers.
    imported: u32,
    /// The old places of the module's own functions, in their new order.
    order: Vec<usize>,
    /// Their new numbers, by their old places.
    numbers: Vec<u32>,
}

type Reencoded<T> = Result<T, reencode::Error<std::convert::Infallible>>;

impl Reencode for Reordered {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, old: u32) -> Reencoded<u32> {
        let own = old.checked_sub(self.imported).and_then(|at| self.numbers.get(at as usize));
        Ok(own.copied().unwrap_or(old))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Reencoded<()> {
        let types: Vec<u32> = section.into_iter().collect::<Result<_, _>>()?;
        for kind in self.order.iter().filter_map(|&old| types.get(old)) {
            functions.function(*kind);
        }
        Ok(())
    }

    // What only tools read: names, producers, features.
    fn parse_custom_section(
        &mut self,
        _: &mut wasm_encoder::Module,
        _: CustomSectionReader<'_>,
    ) -> Reencoded<()> {
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Reencoded<()> {
        let bodies: Vec<FunctionBody> = section.into_iter().collect::<Result<_, _>>()?;
        let order = self.order.clone();
        for body in order.iter().filter_map(|&old| bodies.get(old)) {
            utils::parse_function_body(self, code, body.clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::by_likeness;

    /// A module of two functions without parameters, of which one is exported.
    fn module(first: &[u8], second: &[u8], exported: u8) -> Vec<u8> {
        let types = [1, 4, 1, 0x60, 0, 0, 3, 3, 2, 0, 0];
        let exports = [7, 5, 1, 1, b'f', 0, exported];
        let bodies = [&[first.len() as u8], first, &[second.len() as u8], second].concat();
        let code = [10, bodies.len() as u8 + 1, 2];
        [b"\0asm\x01\0\0\0".as_slice(), &types, &exports, &code, &bodies].concat()
    }

    #[test]
    fn calls_and_exports_follow_their_functions() -> anyhow::Result<()> {
        // One calls the other, which does nothing.
        let before = module(&[0, 0x10, 1, 0x0b], &[0, 0x01, 0x0b], 0);
        let after = module(&[0, 0x01, 0x0b], &[0, 0x10, 0, 0x0b], 1);
        assert_eq!(by_likeness(&before)?, after);
        wasmparser::validate(&after)?;
        Ok(())
    }

    #[test]
    fn what_is_in_order_stays() -> anyhow::Result<()> {
        let ordered = module(&[0, 0x01, 0x0b], &[0, 0x10, 0, 0x0b], 1);
        assert_eq!(by_likeness(&ordered)?, ordered);
        Ok(())
    }
}
