//! What the measuring programs print, as a table in Markdown.

use anyhow::{Context, Result};
use serde::Deserialize;

/// The times of one thing, or its rates.
#[derive(Debug, Deserialize)]
pub struct Measure {
    what: String,
    /// One for each time that it was done: milliseconds or, where `rate` names a unit, so much of it.
    times: Vec<f64>,
    /// Milliseconds of `times` in which another program had the processor; empty where that is not known.
    #[serde(default)]
    waited: Vec<f64>,
    /// The same of what it is compared with, taken turn by turn with `times`.
    #[serde(default)]
    against: Vec<f64>,
    /// What it is compared with.
    #[serde(default = "bare")]
    beside: String,
    /// The unit of a rate, of which more is better.
    rate: Option<String>,
    /// Milliseconds that it may take, or so much of the unit.
    goal: Option<f64>,
    /// How many times as long as `against` it may take.
    most: Option<f64>,
    /// How many times as much as `against` it is to be.
    least: Option<f64>,
}

fn bare() -> String {
    "bare SQLite".to_owned()
}

impl Measure {
    /// Reads a line that a measuring program printed.
    pub fn parse(line: &str) -> Result<Self> {
        serde_json::from_str(line).with_context(|| format!("this is no measure: {line}"))
    }

    fn row(&self) -> String {
        let times = self.sorted(&self.times);
        let (against, ratio) = match self.against.as_slice() {
            // What is missing is said to be.
            [] if self.beside != bare() => (self.beside.clone(), None),
            [] => (String::new(), None),
            against => {
                let median = self.sorted(against).median();
                (format!("{} {}", self.beside, self.shown(median)), Some(times.median() / median))
            }
        };
        let (goal, met) = self.judged(&times, ratio.unwrap_or(f64::NAN));
        let ratio = ratio.map_or(String::new(), |ratio| format!("{ratio:.2}"));
        let [median, late, worst] =
            [times.median(), times.percentile(99), times.worst()].map(|figure| self.shown(figure));
        let alone = if self.waited.is_empty() { String::new() } else { self.shown(self.alone().median()) };
        let cells = [&self.what, &median, &alone, &late, &worst, &against, &ratio, &goal, &met];
        format!("| {} |", cells.map(String::as_str).join(" | "))
    }

    /// The goal, and whether it was met.
    fn judged(&self, times: &Sorted, ratio: f64) -> (String, String) {
        let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
        match (self.goal, self.most, self.least) {
            (Some(goal), ..) => {
                (format!("≤ {goal} {}", self.rate.as_deref().unwrap_or("ms")), times.within(goal))
            }
            (None, Some(most), _) => (format!("≤ {most} times"), yes(ratio <= most)),
            (None, None, Some(least)) => (format!("≥ {least} times"), yes(ratio >= least)),
            (None, None, None) => (String::new(), String::new()),
        }
    }

    /// The times without what was spent waiting for a processor.
    fn alone(&self) -> Sorted {
        let alone: Vec<f64> =
            self.times.iter().zip(&self.waited).map(|(time, waited)| time - waited).collect();
        self.sorted(&alone)
    }

    /// From the best to the worst.
    fn sorted(&self, times: &[f64]) -> Sorted {
        let mut sorted = Sorted::of(times);
        if self.rate.is_some() {
            sorted.0.reverse();
        }
        sorted
    }

    fn shown(&self, number: f64) -> String {
        match &self.rate {
            Some(unit) => format!("{} {unit}", figure(number)),
            None => figure(number),
        }
    }
}

/// All measures: milliseconds where no unit stands, each with its goal and whether even the worst of them met it. `alone` is the median
/// without the time in which another program had the processor.
pub fn drawn(measures: &[Measure]) -> String {
    let head = "| what | median | alone | p99 | worst | compared with | ratio | goal | met |\n\
                |---|---:|---:|---:|---:|---|---:|---|---|";
    let rows = measures.iter().map(Measure::row);
    std::iter::once(head.to_owned()).chain(rows).collect::<Vec<_>>().join("\n")
}

fn figure(number: f64) -> String {
    if number < 10.0 { format!("{number:.2}") } else { format!("{number:.0}") }
}

/// Times, or rates, from the best to the worst.
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
            (
                r#"{"what": "e", "times": [90], "against": [80], "beside": "page 1", "most": 1.1}"#,
                "| e | 90 |  | 90 | 90 | page 1 80 | 1.12 | ≤ 1.1 times | no |",
            ),
            (
                r#"{"what": "g", "times": [30, 40], "rate": "MB", "goal": 300}"#,
                "| g | 40 MB |  | 30 MB | 30 MB |  |  | ≤ 300 MB | yes |",
            ),
            (
                r#"{"what": "f", "times": [500, 300, 400], "against": [400], "beside": "sha256sum", "rate": "MB/s", "least": 0.9}"#,
                "| f | 400 MB/s |  | 300 MB/s | 300 MB/s | sha256sum 400 MB/s | 1.00 | ≥ 0.9 times | yes |",
            ),
        ];
        for (line, expected) in table {
            assert_eq!(Measure::parse(line).unwrap().row(), expected);
        }
    }
}
