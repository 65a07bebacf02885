//! `cargo xtask tidy`: what the layout forbids. Each finding names the place, the fault and the remedy.

mod banned;
mod finding;
mod generated;
mod layers;
mod licence;
mod literals;
mod project;
mod size;
mod spdx;
mod sql;

use anyhow::{Result, bail};

use finding::Finding;
use project::Project;

/// Runs every check and prints what each found.
pub fn run() -> Result<()> {
    let project = Project::read()?;
    let mut findings = check(&project);
    print(&findings);
    let stale = generated::stale(&project)?;
    print(&stale);
    findings.extend(stale);
    match findings.len() {
        0 => Ok(()),
        1 => bail!("one thing is out of place"),
        many => bail!("{many} things are out of place"),
    }
}

fn print(findings: &[Finding]) {
    for finding in findings {
        println!("{finding}");
    }
}

fn check(project: &Project) -> Vec<Finding> {
    [layers::check, sql::check, banned::check, size::check, generated::check, licence::check]
        .iter()
        .flat_map(|check| check(project))
        .collect()
}
