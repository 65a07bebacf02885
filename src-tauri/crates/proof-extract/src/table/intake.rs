//! What a worker has said of a table so far, each word of it checked before it counts.

use super::{Sheet, TITLE_BYTES, Table, TableRow};
use crate::intake::is_word;
use crate::lost::Lost;
use crate::output::Ending;
use crate::wire::{Frame, WireRow, WireSheet};
use crate::{Limits, text};
use proof_model::Outcome;

/// What a worker has said so far.
#[derive(Debug)]
pub(crate) struct TableIntake<'a> {
    limits: &'a Limits,
    so_far: Table,
    rows: u64,
    cells: u64,
    text_bytes: u64,
    ending: Option<Ending>,
}

impl<'a> TableIntake<'a> {
    /// Nothing said yet.
    pub(crate) fn new(limits: &'a Limits) -> Self {
        let so_far = Table { media_type: String::new(), sheets: Vec::new() };
        Self { limits, so_far, rows: 0, cells: 0, text_bytes: 0, ending: None }
    }

    /// Checks and keeps one message; whether it was the last.
    pub(crate) fn take(&mut self, untrusted_frame: Frame) -> Result<bool, Lost> {
        match untrusted_frame {
            Frame::Start(untrusted) if is_word(&untrusted.media_type, 127) => {
                self.so_far.media_type = untrusted.media_type;
                Some(false)
            }
            Frame::Progress => Some(false),
            Frame::Sheet(untrusted) => self.take_sheet(untrusted).map(|()| false),
            Frame::Rows(untrusted) => self.take_rows(untrusted).map(|()| false),
            Frame::End(untrusted) => Ending::checked(untrusted.outcome, untrusted.reason).map(|ending| {
                self.ending = Some(ending);
                true
            }),
            _ => None,
        }
        .ok_or(Lost::Malformed)
    }

    /// The table, if the worker read all of it and was not lost; else why there is none.
    pub(crate) fn into_table(self, lost: Option<Lost>) -> Result<Table, String> {
        let ending = match (lost, self.ending) {
            (Some(lost), _) => lost.ending(self.limits),
            (None, Some(ending)) => ending,
            (None, None) => Lost::Ended.ending(self.limits),
        };
        match ending {
            Ending { outcome: Outcome::Ok, .. } => Ok(self.so_far),
            Ending { reason, .. } => Err(reason.unwrap_or_else(|| "it could not be read".to_owned())),
        }
    }

    fn take_sheet(&mut self, untrusted: WireSheet) -> Option<()> {
        let is_title = |title: &String| title.len() <= TITLE_BYTES && text::is_one_line(title);
        let WireSheet { name, columns } = untrusted;
        let fits = self.so_far.sheets.len() < self.limits.sheets as usize
            && (1..=self.limits.columns as usize).contains(&columns.len());
        if !fits || !is_title(&name) || !columns.iter().all(is_title) {
            return None;
        }
        self.so_far.sheets.push(Sheet { name, columns, rows: Vec::new() });
        Some(())
    }

    fn take_rows(&mut self, untrusted: Vec<WireRow>) -> Option<()> {
        untrusted.into_iter().try_for_each(|row| self.take_row(row))
    }

    fn take_row(&mut self, untrusted: WireRow) -> Option<()> {
        let sheet = self.so_far.sheets.last_mut()?;
        let WireRow { number, cells } = untrusted;
        self.rows += 1;
        self.cells += cells.len() as u64;
        self.text_bytes += cells.iter().map(|cell| cell.len() as u64).sum::<u64>();
        let fits = self.rows <= self.limits.rows.into()
            && self.cells <= self.limits.cells.into()
            && self.text_bytes <= self.limits.text_bytes
            && cells.len() == sheet.columns.len();
        let is_cell = |cell: &String| cell.len() <= self.limits.cell_bytes as usize && text::is_clean(cell);
        let in_order = number > sheet.rows.last().map_or(0, |row| row.number);
        if !fits || !in_order || !cells.iter().all(is_cell) {
            return None;
        }
        sheet.rows.push(TableRow { number, cells });
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{End, Start, WirePage};

    fn limits() -> Limits {
        Limits { sheets: 1, rows: 2, columns: 2, cells: 3, cell_bytes: 4, text_bytes: 6, ..Limits::default() }
    }

    fn sheet(columns: &[&str]) -> Frame {
        let columns = columns.iter().map(|&title| title.to_owned()).collect();
        Frame::Sheet(WireSheet { name: "Events".into(), columns })
    }

    fn row(number: u32, cells: &[&str]) -> Frame {
        Frame::Rows(vec![WireRow { number, cells: cells.iter().map(|&cell| cell.to_owned()).collect() }])
    }

    #[test]
    fn what_no_honest_worker_says_of_a_table_is_refused() {
        let page = Frame::Page(WirePage { number: 1, label: None, text: String::new(), picture: None });
        let media_type = Frame::Start(Start { media_type: "a b".into(), pages: None });
        let cases: [(&str, Vec<Frame>); 14] = [
            ("a page", vec![page]),
            ("a media type of two words", vec![media_type]),
            ("a row before any sheet", vec![row(1, &["a"])]),
            ("a sheet without columns", vec![sheet(&[])]),
            ("more columns than allowed", vec![sheet(&["a", "b", "c"])]),
            ("a title of two lines", vec![sheet(&["a\nb"])]),
            ("more sheets than allowed", vec![sheet(&["a"]), sheet(&["a"])]),
            ("a row that is narrower than the header", vec![sheet(&["a", "b"]), row(2, &["a"])]),
            ("a row that is wider than the header", vec![sheet(&["a"]), row(2, &["a", "b"])]),
            ("a row out of order", vec![sheet(&["a"]), row(3, &["a"]), row(3, &["a"])]),
            ("more rows than allowed", vec![sheet(&["a"]), row(2, &["a"]), row(3, &["a"]), row(4, &["a"])]),
            ("more cells than allowed", vec![sheet(&["a", "b"]), row(2, &["a", ""]), row(3, &["a", ""])]),
            ("a cell that is too long", vec![sheet(&["a"]), row(2, &["12345"])]),
            ("a control character", vec![sheet(&["a"]), row(2, &["\u{7}"])]),
        ];
        let limits = limits();
        for (what, frames) in cases {
            let mut intake = TableIntake::new(&limits);
            let refused = frames.into_iter().any(|frame| intake.take(frame).is_err());
            assert!(refused, "{what}");
        }
    }

    #[test]
    fn a_table_is_whole_or_not_at_all() {
        let limits = limits();
        let told = || {
            let mut intake = TableIntake::new(&limits);
            intake.take(sheet(&["a"])).unwrap();
            intake.take(row(2, &["b"])).unwrap();
            intake
        };
        let end = |outcome| {
            let reason = (outcome != Outcome::Ok).then(|| "row 3 is odd".to_owned());
            Frame::End(End { outcome, reason, peak_memory: None })
        };
        let mut whole = told();
        assert!(whole.take(end(Outcome::Ok)).unwrap());
        assert_eq!(whole.into_table(None).unwrap().sheets[0].rows[0].number, 2);
        let mut refused = told();
        refused.take(end(Outcome::Limit)).unwrap();
        assert_eq!(refused.into_table(None).unwrap_err(), "row 3 is odd");
        assert_eq!(told().into_table(Some(Lost::Ended)).unwrap_err(), "the reader failed");
        assert_eq!(told().into_table(None).unwrap_err(), "the reader failed");
    }
}
