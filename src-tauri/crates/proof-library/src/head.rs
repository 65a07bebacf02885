//! The head of the ledger, written out: a small file to be kept elsewhere, against which the ledger is held later.
//!
//! A chain of hashes alone shows neither that its last lines were taken away nor that all of it was written anew. Whoever
//! has its head from an earlier day sees both.

use std::{fs, path::Path};

use proof_store::{Head, Read};

use crate::{Library, LibraryError};

/// The first line of such a file.
const TITLE: &str = "Proofline: head of a ledger";
/// The most bytes that such a file can have.
const MOST: u64 = 64 << 10;

/// How a ledger stands against a head that was written out earlier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadCheck {
    /// Whether the ledger still holds that line, with all before it.
    pub ok: bool,
    /// The head as it was written out.
    pub head: Head,
    /// What was found, in words.
    pub words: String,
}

impl HeadCheck {
    /// Holds a ledger against a head.
    pub(crate) fn of(read: Read<'_>, head: &Head) -> Result<Self, LibraryError> {
        let found = what_is_wrong(read, head)?;
        let ok = found.is_none();
        let words = found.unwrap_or_else(|| match head.seq {
            0 => "the ledger was empty then: there is nothing to hold it against".to_owned(),
            seq => format!(
                "the ledger still holds line {seq} as it was on {}, and every line before it",
                head.at
            ),
        });
        Ok(Self { ok, head: head.clone(), words })
    }
}

impl Library {
    /// The head of the ledger.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn head(&self) -> Result<Head, LibraryError> {
        self.read(|read| Ok(read.head()?))
    }

    /// Writes the head of the ledger to a file, in place of what may stand there, and gives it.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn write_head(&self, path: &Path) -> Result<Head, LibraryError> {
        let head = self.head()?;
        proof_export::write_text(path, &text_of(&head))?;
        Ok(head)
    }

    /// Holds the ledger against a head.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn check_head(&self, head: &Head) -> Result<HeadCheck, LibraryError> {
        self.read(|read| HeadCheck::of(read, head))
    }
}

/// Reads a head that was written out. Spaces, empty lines and marks of quotation around its lines do not matter.
///
/// # Errors
/// [`LibraryError::Refused`] where the file is none.
pub fn read_head(path: &Path) -> Result<Head, LibraryError> {
    let none = |what: &str| {
        LibraryError::Refused(format!(
            "{}: this is no written-out head of a ledger, {what}. Give the file that `proofline ledger head --write \
             FILE` wrote, as it was written",
            path.display()
        ))
    };
    let size = fs::metadata(path).map_err(|error| none(&format!("it cannot be read ({error})")))?.len();
    if size > MOST {
        return Err(none("it is too large to be one"));
    }
    let text =
        fs::read_to_string(path).map_err(|error| none(&format!("it cannot be read as text ({error})")))?;
    parse(&text).map_err(|what| none(&what))
}

fn text_of(head: &Head) -> String {
    let Head { library, name, seq, at, hash } = head;
    let (at, hash) = if *seq == 0 { ("none yet", "none yet") } else { (at.as_str(), hash.as_str()) };
    // A name of several lines would look like lines of this file.
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    format!(
        "{TITLE}\n\n\
         Library:    {name}\n\
         Identifier: {library}\n\
         Line:       {seq}\n\
         Time:       {at}\n\
         SHA-256:    {hash}\n\n\
         What this is. Everything that is done in the library is a line of its ledger, and each line is bound by its\n\
         SHA-256 to the line before it. The hash above therefore stands for every line up to line {seq}. Keep this file\n\
         where whoever can change the library cannot change it: printed, with opposing counsel, with a notary.\n\n\
         How to check it. Run\n\n\
         \u{20}   proofline --library FOLDER ledger check THIS-FILE\n\n\
         It says whether the ledger still holds line {seq} with this hash, and every line before it. If lines were taken\n\
         away, or all of the ledger was written anew, it says so.\n"
    )
}

fn parse(text: &str) -> Result<Head, String> {
    let value = |label: &str| {
        let lines = text
            .lines()
            .map(|line| line.trim_matches(|letter: char| letter.is_whitespace() || letter == '>'));
        let mut values = lines.filter_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.trim().eq_ignore_ascii_case(label).then(|| value.trim().to_owned())
        });
        values.next().ok_or_else(|| format!("it has no line “{label}:”"))
    };
    let number: String = value("Line")?.split_whitespace().collect();
    let seq = number.parse().map_err(|_| format!("its line “Line:” holds no number but “{number}”"))?;
    let mut head = Head {
        library: value("Identifier")?,
        name: value("Library")?,
        seq,
        at: value("Time")?,
        hash: String::new(),
    };
    let hash: String = value("SHA-256")?.split_whitespace().collect::<String>().to_ascii_lowercase();
    if seq == 0 {
        return Ok(Head { at: String::new(), ..head });
    }
    if hash.len() != 64 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err("its line “SHA-256:” holds no such hash (64 digits from 0 to f)".to_owned());
    }
    head.hash = hash;
    Ok(head)
}

fn what_is_wrong(read: Read<'_>, head: &Head) -> Result<Option<String>, LibraryError> {
    let now = read.head()?;
    if now.library != head.library {
        return Ok(Some(format!(
            "that head was written for another library, {} ({}): give the head of this one, {} ({})",
            head.name, head.library, now.name, now.library
        )));
    }
    if head.seq > now.seq {
        return Ok(Some(format!(
            "the ledger ends at line {}, but had {} lines on {}: its last lines were taken away, or an older copy of \
             the library was put in its place. Find the library as it was, in a backup",
            now.seq, head.seq, head.at
        )));
    }
    if head.seq > 0 && read.ledger_line(head.seq)?.is_none_or(|line| line.hash != head.hash) {
        return Ok(Some(format!(
            "line {} of the ledger is not the one that was there on {}: since then lines were taken away and others \
             written, or all of it was written anew. Find the library as it was, in a backup",
            head.seq, head.at
        )));
    }
    let broken = read.check_chain(head.seq)?.into_iter().next();
    Ok(broken.map(|fault| {
        format!(
            "line {} is the one that was written out, but {} does not hold: {}",
            head.seq, fault.item, fault.message
        )
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(seq: u64) -> Head {
        let hash = if seq == 0 { String::new() } else { "0a".repeat(32) };
        let at = if seq == 0 { String::new() } else { "2021-06-24T12:00:00.000Z".to_owned() };
        Head { library: "0190-7".to_owned(), name: "A case: of two".to_owned(), seq, at, hash }
    }

    #[test]
    fn a_head_that_is_written_is_read_again_whatever_became_of_its_spaces() {
        for seq in [0, 1, 12_345] {
            let text = text_of(&head(seq));
            assert_eq!(parse(&text), Ok(head(seq)));
            let lines: Vec<String> = text.lines().map(|line| format!("> \t{line}  ")).collect();
            assert_eq!(parse(&lines.join("\r\n\r\n")), Ok(head(seq)), "quoted in an e-mail");
            assert_eq!(parse(&format!("\u{feff}{}", text.replace("SHA-256", " sha-256 "))), Ok(head(seq)));
        }
    }

    #[test]
    fn a_file_that_is_no_head_is_refused_with_the_line_that_it_lacks() {
        let text = text_of(&head(7));
        for (text, expected) in [
            (String::new(), "no line “Line:”"),
            (text.replace("Identifier:", "Ident:"), "no line “Identifier:”"),
            (text.replace("Line:       7", "Line: seven"), "holds no number but “seven”"),
            (text.replace("0a0a", "0a0"), "holds no such hash"),
            (text.replace("0a0a", "xyzw"), "holds no such hash"),
        ] {
            let refused = parse(&text).unwrap_err();
            assert!(refused.contains(expected), "{refused}: {text}");
        }
    }
}
