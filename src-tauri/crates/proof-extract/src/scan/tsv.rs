//! What tesseract writes of a page: a table of tab-separated values, a row for the page, each block, paragraph, line and
//! word (tesseract's manual, "tsv").

use super::{MachineWord, Place};
use crate::text;
use crate::wire::MOST_WORDS;

/// What stands on a page, as read by machine.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Transcript {
    /// Words with a space between, each line ended, an empty line between paragraphs.
    pub text: String,
    /// The words, with where they stand in it.
    pub words: Vec<MachineWord>,
}

/// Reads the table of a picture of `size`, width and height in pixels; nothing if it is no such table.
pub(super) fn parse(untrusted: &[u8], size: (u32, u32)) -> Option<Transcript> {
    let untrusted = std::str::from_utf8(untrusted).ok()?;
    let mut rows = untrusted.lines();
    rows.next().filter(|heading| heading.starts_with("level\tpage_num\t"))?;
    let mut transcript = Transcript::default();
    let mut last: Option<Position> = None;
    for row in rows {
        let Row::Word(word) = read(row, size)? else { continue };
        transcript.part(last, word.position);
        transcript.add(&word)?;
        last = Some(word.position);
    }
    if last.is_some() {
        transcript.text.push('\n');
    }
    Some(transcript)
}

/// In which block, paragraph and line of the page a word stands.
type Position = [u32; 3];

/// A row of the table.
enum Row {
    /// A word that shows something.
    Word(Word),
    /// What holds words, or a word that shows nothing.
    Other,
}

struct Word {
    position: Position,
    place: Place,
    confidence: u8,
    text: String,
}

/// The level of a row that is a word.
const WORD: &str = "5";

/// The row that a line is; nothing if it is none.
fn read(row: &str, size: (u32, u32)) -> Option<Row> {
    let fields: Vec<&str> = row.splitn(12, '\t').collect();
    let &[level, _, block, paragraph, line, _, left, top, width, height, confidence, raw] = fields.as_slice()
    else {
        // Rows of other levels may lack the last field.
        return (fields.len() == 11 && fields[0] != WORD).then_some(Row::Other);
    };
    if level != WORD {
        return Some(Row::Other);
    }
    let number = |field: &str| field.parse::<u32>().ok();
    let position = [number(block)?, number(paragraph)?, number(line)?];
    let pixels = |field: &str| field.parse::<i32>().ok().map(i64::from);
    let place = place([pixels(left)?, pixels(top)?, pixels(width)?, pixels(height)?], size)?;
    let confidence = hundredths(confidence)?;
    let text = text::one_line(raw, MOST_LETTERS);
    let is_blank = text.is_empty();
    Some(if is_blank { Row::Other } else { Row::Word(Word { position, place, confidence, text }) })
}

/// Letters of one word: what is longer is a drawing taken for letters.
const MOST_LETTERS: usize = 500;

/// A box in pixels as a place on the page. What hangs over an edge is cut off.
fn place([left, top, width, height]: [i64; 4], (across, down): (u32, u32)) -> Option<Place> {
    let share = |pixels: i64, of: u32| {
        let of = i64::from(of.max(1));
        u16::try_from(pixels.clamp(0, of) * 10_000 / of).ok()
    };
    Some(Place {
        left: share(left, across)?,
        top: share(top, down)?,
        right: share(left + width.max(0), across)?,
        bottom: share(top + height.max(0), down)?,
    })
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held to 0 to 100 just before")]
fn hundredths(field: &str) -> Option<u8> {
    let confidence: f64 = field.parse().ok()?;
    confidence.is_finite().then(|| confidence.clamp(0.0, 100.0).round() as u8)
}

impl Transcript {
    /// What stands between a word and the one before.
    fn part(&mut self, last: Option<Position>, next: Position) {
        let Some(last) = last else { return };
        self.text.push_str(if last == next {
            " "
        } else if last[..2] == next[..2] {
            "\n"
        } else {
            "\n\n"
        });
    }

    fn add(&mut self, word: &Word) -> Option<()> {
        let start = u32::try_from(self.text.len()).ok()?;
        self.text.push_str(&word.text);
        let end = u32::try_from(self.text.len()).ok()?;
        self.words.push(MachineWord { start, end, place: word.place, confidence: word.confidence });
        (self.words.len() <= MOST_WORDS).then_some(())
    }

    /// How sure the machine is of all of it: the mean over its words.
    pub(super) fn confidence(&self) -> u8 {
        let sum: usize = self.words.iter().map(|word| usize::from(word.confidence)).sum();
        sum.checked_div(self.words.len()).and_then(|mean| u8::try_from(mean).ok()).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADING: &str =
        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

    fn parsed(rows: &str) -> Option<Transcript> {
        parse(format!("{HEADING}{rows}").as_bytes(), (1000, 2000))
    }

    #[test]
    fn words_make_lines_and_paragraphs() {
        let rows = "1\t1\t0\t0\t0\t0\t0\t0\t1000\t2000\t-1\t\n\
            5\t1\t1\t1\t1\t1\t100\t200\t50\t20\t96.4\tThe\n\
            5\t1\t1\t1\t1\t2\t160\t200\t50\t20\t91\tfine\n\
            5\t1\t1\t1\t2\t1\t100\t230\t50\t20\t80\twas\n\
            5\t1\t1\t1\t2\t2\t100\t230\t50\t20\t95\t \n\
            5\t1\t2\t1\t1\t1\t900\t1980\t100\t20\t0\t92\n";
        let transcript = parsed(rows).unwrap();
        assert_eq!(transcript.text, "The fine\nwas\n\n92\n");
        assert_eq!(transcript.text, text::clean(&transcript.text));
        let last = transcript.words[3];
        assert_eq!(&transcript.text[last.start as usize..last.end as usize], "92");
        assert_eq!(last.place, Place { left: 9_000, top: 9_900, right: 10_000, bottom: 10_000 });
        assert_eq!((transcript.words[0].confidence, transcript.confidence()), (96, 66));
    }

    #[test]
    fn a_page_without_words_is_read_and_empty() {
        assert_eq!(parsed("1\t1\t0\t0\t0\t0\t0\t0\t1000\t2000\t-1\t\n"), Some(Transcript::default()));
        assert_eq!(parsed("").unwrap().confidence(), 0);
    }

    #[test]
    fn boxes_and_confidence_are_held_to_what_there_can_be() {
        let transcript = parsed("5\t1\t1\t1\t1\t1\t-5\t1990\t2000\t20\t101\tx\n").unwrap();
        let place = Place { left: 0, top: 9_950, right: 10_000, bottom: 10_000 };
        assert_eq!((transcript.words[0].place, transcript.words[0].confidence), (place, 100));
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let row = |place: &str, confidence: &str| format!("5\t1\t1\t1\t1\t1\t{place}\t{confidence}\tx\n");
        let cases = [
            ("a box beyond numbers", row("1\t0\t4294967295\t1", "90")),
            ("a box that is no number", row("a\t0\t1\t1", "90")),
            ("no confidence", row("0\t0\t1\t1", "NaN")),
            ("a row that is none", "hello\n".to_owned()),
            ("a word without letters' field", "5\t1\t1\t1\t1\t1\t0\t0\t1\t1\t90\n".to_owned()),
            ("too many words", row("0\t0\t1\t1", "90").repeat(MOST_WORDS + 1)),
        ];
        for (what, rows) in cases {
            assert_eq!(parsed(&rows), None, "{what}");
        }
        assert_eq!(parse(b"no heading\n", (1, 1)), None);
        assert_eq!(parse(&[0xff; 10], (1, 1)), None);
    }
}
