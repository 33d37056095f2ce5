//! Two invented editions, read, checked and written as constants by `build.rs`
//! as those in `seeds/` are.
#![allow(unused_imports)]

use qiangxian::rulebook::*;
use rust_decimal::Decimal;

include!(concat!(env!("OUT_DIR"), "/invented.rs"));

/// Points, with units, bases and thresholds of its own.
pub fn harbour() -> &'static Rulebook {
    &INVENTED[0]
}

/// Tasks, with thresholds of their own.
pub fn voyage() -> &'static Rulebook {
    &INVENTED[1]
}
