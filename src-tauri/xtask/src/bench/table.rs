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
    /// So much of the unit at least, where more is better.
    floor: Option<f64>,
    /// How many times as long as `against` it may take.
    most: Option<f64>,
    /// Whether the 99th percentile is compared and judged as the median is, or, with a goal of its own, instead of the
    /// worst.
    #[serde(default)]
    late: bool,
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
        let (against, ratios) = match self.against.as_slice() {
            // What is missing is said to be.
            [] if self.beside != bare() => (self.beside.clone(), Vec::new()),
            [] => (String::new(), Vec::new()),
            against => self.compared(&times, &self.sorted(against)),
        };
        let (goal, met) = self.judged(&times, &ratios);
        let ratio = ratios.iter().map(|ratio| shown_ratio(*ratio)).collect::<Vec<_>>().join(" / ");
        let [median, late, worst] =
            [times.median(), times.percentile(99), times.worst()].map(|figure| self.shown(figure));
        let alone = if self.waited.is_empty() { String::new() } else { self.shown(self.alone().median()) };
        let cells = [&self.what, &median, &alone, &late, &worst, &against, &ratio, &goal, &met];
        format!("| {} |", cells.map(String::as_str).join(" | "))
    }

    /// The other's figures, and the ratios to them: of the medians and, where it counts, of the 99th percentiles.
    fn compared(&self, times: &Sorted, against: &Sorted) -> (String, Vec<f64>) {
        let percentiles: &[usize] = if self.late { &[50, 99] } else { &[50] };
        let figures = percentiles.iter().map(|percent| self.shown(against.percentile(*percent)));
        let shown = format!("{} {}", self.beside, figures.collect::<Vec<_>>().join(" / "));
        let ratio = |percent: &usize| times.percentile(*percent) / against.percentile(*percent);
        (shown, percentiles.iter().map(ratio).collect())
    }

    /// The goal, and whether it was met.
    fn judged(&self, times: &Sorted, ratios: &[f64]) -> (String, String) {
        let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
        let unit = self.rate.as_deref().unwrap_or("ms");
        let all =
            |holds: &dyn Fn(f64) -> bool| yes(!ratios.is_empty() && ratios.iter().all(|ratio| holds(*ratio)));
        match (self.goal, self.floor, self.most, self.least) {
            (Some(goal), ..) if self.late => {
                (format!("p99 ≤ {goal} {unit}"), yes(times.percentile(99) <= goal))
            }
            (Some(goal), ..) => (format!("≤ {goal} {unit}"), times.within(goal)),
            (None, Some(floor), ..) => (format!("≥ {floor} {unit}"), yes(times.worst() >= floor)),
            (None, None, Some(most), _) => (format!("≤ {most} times"), all(&|ratio| ratio <= most)),
            (None, None, None, Some(least)) => (format!("≥ {least} times"), all(&|ratio| ratio >= least)),
            (None, None, None, None) => (String::new(), String::new()),
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

/// A ratio; a small one is told from nothing.
fn shown_ratio(ratio: f64) -> String {
    if ratio < 0.1 { format!("{ratio:.3}") } else { format!("{ratio:.2}") }
}

fn figure(number: f64) -> String {
    if number < 0.1 {
        format!("{number:.3}")
    } else if number < 10.0 {
        format!("{number:.2}")
    } else {
        format!("{number:.0}")
    }
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
            (
                r#"{"what": "h", "times": [45], "rate": "MB/s", "floor": 40}"#,
                "| h | 45 MB/s |  | 45 MB/s | 45 MB/s |  |  | ≥ 40 MB/s | yes |",
            ),
            (
                r#"{"what": "i", "times": [0.02, 3], "against": [2, 20], "beside": "FTS5", "most": 0.1, "late": true}"#,
                "| i | 0.020 |  | 3.00 | 3.00 | FTS5 2.00 / 20 | 0.010 / 0.15 | ≤ 0.1 times | no |",
            ),
            (
                r#"{"what": "j", "times": [5, 30], "goal": 20, "late": true}"#,
                "| j | 5.00 |  | 30 | 30 |  |  | p99 ≤ 20 ms | no |",
            ),
        ];
        for (line, expected) in table {
            assert_eq!(Measure::parse(line).unwrap().row(), expected);
        }
    }
}
