//! What is asked of the bench.

use anyhow::{Context, Result, bail};

/// The engines that can be compared with ours, by name, and what they are called in the table.
pub const PEERS: &[(&str, &str)] =
    &[("fts5", "FTS5 contentless"), ("fts5-content", "FTS5 with content"), ("xapian", "Xapian")];

#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// Pages of each corpus, in the order in which they are measured.
    pub pages: Vec<usize>,
    /// How many times all queries are asked of each engine.
    pub turns: usize,
    /// Of [`PEERS`], those that are compared.
    pub peers: Vec<&'static (&'static str, &'static str)>,
}

impl Options {
    /// Reads `--pages N[,N]`, `--turns N` and `--peers NAME[,NAME]`, of which `none` is no peer.
    pub fn parse(words: &[&str]) -> Result<Self> {
        let mut options = Self { pages: vec![100_000, 1_000_000], turns: 2, peers: PEERS.iter().collect() };
        for option in words.chunks(2) {
            match option {
                ["--pages", numbers] => {
                    options.pages = numbers.split(',').map(number).collect::<Result<_>>()?;
                }
                ["--turns", turns] => options.turns = number(turns)?,
                ["--peers", "none"] => options.peers = Vec::new(),
                ["--peers", names] => options.peers = names.split(',').map(peer).collect::<Result<_>>()?,
                _ => bail!("`{}` means nothing here", option.join(" ")),
            }
        }
        Ok(options)
    }
}

fn number(word: &str) -> Result<usize> {
    let number = word.replace('_', "").parse().ok().filter(|number| *number > 0);
    number.with_context(|| format!("{word} is no number of anything"))
}

fn peer(name: &str) -> Result<&'static (&'static str, &'static str)> {
    let names = || PEERS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    PEERS.iter().find(|peer| peer.0 == name).with_context(|| format!("{name} is none of {}", names()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_choose_pages_turns_and_peers() {
        type Chosen = (&'static [usize], usize, usize);
        let table: &[(&str, Option<Chosen>)] = &[
            ("", Some((&[100_000, 1_000_000], 2, 3))),
            ("--pages 1_000 --turns 5", Some((&[1_000], 5, 3))),
            ("--peers fts5,xapian --pages 10,20", Some((&[10, 20], 2, 2))),
            ("--peers none", Some((&[100_000, 1_000_000], 2, 0))),
            ("--peers lucene", None),
            ("--pages 0", None),
            ("--turns", None),
        ];
        for (words, expected) in table {
            let read = Options::parse(&words.split_whitespace().collect::<Vec<_>>()).ok();
            let read = read.as_ref().map(|read| (read.pages.as_slice(), read.turns, read.peers.len()));
            assert_eq!(read, *expected, "{words}");
        }
    }
}
