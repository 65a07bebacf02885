//! Cells that a spreadsheet would run as formulas, and how they are kept from it (OWASP, CSV injection).

/// `cell` as it stands in a CSV file: with an apostrophe before it if a spreadsheet could take it for a formula, or if it
/// could be taken for a cell that was guarded.
pub fn guard(cell: &str) -> String {
    if is_risky(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// What [`guard`] was given. A cell that it cannot have made is returned as it is.
pub fn unguard(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|inner| is_risky(inner)).unwrap_or(cell)
}

/// Whether `cell` begins like a formula, once what spreadsheets and their converters drop has been dropped: white space,
/// control and invisible characters, and apostrophes, so that a guarded cell is itself guarded.
fn is_risky(cell: &str) -> bool {
    let rest = cell.trim_start_matches(|c: char| c == '\'' || is_dropped(c));
    let dropped = &cell[..cell.len() - rest.len()];
    rest.starts_with(BEGINNINGS) || dropped.contains(['\t', '\r', '\n'])
}

/// The signs with which formulas begin, and their full-width forms, which East Asian versions take for them.
const BEGINNINGS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

fn is_dropped(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_guarded() {
        for cell in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\tx",
            "\rx",
            "\n=1",
            "  =1",
            "\u{a0}=1",
            "\u{feff}=1",
            "\0=1",
            "＝1",
            "＋1",
            "－1",
            "＠A1",
            "'=1",
            "''=1",
            "' =1",
            "=cmd|' /C calc'!A0",
        ] {
            assert_eq!(guard(cell), format!("'{cell}"), "{cell:?}");
            assert_eq!(unguard(&guard(cell)), cell);
        }
    }

    #[test]
    fn what_no_spreadsheet_runs_is_left_alone() {
        for cell in ["", "a", "'", "'tis", " a", "1-1", "a=b", "2021-02-25", "–1", "'90s"] {
            assert_eq!(guard(cell), cell);
            assert_eq!(unguard(cell), cell);
        }
    }

    proptest! {
        #[test]
        fn unguarding_undoes_guarding(cell in any::<String>()) {
            let guarded = guard(&cell);
            prop_assert_eq!(unguard(&guarded), cell.as_str());
        }

        #[test]
        fn unguarding_undoes_guarding_where_it_is_hard(cell in "['=+@ \t\r\n\\-＝a]{0,6}") {
            let guarded = guard(&cell);
            prop_assert_eq!(unguard(&guarded), cell.as_str());
            prop_assert!(!guarded.starts_with(BEGINNINGS));
            prop_assert!(!guarded.starts_with(['\t', '\r', '\n']));
        }
    }
}
