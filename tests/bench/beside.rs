//! What a measure prints that is compared with something else: a line of JSON for `cargo xtask bench`.

use serde_json::Value;

/// Prints figures of `what` beside those of something else, taken turn by turn with them. `more` says what is judged:
/// `{"most": 1.2}`, or `{"rate": "MB/s", "least": 0.9}` for what is better the more there is of it.
#[allow(clippy::print_stdout, reason = "the line is this program's answer")]
pub fn report_beside(what: &str, figures: &[f64], (beside, against): (&str, &[f64]), mut more: Value) {
    more["what"] = what.into();
    more["times"] = figures.into();
    more["beside"] = beside.into();
    more["against"] = against.into();
    println!("{more}");
}
