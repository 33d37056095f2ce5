//! Two invented editions, read, checked and written as constants by `build.rs`
//! as those in `seeds/` are.
#![allow(dead_code, unused_imports)]
use qiangxian::rulebook::*;
use rust_decimal::Decimal;

include!(concat!(env!("OUT_DIR"), "/invented.rs"));

/// Points, with units, bases and thresholds of its own.
pub fn harbour() -> &'static Rulebook {
    &FIRST
}

/// Tasks, with thresholds of their own.
pub fn voyage() -> &'static Rulebook {
    &MORE[0]
}
