//! Values to filter by, each with how many rows have it.

use std::collections::BTreeMap;

use crate::wire;

/// Each value with how many rows have it, the most frequent first.
pub(super) fn facet<'a>(
    values: impl Iterator<Item = &'a str>,
    shown: impl Fn(&str) -> String,
) -> Vec<wire::Facet> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    counted(counts.into_iter().map(|(value, count)| (value.to_owned(), count)), shown)
}

/// Values that were counted already, the most frequent first.
pub(super) fn counted(
    counts: impl IntoIterator<Item = (String, u32)>,
    shown: impl Fn(&str) -> String,
) -> Vec<wire::Facet> {
    let facet = |(value, count): (String, u32)| wire::Facet { shown: shown(&value), value, count };
    let mut facets: Vec<wire::Facet> = counts.into_iter().map(facet).collect();
    facets.sort_by(|one, two| two.count.cmp(&one.count).then_with(|| one.shown.cmp(&two.shown)));
    facets
}

/// A value that is shown as it is.
pub(super) fn same(value: &str) -> String {
    value.to_owned()
}
