//! Sketches and counts held against brute force.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::HashSet;

use proof_findings::{LEAST_RUN, Signature, Words, common};
use proof_model::Page;
use proptest::prelude::*;

fn text(words: &[u16]) -> String {
    words.iter().map(|word| format!("w{word}")).collect::<Vec<_>>().join(" ")
}

fn signature(words: &[u16]) -> Option<Signature> {
    Signature::of(&[Page { number: 1, label: None, text: text(words) }])
}

fn jaccard(a: &[u16], b: &[u16]) -> f64 {
    let (a, b): (HashSet<_>, HashSet<_>) = (a.windows(5).collect(), b.windows(5).collect());
    let size = |count: usize| f64::from(u32::try_from(count).unwrap());
    size(a.intersection(&b).count()) / size(a.union(&b).count()).max(1.0)
}

/// Words of `a` that lie in a run that `b` has, each run held against each.
fn share(a: &[u16], b: &[u16]) -> f64 {
    let mut common = vec![false; a.len()];
    for (at, run) in a.windows(LEAST_RUN).enumerate() {
        if b.windows(LEAST_RUN).any(|other| other == run) {
            common[at..at + LEAST_RUN].fill(true);
        }
    }
    let count = |all: usize| f64::from(u32::try_from(all).unwrap());
    if a.is_empty() { 0.0 } else { count(common.iter().filter(|common| **common).count()) / count(a.len()) }
}

/// A text and another that is made of parts of it and parts of its own.
fn copies() -> impl Strategy<Value = (Vec<u16>, Vec<u16>)> {
    let text = prop::collection::vec(any::<u16>(), 60..500);
    (text, prop::collection::vec((any::<bool>(), 0usize..450, 1usize..200), 1..6)).prop_map(
        |(text, parts)| {
            let mut copy = Vec::new();
            for (own, start, length) in parts {
                let start = start.min(text.len());
                let part = &text[start..(start + length).min(text.len())];
                copy.extend(part.iter().map(|word| if own { word.wrapping_add(7919) } else { *word }));
            }
            (text, copy)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_estimate_is_near_the_true_resemblance((a, b) in copies()) {
        if let (Some(one), Some(other)) = (signature(&a), signature(&b)) {
            // Five standard errors of 128 functions.
            let (estimate, exact) = (one.resemblance(&other), jaccard(&a, &b));
            prop_assert!((estimate - exact).abs() < 0.22, "{estimate} for {exact}");
        }
    }

    #[test]
    fn the_shares_are_those_of_a_brute_force_count((a, b) in copies()) {
        let (one, other) = (text(&a), text(&b));
        let found = common(&Words::of(&one), &Words::of(&other));
        prop_assert!((found.share_of_a - share(&a, &b)).abs() < 1e-9);
        prop_assert!((found.share_of_b - share(&b, &a)).abs() < 1e-9);
        for passage in &found.passages {
            prop_assert_eq!(&one[passage.a.clone()], &other[passage.b.clone()]);
        }
        let mut in_passages = vec![false; one.len()];
        found.passages.iter().for_each(|passage| in_passages[passage.a.clone()].fill(true));
        let covered = one.match_indices('w').filter(|(at, _)| in_passages[*at]).count();
        let covered = f64::from(u32::try_from(covered).unwrap()) / f64::from(u32::try_from(a.len()).unwrap());
        prop_assert!((covered - found.share_of_a).abs() < 1e-9);
    }

    #[test]
    fn any_text_is_taken(a in ".{0,400}", b in ".{0,400}") {
        let (one, other) = (Words::of(&a), Words::of(&b));
        for passage in common(&one, &other).passages {
            prop_assert!(a.get(passage.a).is_some() && b.get(passage.b).is_some());
        }
    }
}

#[test]
fn on_the_average_the_estimate_is_the_true_resemblance() {
    let (mut error, mut count) = (0.0, 0.0);
    for at in 0..40u16 {
        let a: Vec<u16> = (at * 1000..at * 1000 + 400).collect();
        let b: Vec<u16> = (at * 1000 + at * 8..at * 1000 + at * 8 + 400).collect();
        error += signature(&a).unwrap().resemblance(&signature(&b).unwrap()) - jaccard(&a, &b);
        count += 1.0;
    }
    assert!((error / count).abs() < 0.03, "{error} of {count}");
}
