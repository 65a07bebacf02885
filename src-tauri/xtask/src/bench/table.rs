//! What the measuring programs print, as a table in Markdown.

use anyhow::{Context, Result};
use serde::Deserialize;

/// The times of one thing.
#[derive(Debug, Deserialize)]
pub struct Measure {
    what: String,
    /// Milliseconds, one for each time that it was done.
    times: Vec<f64>,
    /// Milliseconds of `times` in which another program had the processor; empty where that is not known.
    #[serde(default)]
    waited: Vec<f64>,
    /// Milliseconds of the same in bare SQLite, taken turn by turn with `times`.
    #[serde(default)]
    against: Vec<f64>,
    /// Milliseconds that it may take.
    goal: Option<f64>,
    /// How many times as long as `against` it may take.
    most: Option<f64>,
}

impl Measure {
    /// Reads a line that a measuring program printed.
    pub fn parse(line: &str) -> Result<Self> {
        serde_json::from_str(line).with_context(|| format!("this is no measure: {line}"))
    }

    fn row(&self) -> String {
        let times = Sorted::of(&self.times);
        let ratio = times.median() / Sorted::of(&self.against).median();
        let (against, ratio_cell) = match self.against.as_slice() {
            [] => (String::new(), String::new()),
            against => {
                (format!("bare SQLite {}", figure(Sorted::of(against).median())), format!("{ratio:.2}"))
            }
        };
        let (goal, met) = match (self.goal, self.most) {
            (Some(goal), _) => (format!("≤ {goal} ms"), times.within(goal)),
            (None, Some(most)) => {
                (format!("≤ {most} times"), if ratio <= most { "yes".into() } else { "no".into() })
            }
            (None, None) => (String::new(), String::new()),
        };
        let [median, late, worst] = [times.median(), times.percentile(99), times.worst()].map(figure);
        let alone = if self.waited.is_empty() { String::new() } else { figure(self.alone().median()) };
        let cells = [&self.what, &median, &alone, &late, &worst, &against, &ratio_cell, &goal, &met];
        format!("| {} |", cells.map(String::as_str).join(" | "))
    }

    /// The times without what was spent waiting for a processor.
    fn alone(&self) -> Sorted {
        let alone: Vec<f64> =
            self.times.iter().zip(&self.waited).map(|(time, waited)| time - waited).collect();
        Sorted::of(&alone)
    }
}

/// All measures: milliseconds, each with its goal and whether even the worst of them met it. `alone` is the median
/// without the time in which another program had the processor.
pub fn drawn(measures: &[Measure]) -> String {
    let head = "| what | median | alone | p99 | worst | compared with | ratio | goal | met |\n\
                |---|---:|---:|---:|---:|---|---:|---|---|";
    let rows = measures.iter().map(Measure::row);
    std::iter::once(head.to_owned()).chain(rows).collect::<Vec<_>>().join("\n")
}

fn figure(milliseconds: f64) -> String {
    if milliseconds < 10.0 { format!("{milliseconds:.2}") } else { format!("{milliseconds:.0}") }
}

/// Times in order.
struct Sorted(Vec<f64>);

impl Sorted {
    fn of(times: &[f64]) -> Self {
        let mut sorted = times.to_vec();
        sorted.sort_by(f64::total_cmp);
        Self(sorted)
    }

    fn median(&self) -> f64 {
        self.percentile(50)
    }

    /// The smallest time that `percent` of a hundred do not exceed.
    fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).copied().unwrap_or(f64::NAN)
    }

    fn worst(&self) -> f64 {
        self.percentile(100)
    }

    /// Whether all of them kept to a goal and, where not, how many did not.
    fn within(&self, goal: f64) -> String {
        match self.0.iter().filter(|time| **time > goal).count() {
            0 => "yes".to_owned(),
            over => format!("no: {over} of {} are over", self.0.len()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_is_a_row_that_says_whether_its_goal_was_met() {
        let table = [
            (
                r#"{"what": "a", "times": [3, 1, 2], "goal": 2}"#,
                "| a | 2.00 |  | 3.00 | 3.00 |  |  | ≤ 2 ms | no: 1 of 3 are over |",
            ),
            (
                r#"{"what": "b", "times": [40, 12.4], "goal": 100}"#,
                "| b | 12 |  | 40 | 40 |  |  | ≤ 100 ms | yes |",
            ),
            (
                r#"{"what": "c", "times": [3, 3], "against": [2, 2], "most": 1.5}"#,
                "| c | 3.00 |  | 3.00 | 3.00 | bare SQLite 2.00 | 1.50 | ≤ 1.5 times | yes |",
            ),
            (
                r#"{"what": "d", "times": [3], "waited": [2], "goal": null}"#,
                "| d | 3.00 | 1.00 | 3.00 | 3.00 |  |  |  |  |",
            ),
        ];
        for (line, expected) in table {
            assert_eq!(Measure::parse(line).unwrap().row(), expected);
        }
    }
}
