//! The listing of an archive: its text, and how reading it ended.

use crate::Password;
use crate::output::Ending;
use crate::text::one_line;
use proof_model::Outcome;

/// Why something in an archive was not taken, in words for the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Why {
    /// It opens only with a password.
    Encrypted,
    /// It opens only with another password.
    WrongPassword,
    /// It is more than the limits allow.
    Limit(String),
    /// It is damaged, or packed in a way that is not known.
    Damaged(String),
    /// It is of a kind that is not read here.
    Unknown(String),
}

impl Why {
    /// Why what is encrypted does not open.
    pub(crate) fn locked(password: Option<&Password>) -> Self {
        password.map_or(Self::Encrypted, |_| Self::WrongPassword)
    }

    pub(crate) fn words(&self) -> &str {
        match self {
            Self::Encrypted => "it opens only with a password",
            Self::WrongPassword => "this password does not open it",
            Self::Limit(words) | Self::Damaged(words) | Self::Unknown(words) => words,
        }
    }
}

/// What an archive holds, as a person reads it.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    lines: String,
    unlisted: u64,
    /// What was not taken, as far as there is room.
    missing: Vec<String>,
    taken: u64,
    encrypted: u64,
    over_limit: u64,
    damaged: u64,
    /// Why the walk through the archive ended before its end.
    stopped: Option<Why>,
}

/// Bytes of the lines that are kept. 512 KiB: some 8 000 of them, which a person still scrolls through.
const LINES_BYTES: usize = 512 << 10;
/// Missing files that are named: at the head of the listing, and in the reason.
const MISSING: usize = 200;
const MISSING_IN_REASON: usize = 3;
const NAME_CHARS: usize = 120;

impl Listing {
    /// A file that was passed on whole.
    pub(crate) fn taken(&mut self, name: &str, size: u64, modified: Option<&str>) {
        self.taken += 1;
        self.line(&[name, &size_of(size), modified.unwrap_or("")]);
    }

    /// Something that is no file: a link, a device.
    pub(crate) fn noted(&mut self, name: &str, what: &str) {
        self.line(&[name, what]);
    }

    /// A file that was not passed on whole.
    pub(crate) fn missing(&mut self, name: &str, size: Option<u64>, modified: Option<&str>, why: &Why) {
        *match why {
            Why::Encrypted | Why::WrongPassword => &mut self.encrypted,
            Why::Limit(_) => &mut self.over_limit,
            Why::Damaged(_) | Why::Unknown(_) => &mut self.damaged,
        } += 1;
        let said = format!("not taken: {}", why.words());
        let size = size.map_or_else(String::new, size_of);
        self.line(&[name, &size, modified.unwrap_or(""), &said]);
        if self.missing.len() < MISSING {
            let shown = if name.trim().is_empty() { "a file without a name" } else { name };
            self.missing.push(format!("{}: {}", one_line(shown, NAME_CHARS), why.words()));
        }
    }

    /// The walk ended early. Only the first reason counts.
    pub(crate) fn stopped(&mut self, why: Why) {
        self.stopped.get_or_insert(why);
    }

    /// Whether there is anything to list.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The text of the page: counts, what is missing, then all of it.
    pub(crate) fn text(&self) -> String {
        let mut text = match self.entries() {
            1 => "1 file\n\n".to_owned(),
            all => format!("{all} files\n\n"),
        };
        if !self.missing.is_empty() {
            let missing = self.missing_count();
            text.push_str(&format!("{missing} of them not taken:\n{}\n", self.missing.join("\n")));
            let more = missing - self.missing.len() as u64;
            text.push_str(&if more > 0 { format!("and {more} more\n\n") } else { "\n".to_owned() });
        }
        text.push_str(&self.lines);
        if self.unlisted > 0 {
            text.push_str(&format!("and {} more\n", self.unlisted));
        }
        text
    }

    /// How reading the archive ended.
    pub(crate) fn ending(&self) -> Ending {
        if self.missing_count() == 0 && self.stopped.is_none() {
            return Ending::OK;
        }
        let stopped = self.stopped.as_ref();
        let over_limit = self.over_limit > 0 || matches!(stopped, Some(Why::Limit(_)));
        let encrypted = self.encrypted > 0 || matches!(stopped, Some(Why::Encrypted | Why::WrongPassword));
        let damaged = self.damaged > 0 || matches!(stopped, Some(Why::Damaged(_)));
        let outcome = match self.taken {
            0 if over_limit => Outcome::Limit,
            0 if encrypted && !damaged => Outcome::Encrypted,
            0 if matches!(stopped, Some(Why::Unknown(_))) => Outcome::Unsupported,
            0 if self.is_empty() => Outcome::Crash,
            _ => Outcome::Partial,
        };
        Ending::because(outcome, self.reason())
    }

    fn reason(&self) -> String {
        let stopped = self.stopped.as_ref().map(|why| why.words().to_owned());
        let count = self.missing_count();
        let missing = (count > 0).then(|| {
            let named: Vec<&str> = self.missing.iter().take(MISSING_IN_REASON).map(String::as_str).collect();
            let more = count - named.len() as u64;
            let more = if more > 0 { format!("; and {more} more") } else { String::new() };
            format!("{count} of {} files inside were not taken: {}{more}", self.entries(), named.join("; "))
        });
        let parts: Vec<String> = stopped.into_iter().chain(missing).collect();
        one_line(&parts.join("; "), REASON_CHARS)
    }

    fn entries(&self) -> u64 {
        self.taken + self.missing_count()
    }

    fn missing_count(&self) -> u64 {
        self.encrypted + self.over_limit + self.damaged
    }

    fn line(&mut self, cells: &[&str]) {
        if self.lines.len() > LINES_BYTES {
            self.unlisted += 1;
            return;
        }
        let cells: Vec<String> = cells.iter().map(|cell| one_line(cell, 1_000)).collect();
        self.lines.push_str(cells.join("\t").trim_end());
        self.lines.push('\n');
    }
}

/// A reason is at most 1 000 bytes long; some characters take four.
const REASON_CHARS: usize = 240;

fn size_of(bytes: u64) -> String {
    format!("{bytes} bytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_says_what_is_missing() {
        type Case = (&'static str, u64, Vec<Why>, Option<Why>, Outcome);
        let limit = || Why::Limit("too large".into());
        let damaged = || Why::Damaged("cut".into());
        let cases: [Case; 9] = [
            ("all taken", 2, vec![], None, Outcome::Ok),
            ("nothing there", 0, vec![], None, Outcome::Ok),
            ("one locked of two", 1, vec![Why::Encrypted], None, Outcome::Partial),
            ("all locked", 0, vec![Why::Encrypted, Why::Encrypted], None, Outcome::Encrypted),
            ("locked and damaged", 0, vec![Why::Encrypted, damaged()], None, Outcome::Partial),
            ("a bomb", 0, vec![limit()], None, Outcome::Limit),
            ("a bomb beside a file", 1, vec![limit()], None, Outcome::Partial),
            ("rubbish", 0, vec![], Some(damaged()), Outcome::Crash),
            ("cut", 1, vec![], Some(damaged()), Outcome::Partial),
        ];
        for (what, taken, missing, stopped, expected) in cases {
            let mut listing = Listing::default();
            for _ in 0..taken {
                listing.taken("a", 1, None);
            }
            for why in &missing {
                listing.missing("b", None, None, why);
            }
            if let Some(why) = stopped {
                listing.stopped(why);
            }
            let ending = listing.ending();
            assert_eq!(ending.outcome, expected, "{what}");
            assert_eq!(ending.reason.is_some(), expected != Outcome::Ok, "{what}");
        }
    }

    #[test]
    fn a_listing_names_what_is_missing_first_and_ends_where_it_grows_too_long() {
        let mut listing = Listing::default();
        for index in 0..50_000 {
            listing.taken(&format!("folder/file {index}"), 5, Some("2021-02-03"));
        }
        listing.missing("last", Some(9), None, &Why::Encrypted);
        let text = listing.text();
        assert!(
            text.starts_with("50001 files\n\n1 of them not taken:\nlast: it opens only with a password\n\n")
        );
        assert!(text.len() < LINES_BYTES + 1_000 && text.ends_with(" more\n"));
        let reason = listing.ending().reason.unwrap();
        assert_eq!(reason, "1 of 50001 files inside were not taken: last: it opens only with a password");
    }
}
