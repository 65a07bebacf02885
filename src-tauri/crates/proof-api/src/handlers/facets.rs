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
    let mut facets: Vec<wire::Facet> = counts
        .into_iter()
        .map(|(value, count)| wire::Facet { value: value.to_owned(), shown: shown(value), count })
        .collect();
    facets.sort_by(|one, two| two.count.cmp(&one.count).then_with(|| one.shown.cmp(&two.shown)));
    facets
}

/// A value that is shown as it is.
pub(super) fn same(value: &str) -> String {
    value.to_owned()
}
