//! What an event rests on.

use std::collections::BTreeSet;

use crate::{Account, Stance};

/// How well an event is supported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// No account cites a passage.
    Nothing,
    /// Every account only alleges it.
    Allegation,
    /// One origin.
    OneOrigin,
    /// Two origins or more.
    Several,
}

/// What an event rests on: how many documents, and how many independent origins among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Support {
    /// Number of documents cited.
    pub sources: usize,
    /// Number of independent origins: ten copies of one wire story are one.
    pub origins: usize,
    /// The judgement.
    pub strength: Strength,
}

impl Support {
    /// Weighs the accounts of one event. `origin` gives the origin that a cited document counts under.
    pub fn of<'a>(
        accounts: impl IntoIterator<Item = &'a Account>,
        origin: impl Fn(&Account) -> String,
    ) -> Self {
        let cited: Vec<&Account> =
            accounts.into_iter().filter(|account| account.citation.is_some()).collect();
        let sources: BTreeSet<_> =
            cited.iter().filter_map(|account| Some(account.citation.as_ref()?.document)).collect();
        let origins: BTreeSet<String> = cited.iter().map(|account| origin(account)).collect();
        let strength = match origins.len() {
            0 => Strength::Nothing,
            _ if cited.iter().all(|account| account.stance == Stance::Alleges) => Strength::Allegation,
            1 => Strength::OneOrigin,
            _ => Strength::Several,
        };
        Self { sources: sources.len(), origins: origins.len(), strength }
    }

    /// The judgement in words: "2 sources, 1 origin".
    pub fn words(&self) -> String {
        let sources = counted(self.sources, "source");
        match self.strength {
            Strength::Nothing => "rests on nothing".to_owned(),
            Strength::Allegation => "allegation only".to_owned(),
            _ if self.sources == 1 => sources,
            _ => format!("{sources}, {}", counted(self.origins, "origin")),
        }
    }
}

fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
