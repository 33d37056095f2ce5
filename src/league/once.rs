//! A county counts once: which of its forms does.

use crate::form::Form;
use crate::score::{fold, is_blank};

/// Which of some forms count, by their positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Once {
    /// One form of each county, in the order of the forms.
    pub counted: Vec<usize>,
    /// Forms that do not count, each with the one that does.
    pub left: Vec<(usize, usize)>,
    /// Forms of one county and year of which none is known to be the newest: the
    /// first of each list counts until the user says otherwise.
    pub doubtful: Vec<Vec<usize>>,
}

/// Chooses one form of each county: that of the latest year, and of one year
/// the one to which something happened last. Counties are told apart by their
/// names as [`fold`] makes them comparable; forms without a name all count.
pub fn once(forms: &[&Form]) -> Once {
    let mut all = Once::default();
    let mut counties: Vec<(String, usize)> = Vec::new();
    for (at, form) in forms.iter().enumerate() {
        if is_blank(&form.county) {
            all.counted.push(at);
        } else {
            counties.push((fold(&form.county).into_owned(), at));
        }
    }
    counties.sort();
    for county in counties.chunk_by(|a, b| a.0 == b.0) {
        let mut own: Vec<(usize, &Form)> =
            county.iter().filter_map(|(_, at)| Some((*at, *forms.get(*at)?))).collect();
        own.sort_by_key(|(_, form)| std::cmp::Reverse(age(form)));
        let Some((counted, newest)) = own.first().copied() else { continue };
        all.counted.push(counted);
        all.left.extend(own.iter().skip(1).map(|(at, _)| (*at, counted)));
        let rivals = own.iter().filter(|(_, form)| age(form) == age(newest));
        let differ = |form: &Form| form.content() != newest.content();
        let rivals: Vec<usize> =
            rivals.filter(|(at, form)| *at == counted || differ(form)).map(|(at, _)| *at).collect();
        if rivals.len() > 1 {
            all.doubtful.push(rivals);
        }
    }
    all.counted.sort_unstable();
    all
}

/// How new a form is: its year, then when something last happened to it.
fn age(form: &Form) -> (u16, Option<&str>) {
    (form.year(), form.history.last().map(|event| event.time.as_str()))
}
