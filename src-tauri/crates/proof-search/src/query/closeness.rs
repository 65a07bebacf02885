//! How near to one another the words of a query stand on a page.

use super::highlight::Match;

/// Bytes between two words of one sentence, or so.
const NEAR: f32 = 60.0;

/// From 0, for a page that has but one of the words, to nearly 1, for one that has all of them side by side. The matches are
/// in order of their beginnings.
pub(super) fn of(matches: &[Match], leaves: usize) -> f32 {
    if leaves < 2 {
        return 0.0;
    }
    let widest = (2..=leaves).rev().find_map(|count| Some((count, smallest(matches, leaves, count)?)));
    widest.map_or(0.0, |(count, bytes)| {
        let share = small(count - 1) / small(leaves - 1);
        share / (1.0 + small(bytes) / (NEAR * small(count)))
    })
}

/// Numbers of words and bytes on a page, for a score that is no exact measure.
fn small(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}

/// The bytes of the smallest stretch in which so many of the leaves are answered.
fn smallest(matches: &[Match], leaves: usize, wanted: usize) -> Option<usize> {
    let mut counts = vec![0_usize; leaves];
    let (mut seen, mut start, mut best) = (0, 0, None);
    for last in matches {
        counts[last.leaf] += 1;
        seen += usize::from(counts[last.leaf] == 1);
        while seen >= wanted {
            let first = &matches[start];
            let bytes = last.range.end.saturating_sub(first.range.start);
            best = Some(best.map_or(bytes, |best: usize| best.min(bytes)));
            counts[first.leaf] -= 1;
            seen -= usize::from(counts[first.leaf] == 0);
            start += 1;
        }
    }
    best
}
