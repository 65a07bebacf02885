//! Rust, Node and npm: named where they are missing or old, never installed.

use anyhow::{Result, anyhow, bail};

use crate::process::{call, npm, read};

/// Fails with what to install unless Rust, Node and npm are there and new enough.
pub fn toolchain() -> Result<()> {
    let rust = version(read(&mut call("rustc", &["--version"])), "Rust", "https://rustup.rs")?;
    at_least(rust, (1, 95), "Rust", "`rustup update stable`, or see https://rustup.rs")?;
    let node = version(read(&mut call("node", &["--version"])), "Node", "https://nodejs.org")?;
    at_least(node, (20, 19), "Node", "see https://nodejs.org")?;
    version(
        read(&mut npm(&["--version"])),
        "npm",
        "https://nodejs.org; Debian and Ubuntu keep it in the package `npm`",
    )?;
    Ok(())
}

fn version(answer: Result<String>, name: &str, source: &str) -> Result<(u32, u32)> {
    let answer =
        answer.map_err(|error| anyhow!("{name} is missing ({error:#}). Install it from {source}"))?;
    parse(&answer)
        .ok_or_else(|| anyhow!("{name} gives its version as `{}`, which cannot be read", answer.trim()))
}

fn at_least(found: (u32, u32), needed: (u32, u32), name: &str, remedy: &str) -> Result<()> {
    if found < needed {
        bail!(
            "{name} {}.{} is too old: {}.{} or newer is needed; {remedy}",
            found.0,
            found.1,
            needed.0,
            needed.1
        );
    }
    Ok(())
}

/// Major and minor number of the first word that looks like a version.
fn parse(answer: &str) -> Option<(u32, u32)> {
    answer.split_whitespace().find_map(|word| {
        let mut numbers = word.trim_start_matches('v').split('.');
        Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_the_programs_print_them() {
        let table = [
            ("rustc 1.95.0 (59807616e 2026-04-14)", Some((1, 95))),
            ("v20.19.2\n", Some((20, 19))),
            ("11.19.1", Some((11, 19))),
            ("rustc nightly", None),
        ];
        for (answer, expected) in table {
            assert_eq!(parse(answer), expected, "{answer}");
        }
    }

    #[test]
    fn an_old_version_is_refused_with_the_one_needed() {
        let refusal = at_least((20, 9), (20, 19), "Node", "see there").unwrap_err().to_string();
        assert_eq!(refusal, "Node 20.9 is too old: 20.19 or newer is needed; see there");
        assert!(at_least((22, 0), (20, 19), "Node", "").is_ok());
    }
}
