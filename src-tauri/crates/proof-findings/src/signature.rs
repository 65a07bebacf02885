//! What a document is looked up by: a sketch of its words that is alike where the words are.

use std::collections::{HashSet, VecDeque};

use proof_model::Page;

use crate::{
    hash::{number, sequence},
    words::each_word,
};

/// The version of what is made here. Sketches of different versions say nothing of each other.
pub const VERSION: u32 = 1;
/// Shingles that a document has at least that has a signature (24 words). Fewer are alike by chance — "please see
/// attached" — and tell of no copy.
pub const LEAST_SHINGLES: usize = 20;

/// Words of a shingle.
const SHINGLE: usize = 5;
/// Hash functions of the family: the estimate's standard error is at most 0.5 / √128 = 0.044.
const FUNCTIONS: usize = 128;
/// Values that are looked up together. 128 / 4 = 32 bands.
const ROWS: usize = 4;
/// Shingles of a window of which one is kept.
const WINDOW: usize = 64;
/// Begins the numbers that make the family. They are never to be others without another [`VERSION`].
const SEED_TIMES: u64 = 0x5072_6f6f_666c_696e;
const SEED_PLUS: u64 = 0x436c_656d_656e_6379;
const SEED_BAND: u64 = 0x6261_6e64;

/// The sketch of a document's words.
///
/// A shingle is five words in a row; they run on from page to page, since a copy breaks its pages elsewhere.
/// [`resemblance`](Self::resemblance) is estimated by `MinHash` (Broder: On the resemblance and containment of
/// documents, 1997).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    least: [u32; FUNCTIONS],
    fingerprints: Vec<u64>,
}

impl Signature {
    /// The signature of a document's pages; none where they have fewer than [`LEAST_SHINGLES`] different shingles.
    pub fn of(pages: &[Page]) -> Option<Self> {
        let mut words = Vec::new();
        for page in pages {
            each_word(&page.text, |hash, _| words.push(hash));
        }
        let shingles: Vec<u64> =
            words.windows(SHINGLE).map(|shingle| sequence(shingle.iter().copied())).collect();
        let different: HashSet<u64> = shingles.iter().copied().collect();
        (different.len() >= LEAST_SHINGLES)
            .then(|| Self { least: least(&different), fingerprints: winnowed(&shingles) })
    }

    /// What near-copies are looked up by: documents that share one of these 32 numbers are candidates.
    ///
    /// Locality-sensitive hashing with 32 bands of 4 values. Of two documents with resemblance *s*, at least one is
    /// shared with probability 1 − (1 − *s*⁴)³²:
    ///
    /// | *s* | 0.2 | 0.3 | 0.4 | 0.5 | 0.6 | 0.7 | 0.8 |
    /// |-----|-----|-----|-----|-----|-----|-----|-----|
    /// |     | 0.05 | 0.23 | 0.56 | 0.87 | 0.99 | 1.00 | 1.00 |
    pub fn bands(&self) -> Vec<u64> {
        let bands = (0..).zip(self.least.chunks_exact(ROWS));
        bands
            .map(|(band, values)| {
                let values = values.iter().map(|value| u64::from(*value));
                sequence(std::iter::once(number(SEED_BAND, band)).chain(values))
            })
            .collect()
    }

    /// What quoting documents are looked up by, where one is small beside the other and they do not resemble each
    /// other: the least shingle of every window of 64.
    ///
    /// Winnowing (Schleimer, Wilkerson, Aiken: Winnowing, 2003), with which no run of 68 words that two documents
    /// share goes unseen, whichever pages it is on; about one shingle in 32 is kept. Bands a page would miss a story
    /// that goes on on the next page, and shingles by a modulus promise nothing of a single run.
    pub fn fingerprints(&self) -> &[u64] {
        &self.fingerprints
    }

    /// The share of shingles of two documents that both have (Jaccard), as estimated: 0 to 1.
    pub fn resemblance(&self, other: &Self) -> f64 {
        let same = self.least.iter().zip(&other.least).filter(|(one, other)| one == other).count();
        f64::from(u32::try_from(same).unwrap_or(u32::MAX)) / 128.0
    }

    /// The 128 values, each in four bytes, the most significant first, and after them the fingerprints, each in eight.
    pub fn to_bytes(&self) -> Vec<u8> {
        let least = self.least.iter().flat_map(|value| value.to_be_bytes());
        least.chain(self.fingerprints.iter().flat_map(|value| value.to_be_bytes())).collect()
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote; none where it is of another shape.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (values, prints) = bytes.split_at_checked(FUNCTIONS * 4)?;
        let mut least = [0; FUNCTIONS];
        for (value, bytes) in least.iter_mut().zip(values.as_chunks::<4>().0) {
            *value = u32::from_be_bytes(*bytes);
        }
        let (prints, rest) = prints.as_chunks::<8>();
        let fingerprints = prints.iter().map(|bytes| u64::from_be_bytes(*bytes)).collect();
        rest.is_empty().then_some(Self { least, fingerprints })
    }
}

/// The family: the upper half of `shingle × times + plus`, `times` odd.
const FAMILY: [(u64, u64); FUNCTIONS] = {
    let mut family = [(0, 0); FUNCTIONS];
    let mut at = 0;
    while at < FUNCTIONS {
        family[at] = (number(SEED_TIMES, at as u64) | 1, number(SEED_PLUS, at as u64));
        at += 1;
    }
    family
};

/// The least value of each function.
fn least(shingles: &HashSet<u64>) -> [u32; FUNCTIONS] {
    let mut least = [u32::MAX; FUNCTIONS];
    for shingle in shingles {
        for (least, (times, plus)) in least.iter_mut().zip(&FAMILY) {
            #[allow(clippy::cast_possible_truncation, reason = "32 bits are left")]
            let value = (shingle.wrapping_mul(*times).wrapping_add(*plus) >> 32) as u32;
            *least = value.min(*least);
        }
    }
    least
}

/// The least shingle of every window, the rightmost of equals, each once.
fn winnowed(shingles: &[u64]) -> Vec<u64> {
    let mut kept = Vec::new();
    // Falls to the front: what stands behind a lesser one is never the least again.
    let mut rising: VecDeque<(usize, u64)> = VecDeque::new();
    for (at, shingle) in shingles.iter().copied().enumerate() {
        while rising.back().is_some_and(|(_, before)| *before >= shingle) {
            rising.pop_back();
        }
        rising.push_back((at, shingle));
        while rising.front().is_some_and(|(before, _)| before + WINDOW <= at) {
            rising.pop_front();
        }
        let whole = at + 1 >= WINDOW || at + 1 == shingles.len();
        if let Some((_, least)) = rising.front().filter(|_| whole) {
            kept.push(*least);
        }
    }
    kept.sort_unstable();
    kept.dedup();
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> Page {
        Page { number: 1, label: None, text: text.to_owned() }
    }

    fn numbered(range: std::ops::Range<u32>) -> String {
        range.map(|number| format!("word{number}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_short_text_has_no_signature_and_a_longer_one_has() {
        assert_eq!(Signature::of(&[page("Please see attached.")]), None);
        assert_eq!(Signature::of(&[page(&"the same again ".repeat(100))]), None);
        assert_eq!(Signature::of(&[page(&numbered(0..23))]), None);
        let signature = Signature::of(&[page(&numbered(0..24))]).unwrap();
        assert_eq!((signature.bands().len(), signature.fingerprints().len()), (32, 1));
        assert_eq!(Signature::from_bytes(&signature.to_bytes()), Some(signature.clone()));
        assert_eq!(Signature::from_bytes(&signature.to_bytes()[1..]), None);
        assert_eq!(Signature::from_bytes(&[]), None);
    }

    #[test]
    fn where_pages_break_makes_no_difference() {
        let whole = Signature::of(&[page(&numbered(0..300))]);
        assert_eq!(whole, Signature::of(&[page(&numbered(0..101)), page(&numbered(101..300))]));
    }

    #[test]
    fn a_run_of_68_words_in_two_long_texts_is_never_missed() {
        for start in 0..60 {
            let quoted = numbered(start..start + 68);
            let one = format!("{}{quoted}{}", numbered(1000..3000 + start), numbered(5000..6000));
            let other = format!("{}{quoted}{}", numbered(10_000..10_100), numbered(20_000..21_000));
            let (one, other) =
                (Signature::of(&[page(&one)]).unwrap(), Signature::of(&[page(&other)]).unwrap());
            assert!(one.fingerprints().iter().any(|print| other.fingerprints().contains(print)), "{start}");
        }
    }
}
