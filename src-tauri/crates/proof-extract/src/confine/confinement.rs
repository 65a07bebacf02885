//! How far a worker is confined, and the words for it.

use serde::{Deserialize, Serialize};

/// What a worker had given up, for good, before it read the first byte of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Confinement {
    /// The version of Landlock's interface by which every path is refused; none where the kernel lacks Landlock.
    pub landlock: Option<u8>,
    /// Whether a seccomp filter lets through only those system calls that reading needs.
    pub system_calls: bool,
    /// Whether the kernel holds its memory, processor time and open files to limits.
    pub resources: bool,
    /// Whether it ends when the program that started it ends.
    pub bound_to_parent: bool,
}

/// Something that a worker has no use for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Opening any file or folder.
    Files,
    /// Any connection, to another machine or to another program on this one.
    Network,
    /// Starting programs, and reaching others that run.
    Processes,
    /// Memory and processor time beyond the limits.
    Memory,
}

/// How far a worker is confined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Every [`Part`] is withheld from it.
    Full,
    /// Some parts are.
    Partial,
    /// None is: it is a process of its own, and no more.
    Apart,
}

impl Part {
    /// All parts, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::Files, Self::Network, Self::Processes, Self::Memory];

    /// What it is called where it is withheld.
    pub const fn withheld(self) -> &'static str {
        match self {
            Self::Files => "no files",
            Self::Network => "no network",
            Self::Processes => "no new processes",
            Self::Memory => "limited memory",
        }
    }

    /// What it is called where it is not withheld.
    pub const fn open(self) -> &'static str {
        match self {
            Self::Files => "files",
            Self::Network => "the network",
            Self::Processes => "new processes",
            Self::Memory => "memory without limit",
        }
    }
}

impl Confinement {
    /// Whether `part` is withheld.
    pub const fn withholds(&self, part: Part) -> bool {
        match part {
            Part::Files => self.system_calls || self.landlock.is_some(),
            // Landlock knows TCP alone.
            Part::Network | Part::Processes => self.system_calls,
            Part::Memory => self.resources,
        }
    }

    /// How far it goes in all.
    pub fn level(&self) -> Level {
        match Part::ALL.iter().filter(|part| self.withholds(**part)).count() {
            0 => Level::Apart,
            count if count == Part::ALL.len() => Level::Full,
            _ => Level::Partial,
        }
    }

    /// It in words for the user: what is withheld, and what this system cannot withhold.
    pub fn words(&self) -> String {
        let (withheld, open): (Vec<Part>, Vec<Part>) =
            Part::ALL.into_iter().partition(|part| self.withholds(*part));
        let listed = |parts: &[Part], word: fn(Part) -> &'static str| {
            parts.iter().map(|part| word(*part)).collect::<Vec<_>>().join(", ")
        };
        let mut words = "Documents are read in a process apart".to_owned();
        if !withheld.is_empty() {
            words.extend([": ", &listed(&withheld, Part::withheld)]);
        }
        words.push('.');
        if !open.is_empty() {
            words.extend([" This system cannot keep from it: ", &listed(&open, Part::open), "."]);
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_level_is_told_with_what_is_missing() {
        let full =
            Confinement { landlock: Some(7), system_calls: true, resources: true, bound_to_parent: true };
        let cases = [
            (
                full,
                Level::Full,
                "Documents are read in a process apart: no files, no network, no new processes, limited memory.",
            ),
            (
                Confinement { system_calls: false, ..full },
                Level::Partial,
                "Documents are read in a process apart: no files, limited memory. \
                 This system cannot keep from it: the network, new processes.",
            ),
            (
                Confinement { landlock: None, ..full },
                Level::Full,
                "Documents are read in a process apart: no files, no network, no new processes, limited memory.",
            ),
            (
                Confinement::default(),
                Level::Apart,
                "Documents are read in a process apart. This system cannot keep from it: \
                 files, the network, new processes, memory without limit.",
            ),
        ];
        for (confinement, level, words) in cases {
            assert_eq!((confinement.level(), confinement.words().as_str()), (level, words));
        }
    }
}
