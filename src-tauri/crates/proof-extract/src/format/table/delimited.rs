//! Text in columns (RFC 4180 and its kin): parted by comma, semicolon, tab or bar, in any encoding.

use crate::format::txt;
use crate::output::Stop;
use crate::table::TableOutput;
use csv::{Reader, ReaderBuilder, StringRecord};

/// Reads the one table of `input`.
pub(super) fn read(input: &[u8], output: &mut TableOutput<'_>) -> Result<(), Stop> {
    let text = txt::decode(input, None);
    let (delimiter, text, mut lines) = declared(&text).map_or_else(
        || (likeliest(&text), text.as_str(), Lines::default()),
        |(delimiter, rest)| (delimiter, rest, Lines { counted: 0, before: 1 }),
    );
    output.text();
    let mut records = reader(text, delimiter);
    let mut record = StringRecord::new();
    let mut last = None;
    while let Ok(true) = records.read_record(&mut record) {
        let start = beginning(text, &record);
        let number = lines.number_at(text, start);
        output.row(number, record.iter().map(str::to_owned).collect())?;
        last = Some((number, start, record.iter().next_back().is_some_and(|cell| cell.contains('\n'))));
        if number.is_multiple_of(PROGRESS_ROWS) {
            output.progress()?;
        }
    }
    match last {
        // Everything after the quotation mark has become one cell: the table would end early, and nobody would know.
        Some((number, start, true)) if text[start..].matches('"').count() % 2 == 1 => {
            Err(output
                .malformed(number, "begins a quotation that is never closed; close it, or double the mark"))
        }
        _ => Ok(()),
    }
}

const PROGRESS_ROWS: u32 = 4_096;
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The delimiter by a first line such as `sep=;`, as spreadsheets read it, and what follows that line.
fn declared(text: &str) -> Option<(u8, &str)> {
    let (line, rest) = text.split_once('\n')?;
    let &[delimiter] = line.trim_end_matches('\r').strip_prefix("sep=")?.as_bytes() else { return None };
    DELIMITERS.contains(&delimiter).then_some((delimiter, rest))
}

/// Records that are looked at to find the delimiter.
const SAMPLE: usize = 200;

/// The delimiter by which most records have as many cells as the first, which has several; a comma if none does.
fn likeliest(text: &str) -> u8 {
    let fit = |delimiter: u8| {
        let widths: Vec<usize> = reader(text, delimiter)
            .into_records()
            .take(SAMPLE)
            .flatten()
            .map(|record| record.len())
            .collect();
        let header = widths.first().copied().filter(|&width| width > 1)?;
        Some((widths.iter().filter(|&&width| width == header).count(), header))
    };
    let fits = DELIMITERS.into_iter().rev().filter_map(|delimiter| Some((fit(delimiter)?, delimiter)));
    fits.max_by_key(|(fit, _)| *fit).map_or(b',', |(_, delimiter)| delimiter)
}

fn reader(text: &str, delimiter: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

/// Where the record begins: after the blank lines that were passed over to reach it.
fn beginning(text: &str, record: &StringRecord) -> usize {
    let told = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(0);
    let rest = text.get(told..).unwrap_or_default();
    told + (rest.len() - rest.trim_start_matches(['\r', '\n']).len())
}

/// Counts lines as an editor does, whichever way they end.
#[derive(Default)]
struct Lines {
    counted: usize,
    before: u32,
}

impl Lines {
    /// The number, from 1, of the line in which byte `at` stands. `at` never decreases from call to call.
    fn number_at(&mut self, text: &str, at: usize) -> u32 {
        let passed = text.get(self.counted..at).unwrap_or_default();
        let followed =
            |&(index, _): &(usize, &str)| text.as_bytes().get(self.counted + index + 1) == Some(&b'\n');
        let lone_returns = passed.match_indices('\r').filter(|found| !followed(found)).count();
        let breaks = passed.matches('\n').count() + lone_returns;
        self.before = self.before.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        self.counted = at;
        self.before.saturating_add(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_found_out() {
        let cases = [
            ("a,b\n1,2\n", b','),
            ("a;b\n1,5;2,5\n", b';'),
            ("Date, day;Title\n2020;x\n2021;y\n", b';'),
            ("a\tb\n1, or 2\t3\n", b'\t'),
            ("a|b|c\n1|2|3\n", b'|'),
            ("\"a;b\",c\n1,2\n", b','),
            ("a;b;c\n1;2\n\"x;y\";2;3\n", b';'),
            ("only\n1\n", b','),
            ("", b','),
        ];
        for (text, expected) in cases {
            assert_eq!(likeliest(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_declared_delimiter_is_believed() {
        assert_eq!(declared("sep=;\r\na;b\n"), Some((b';', "a;b\n")));
        assert_eq!(declared("sep=x\na\n"), None);
        assert_eq!(declared("a;b\n"), None);
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        for (text, at, expected) in [
            ("a\nb", 2, 2),
            ("a\r\nb", 3, 2),
            ("a\rb", 2, 2),
            ("\"a\n\nb\"\nc", 7, 4),
            ("a\r\r\nb", 4, 3),
            ("a", 0, 1),
        ] {
            assert_eq!(Lines::default().number_at(text, at), expected, "{text:?}");
        }
    }
}
