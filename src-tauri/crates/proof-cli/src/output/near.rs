use std::io::{self, Write};

use proof_api::wire::{Families, FamilyRow, NearDocuments};

use super::counted;

pub fn near(out: &mut dyn Write, answer: &NearDocuments) -> io::Result<()> {
    if answer.too_short {
        writeln!(
            out,
            "Its text is too short to be compared: fewer than 24 words, or the same ones over and over."
        )?;
    } else if answer.near.is_empty() {
        writeln!(out, "No other document shares eight words in a row or more with it, as far as was found.")?;
    }
    for row in &answer.near {
        let same = if row.same_words { ", the same words" } else { "" };
        writeln!(out, "{}", row.title)?;
        let (this, that) = (percent(row.share_of_this), percent(row.share_of_that));
        writeln!(out, "  has {this} of this one, {that} of it is here{same} · {}", row.document)?;
    }
    unsigned(out, answer.unsigned)
}

pub fn families(out: &mut dyn Write, answer: &Families) -> io::Result<()> {
    if answer.families.is_empty() {
        writeln!(out, "No documents are copies of one another.")?;
    }
    answer.families.iter().try_for_each(|row| family(out, row))?;
    unsigned(out, answer.unsigned)
}

fn family(out: &mut dyn Write, row: &FamilyRow) -> io::Result<()> {
    writeln!(out, "{} · {}", row.title, row.oldest)?;
    for copy in &row.copies {
        let (oldest, own) = (percent(copy.share_of_oldest), percent(copy.share_of_copy));
        writeln!(out, "  {}: has {oldest} of it, {own} of its own · {}", copy.title, copy.document)?;
    }
    Ok(())
}

fn unsigned(out: &mut dyn Write, count: u32) -> io::Result<()> {
    if count == 0 {
        return Ok(());
    }
    let documents = counted(count, "document");
    writeln!(out, "Not compared: {documents} of an older version. Compare them too: proofline rebuild-text")
}

/// A share in percent; one that is not whole is never said to be 100 %, nor one that is there to be 0 %.
fn percent(share: f64) -> String {
    match share * 100.0 {
        some if some > 99.0 && some < 100.0 => "99 %".to_owned(),
        some if some > 0.0 && some < 1.0 => "less than 1 %".to_owned(),
        some => format!("{some:.0} %"),
    }
}
