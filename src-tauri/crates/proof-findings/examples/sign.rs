//! Signs 10,000 generated documents of 350 words and says what that costs.

#![allow(clippy::print_stdout, reason = "that is what it is for")]

use std::time::Instant;

use proof_findings::{Signature, Words, common};
use proof_model::Page;

const DOCUMENTS: u64 = 10_000;
const WORDS: u64 = 350;

fn main() {
    let pages: Vec<[Page; 1]> = (0..DOCUMENTS).map(page).collect();
    let begun = Instant::now();
    let signatures: Vec<Signature> = pages.iter().filter_map(|page| Signature::of(page)).collect();
    let took = begun.elapsed();
    let count =
        |size: &dyn Fn(&Signature) -> usize| signatures.iter().map(size).sum::<usize>() / signatures.len();
    println!("{} signed in {took:?}", signatures.len());
    println!("fingerprints each: {}", count(&|one| one.fingerprints().len()));
    println!("bytes each: {}", count(&|one| one.to_bytes().len()));
    let begun = Instant::now();
    let first = Words::of(&pages[0][0].text);
    let shares: f64 =
        pages[..100].iter().map(|page| common(&first, &Words::of(&page[0].text)).share_of_a).sum();
    println!("100 compared in {:?}, shares {shares}", begun.elapsed());
}

fn page(document: u64) -> [Page; 1] {
    let mut state = document.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut text = String::new();
    for _ in 0..WORDS {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        text.push_str(&format!("word{} ", state % 20_000));
    }
    [Page { number: 1, label: None, text }]
}
