//! Leagues: ranks, ends taken from the forms, what is robust, and the file.

use crate::any_form;
mod examples;
mod gathering;
mod properties;
