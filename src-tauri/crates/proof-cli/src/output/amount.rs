use std::io::{self, Write};

use proof_api::wire::{AmountLine, AmountRow};

pub fn amount_line(out: &mut dyn Write, line: &AmountLine) -> io::Result<()> {
    writeln!(out, "{:<34} {}", line.date.display, words(&line.amount))?;
    writeln!(out, "{:<34} {} · {}", "", line.title, line.case_name)?;
    let (Some(document), Some(page)) = (&line.document_title, line.page) else {
        return writeln!(out, "{:<34} {} {}, without a passage", "", line.asserted_by, line.stance);
    };
    let mark = if line.verified { "verified" } else { "NOT FOUND in its page" };
    writeln!(out, "{:<34} {} {}: {document}, page {page}, quote {mark}", "", line.asserted_by, line.stance)
}

/// A sum in a line, with its conversion where its source states one.
pub fn words(amount: &AmountRow) -> String {
    let converted = match amount.converted.as_str() {
        "" => String::new(),
        words => format!(" (“{words}”, as the source converts it)"),
    };
    format!("{} {}{converted}", amount.kind, amount.display)
}
