//! Acts in the page of a window, timed inside it.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{
    measure::{Times, report},
    window::Window,
};

/// What all acts share.
const SHARED: &str = include_str!("page.js");

/// The page of a window, and what can be done in it: a script whose `measure` does an act and gives the times that it took.
pub struct Page<'a> {
    pub window: &'a Window,
    pub acts: &'static str,
}

impl Page<'_> {
    /// Does something some times over, after once to warm up.
    pub async fn repeat(&self, what: &str, act: &Value, runs: usize, goal: Option<f64>) -> Result<()> {
        let mut all = Times::default();
        for run in 0..=runs {
            let taken = self.times(what, act).await?;
            if run > 0 {
                all.taken.extend(taken);
            }
        }
        report(what, &all, goal);
        Ok(())
    }

    /// The length of every frame while something goes on.
    pub async fn frames(&self, what: &str, act: &Value, rounds: usize, goal: f64) -> Result<()> {
        let mut all = Times::default();
        for _ in 0..rounds {
            all.taken.extend(self.times(what, act).await?);
        }
        report(what, &all, Some(goal));
        Ok(())
    }

    /// The times that an act took, once, in milliseconds.
    pub async fn times(&self, what: &str, act: &Value) -> Result<Vec<f64>> {
        let script =
            format!("{SHARED}\n{}\nmeasure({act}).then(done, (error) => done(String(error)));", self.acts);
        let answer = self.window.script_later(&script).await.with_context(|| what.to_owned())?;
        let times = answer.as_array().and_then(|all| all.iter().map(Value::as_f64).collect());
        times.with_context(|| format!("{what}: the page did not measure: {answer}"))
    }
}
