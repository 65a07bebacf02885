//! Dependencies run down only, and some libraries have one home each.

use super::finding::Finding;
use super::project::{Dependency, Package, Project};

/// What each package of the project may depend on of the project. ARCHITECTURE.md draws it.
const LAYERS: &[(&str, &[&str])] = &[
    ("proof-model", &[]),
    ("proof-store", &["proof-model"]),
    ("proof-search", &["proof-model"]),
    ("proof-extract", &["proof-model"]),
    ("proof-export", &["proof-model"]),
    ("proof-findings", &["proof-model"]),
    (
        "proof-library",
        &["proof-export", "proof-extract", "proof-findings", "proof-model", "proof-search", "proof-store"],
    ),
    ("proof-api", &["proof-library", "proof-model"]),
    // Every program that imports is also the worker that reads a document: hence proof-extract.
    ("proof-cli", &["proof-api", "proof-extract", "proof-library", "proof-model"]),
    ("proofline-desktop", &["proof-api", "proof-extract", "proof-library", "proof-model"]),
    // The index is measured without a library around it, as what it is compared with is.
    (
        "proofline-tests",
        &[
            "proof-api",
            "proof-extract",
            "proof-library",
            "proof-model",
            "proof-search",
            "proof-testkit",
            "xtask",
        ],
    ),
    ("proof-testkit", &["proof-library", "proof-model"]),
    ("xtask", &[]),
];

/// May be depended on by everybody's tests, and by nothing that is shipped.
const TESTKIT: &str = "proof-testkit";

/// Libraries that only the named packages may use. A name that ends in `*` stands for all that begin so.
const HOMES: &[(&str, &[&str])] = &[
    // The tests forge libraries, which is what nobody does through proof-store, and measure SQLite's own search.
    ("rusqlite", &["proof-store", "proofline-tests"]),
    ("tantivy*", &["proof-search"]),
    ("tauri*", &["proofline-desktop"]),
    ("ts-rs", &["proof-api"]),
    // What comes from outside is parsed in the worker only, and what goes out is guarded.
    ("calamine", &["proof-extract", "proof-export"]),
    ("csv", &["proof-extract", "proof-export"]),
    ("rust_xlsxwriter", &["proof-export", "proof-extract"]),
    ("fantoccini", &["proofline-tests"]),
    // Nothing opens a network connection; the tests speak to the driver on their own machine.
    ("reqwest", &[]),
    ("hyper*", &["proofline-tests"]),
    ("ureq", &[]),
];

pub fn check(project: &Project) -> Vec<Finding> {
    let pairs =
        project.members.iter().flat_map(|package| package.dependencies.iter().map(move |on| (package, on)));
    pairs
        .filter_map(|(package, on)| {
            let (fault, remedy) = fault(package, on)?;
            let manifest = package.manifest();
            let names = |line: &str| line.trim_start().strip_prefix(&on.name).is_some_and(ends_key);
            let line = project.file(&manifest).map_or(1, |file| file.line_where(names));
            Some(Finding::at(&manifest, line, fault, remedy))
        })
        .collect()
}

/// Whether a key of a TOML table ends before `rest`.
fn ends_key(rest: &str) -> bool {
    rest.starts_with([' ', '.', '='])
}

fn fault(package: &Package, on: &Dependency) -> Option<(String, &'static str)> {
    if let Some((_, homes)) = HOMES.iter().find(|(library, _)| matches(library, &on.name)) {
        let fault = format!("{} depends on {}", package.name, on.name);
        return (!homes.contains(&package.name.as_str())).then_some((
            fault,
            "ask the package that is this library's home, or see HOMES in xtask/src/tidy/layers.rs",
        ));
    }
    let ours = LAYERS.iter().any(|(name, _)| *name == on.name);
    let test = on.kind.as_deref() == Some("dev") && on.name == TESTKIT;
    if !ours || test || on.name == package.name {
        return None;
    }
    match LAYERS.iter().find(|(name, _)| *name == package.name) {
        Some((_, below)) if below.contains(&on.name.as_str()) => None,
        Some(_) => Some((
            format!("{} depends on {}, which is not below it", package.name, on.name),
            "move what is needed down, or the code that needs it up; ARCHITECTURE.md draws the layers",
        )),
        None => Some((
            format!("{} has no layer", package.name),
            "give it a line in LAYERS in xtask/src/tidy/layers.rs and in ARCHITECTURE.md",
        )),
    }
}

fn matches(pattern: &str, name: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == name, |start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::super::project::samples;
    use super::*;

    #[test]
    fn dependencies_run_down_only() {
        let table: &[(&str, &str, Option<&str>, Option<&str>)] = &[
            ("proof-store", "proof-model", None, None),
            (
                "proof-model",
                "proof-store",
                None,
                Some("proof-model depends on proof-store, which is not below it"),
            ),
            (
                "proof-api",
                "proof-store",
                None,
                Some("proof-api depends on proof-store, which is not below it"),
            ),
            (
                "proof-search",
                "proof-store",
                Some("dev"),
                Some("proof-search depends on proof-store, which is not below it"),
            ),
            ("proof-store", "proof-testkit", Some("dev"), None),
            (
                "proof-store",
                "proof-testkit",
                None,
                Some("proof-store depends on proof-testkit, which is not below it"),
            ),
            ("proof-new", "proof-model", None, Some("proof-new has no layer")),
            ("proof-api", "rusqlite", Some("dev"), Some("proof-api depends on rusqlite")),
            ("proof-store", "rusqlite", None, None),
            ("proof-api", "tauri-plugin-dialog", None, Some("proof-api depends on tauri-plugin-dialog")),
            ("proof-library", "tantivy-common", None, Some("proof-library depends on tantivy-common")),
            ("proof-cli", "reqwest", None, Some("proof-cli depends on reqwest")),
            ("proof-cli", "serde", None, None),
        ];
        for (package, on, kind, expected) in table {
            let members = vec![samples::package(package, &[(on, *kind)])];
            let found = check(&Project { members, ..Project::default() });
            let faults: Vec<&str> = found.iter().map(|finding| finding.fault.as_str()).collect();
            assert_eq!(faults, expected.iter().copied().collect::<Vec<_>>(), "{package} on {on}");
        }
    }

    #[test]
    fn the_finding_names_the_line_of_the_manifest() {
        let mut project =
            samples::file("Cargo.toml", "[dependencies]\nserde = \"1\"\nproof-store.workspace = true\n");
        project.members.push(samples::package("proof-model", &[("proof-store", None)]));
        assert_eq!(check(&project)[0].place, "Cargo.toml:3");
    }
}
