//! Words of generated papers, of letters alone.

/// The words, frequent ones among them.
pub const WORDS: [&str; 24] = [
    "quay",
    "survey",
    "ledger",
    "the",
    "of",
    "notice",
    "was",
    "given",
    "on",
    "demurrage",
    "account",
    "board",
    "and",
    "tender",
    "under",
    "lease",
    "harbour",
    "warehouse",
    "to",
    "claim",
    "interest",
    "in",
    "hearing",
    "costs",
];
