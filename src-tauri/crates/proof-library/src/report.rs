//! The report of a verification, for a reader who has no Proofline: a court clerk, the other side, an expert.

use std::{path::Path, time::Duration};

use chrono::DateTime;
use proof_export::{Entry, Fact, Report, ReportPart, write_report};
use proof_store::{DocumentRecord, Head, NumberKind, Numbered, Read};

use crate::{Library, LibraryError, Part, Problem, Verification, import::shown};

/// The program that writes it, as a reader can look it up.
const PROGRAM: &str = concat!("Proofline ", env!("CARGO_PKG_VERSION"));

impl Library {
    /// Writes the report of a verification as one HTML file, in place of what may stand at `path`.
    ///
    /// # Errors
    /// Where the library cannot be read or the file cannot be written.
    pub fn write_report(&self, verification: &Verification, path: &Path) -> Result<(), LibraryError> {
        let documents = self.read(|read| documents(read, verification))?;
        let head = &verification.head;
        let mut parts = vec![
            ReportPart::Verdict { good: verification.holds(), words: verdict(verification) },
            ReportPart::Facts(circumstances(self, verification)),
            ReportPart::Heading("What was found".to_owned()),
        ];
        parts.extend(findings(&verification.problems));
        parts.push(ReportPart::Heading("The record of everything that was done".to_owned()));
        parts.extend(record(verification));
        parts.push(ReportPart::Heading(format!("The documents ({})", documents.len())));
        parts.push(ReportPart::Entries(documents));
        parts.push(ReportPart::Heading("How to check this without Proofline".to_owned()));
        parts.extend(how_to_check());
        Ok(write_report(path, &Report { title: format!("Verification of “{}”", head.name), parts })?)
    }
}

/// What it comes to, in one sentence.
fn verdict(verification: &Verification) -> String {
    let checked = verification.originals.len();
    let bad = verification.originals.values().filter(|holds| !**holds).count();
    let files = counted(checked, "stored file");
    if verification.cancelled {
        return format!(
            "The verification was stopped before its end: {files} had been looked at, {bad} of them not what was taken \
             in. Nothing is said of the rest."
        );
    }
    match (bad, verification.broken()) {
        (0, 0) => format!(
            "Each of {files} is byte for byte the file that was taken in, every quoted passage is where it is said to \
             be, and the record of everything that was done is complete and unbroken."
        ),
        (0, broken) => format!(
            "Each of {files} is byte for byte the file that was taken in, but there is more that does not hold: {}, \
             listed below.",
            counted(broken, "problem")
        ),
        (bad, broken) => format!(
            "Of {files}, {bad} {} not what was taken in, or missing. In all there {} {}, listed below.",
            if bad == 1 { "is" } else { "are" },
            if broken == 1 { "is" } else { "are" },
            counted(broken, "problem")
        ),
    }
}

fn circumstances(library: &Library, verification: &Verification) -> Vec<Fact> {
    let Head { library: id, name, .. } = &verification.head;
    vec![
        Fact::new("Library", name.as_str()),
        Fact::exact("Its identifier", id.as_str()),
        Fact::new("Its folder", shown(library.path())),
        Fact::new("Begun", moment(&verification.at)),
        Fact::new("Took", lasted(verification.took)),
        Fact::new("Done by", format!("the account “{}” of this computer", verification.actor)),
        Fact::new("Program", PROGRAM),
        Fact::new(
            "Checked",
            format!(
                "{} ({} bytes), hashed again with SHA-256\n{}, looked up again in its page\n{} of the record, recomputed\n{} \
                 of the search index, compared",
                counted(verification.originals.len(), "stored file"),
                verification.bytes,
                counted_64(verification.quotes, "quoted passage"),
                counted_64(verification.ledger, "line"),
                counted_64(verification.index, "page"),
            ),
        ),
    ]
}

fn findings(problems: &[Problem]) -> Vec<ReportPart> {
    if problems.is_empty() {
        return vec![ReportPart::Text("Nothing that was looked at is other than it should be.".to_owned())];
    }
    let entry = |problem: &Problem| {
        let (what, meaning) = words_for(problem.part);
        let title = if problem.only_a_note {
            format!("{what} (a note: nothing is broken by it)")
        } else {
            what.to_owned()
        };
        let facts = vec![
            Fact::exact("Where", problem.item.as_str()),
            Fact::new("What, and the remedy", problem.message.as_str()),
            Fact::new("What it means", meaning),
        ];
        Entry { title, bad: !problem.only_a_note, facts }
    };
    vec![ReportPart::Entries(problems.iter().map(entry).collect())]
}

/// A part of the library in plain words, and what it means where something of it does not hold.
const fn words_for(part: Part) -> (&'static str, &'static str) {
    match part {
        Part::Original => (
            "A stored file",
            "A file is known by its SHA-256, which is another if a single bit of the file is. Then this library alone \
             cannot say any more what the document was.",
        ),
        Part::Quote => (
            "A quoted passage",
            "The words that are quoted are not where they are said to be in the text that was read from the document. \
             The document itself is not affected.",
        ),
        Part::Ledger => (
            "The record of what was done",
            "Each line of the record is bound to the one before it. Where that does not hold, somebody changed the record, \
             or the library without its record.",
        ),
        Part::Index => (
            "The search index",
            "A search may miss or show a page wrongly. The index is made from the documents and can be made again; nothing \
             else rests on it.",
        ),
        Part::Database => (
            "The library's database",
            "The file in which everything is kept that people stated is damaged, or a list that is made from it is not \
             as it should be.",
        ),
    }
}

fn record(verification: &Verification) -> Vec<ReportPart> {
    let head = &verification.head;
    let mut facts = vec![
        Fact::new("Last line", head.seq.to_string()),
        Fact::new("Written", moment(&head.at)),
        Fact::exact("Its SHA-256", head.hash.as_str()),
    ];
    if let Some(against) = &verification.against {
        facts.push(Fact::new(
            "Against line",
            format!("{}, written out on {}", against.head.seq, moment(&against.head.at)),
        ));
        facts.push(Fact::new("Result", against.words.as_str()));
    }
    let words = "Everything that is done in the library is a line of its record, the ledger, and each line is bound by its \
                 SHA-256 to the line before it. The last line, its head, therefore stands for all of it as it was when \
                 this verification was made. Whoever holds this report can later tell whether lines were changed, added \
                 in between or taken away since.";
    vec![ReportPart::Text(words.to_owned()), ReportPart::Facts(facts)]
}

fn documents(read: Read<'_>, verification: &Verification) -> Result<Vec<Entry>, LibraryError> {
    let records = read.documents(None)?;
    records
        .into_iter()
        .map(|record| Ok(document(&record, &read.numbers_of(record.document.id)?, verification)))
        .collect()
}

fn document(record: &DocumentRecord, numbers: &[Numbered], verification: &Verification) -> Entry {
    let (document, original) = (&record.document, &record.original);
    let checked = verification.originals.get(&original.sha256);
    let result = match checked {
        Some(true) => "the stored file is byte for byte the one that was taken in",
        Some(false) => "THE STORED FILE IS NOT THE ONE THAT WAS TAKEN IN, or is missing",
        None => "not looked at by this verification",
    };
    let mut facts = vec![
        Fact::new("File name", document.file_name.as_str()),
        Fact::exact("SHA-256", original.sha256.to_string()),
        Fact::new("Size", format!("{} bytes", original.size)),
    ];
    for (kind, name) in [(NumberKind::Exhibit, "Exhibit mark"), (NumberKind::Bates, "Bates numbers")] {
        let shown: Vec<String> =
            numbers.iter().filter(|number| number.kind == kind).map(Numbered::shown).collect();
        if !shown.is_empty() {
            facts.push(Fact::new(name, shown.join(", ")));
        }
    }
    let places: Vec<String> = record.locations.iter().map(acquired).collect();
    facts.push(Fact::new("Acquired", places.join("\n")));
    facts.push(Fact::new("Verified", result));
    Entry { title: document.title.clone(), bad: checked == Some(&false), facts }
}

/// When and where a document was found, and who got it there, as far as somebody said.
fn acquired(location: &proof_model::Location) -> String {
    let by = &location.acquisition;
    let on = if by.obtained_on.is_undated() { String::new() } else { by.obtained_on.to_string() };
    let said = [
        ("", &location.obtained),
        ("obtained by ", &by.obtained_by),
        ("from ", &by.obtained_from),
        ("on ", &on),
        ("by the account ", &by.account),
    ];
    let said = said.iter().filter(|(_, words)| !words.trim().is_empty());
    let words: Vec<String> = said.map(|(before, words)| format!("{before}{words}")).collect();
    let more = if words.is_empty() { String::new() } else { format!(" ({})", words.join("; ")) };
    format!("{}, from {}{more}", moment(&location.imported_at), location.path)
}

fn how_to_check() -> Vec<ReportPart> {
    let text = |words: &str| ReportPart::Text(words.to_owned());
    let command = |words: &str| ReportPart::Command(words.to_owned());
    vec![
        text(
            "A document is the one that this report means if the SHA-256 of its file is the one that is given above, all 64 \
             characters of it. Any computer computes that. On Linux:",
        ),
        command("sha256sum FILE"),
        text("On a Mac, and on Windows:"),
        command("shasum -a 256 FILE\ncertutil -hashfile FILE SHA256"),
        text(
            "In the library's folder, the file of a document lies under “originals”, in a folder that is named by the first \
             two characters of its SHA-256, and is itself named by all of it. All of them at once:",
        ),
        command(
            "cd FOLDER/originals && for f in ??/*; do echo \"${f#*/}  $f\"; done | sha256sum --check --quiet",
        ),
        text(
            "SHA-256 is a standard of the United States (FIPS 180-4): no two files are known that have the same.",
        ),
    ]
}

/// A moment as people write it: "24 June 2021, 12:00:00 UTC".
fn moment(rfc3339: &str) -> String {
    let read = DateTime::parse_from_rfc3339(rfc3339);
    read.map_or_else(|_| rfc3339.to_owned(), |at| at.to_utc().format("%-d %B %Y, %H:%M:%S UTC").to_string())
}

fn lasted(took: Duration) -> String {
    match took.as_secs() {
        0..60 => format!("{:.1} seconds", took.as_secs_f64()),
        seconds => format!("{} minutes and {} seconds", seconds / 60, seconds % 60),
    }
}

fn counted(number: usize, noun: &str) -> String {
    counted_64(number as u64, noun)
}

fn counted_64(number: u64, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_and_durations_are_as_people_write_them() {
        assert_eq!(moment("2021-06-24T12:00:00.123Z"), "24 June 2021, 12:00:00 UTC");
        assert_eq!(moment("2021-06-04T01:30:00+02:00"), "3 June 2021, 23:30:00 UTC");
        assert_eq!(moment("once"), "once");
        assert_eq!(lasted(Duration::from_millis(2345)), "2.3 seconds");
        assert_eq!(lasted(Duration::from_secs(125)), "2 minutes and 5 seconds");
    }
}
