//! What others wrote may be given on with what is written here, under MIT or Apache-2.0.

use super::finding::Finding;
use super::project::{Package, Project};
use super::spdx::allows;

/// Licences that ask for no more than their own text and the source of what they cover.
const ACCEPTED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    // Typefaces.
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    // The licence of bzip2, which asks for what BSD-3-Clause does.
    "bzip2-1.0.6",
];

pub fn check(project: &Project) -> Vec<Finding> {
    let crates = project.foreign.iter().map(|package| ("Cargo.lock", package));
    let modules = project.modules.iter().map(|package| ("ui/package-lock.json", package));
    crates
        .chain(modules)
        .filter_map(|(lock, package)| Some(finding(project, lock, package, fault(package)?)))
        .collect()
}

fn fault(package: &Package) -> Option<String> {
    let named = format!("{} {}", package.name, package.version);
    let named = named.trim_end();
    let Some(expression) = &package.license else {
        return Some(format!("{named} names no licence"));
    };
    match allows(expression, &|name| ACCEPTED.contains(&name)) {
        Some(true) => None,
        Some(false) => Some(format!("{named} is under {expression}")),
        None => Some(format!("the licence of {named} cannot be read: {expression}")),
    }
}

fn finding(project: &Project, lock: &str, package: &Package, fault: String) -> Finding {
    let wanted = [format!("name = \"{}\"", package.name), format!("\"{}\": {{", package.name)];
    let line = project
        .file(lock)
        .map_or(1, |lock| lock.line_where(|line| wanted.iter().any(|name| name == line.trim())));
    let remedy = "do without it, or see ACCEPTED in xtask/src/tidy/licence.rs; \
                  `cargo tree --invert NAME` and `npm explain NAME` show who asks for it";
    Finding::at(lock, line, fault, remedy)
}

#[cfg(test)]
mod tests {
    use super::super::project::samples;
    use super::*;

    #[test]
    fn the_offender_is_named_with_its_line_in_the_lock_file() {
        let table: &[(Option<&str>, Option<&str>)] = &[
            (Some("MIT OR Apache-2.0"), None),
            (Some("MPL-2.0"), None),
            (Some("LGPL-2.1-only OR MIT"), None),
            (Some("AGPL-3.0-only"), Some("odd 1.2.3 is under AGPL-3.0-only")),
            (Some("see the file"), Some("the licence of odd 1.2.3 cannot be read: see the file")),
            (None, Some("odd 1.2.3 names no licence")),
        ];
        for (licence, expected) in table {
            let mut project = samples::file("Cargo.lock", "version = 4\n\n[[package]]\nname = \"odd\"\n");
            let license = licence.map(str::to_owned);
            let package = Package { license, version: "1.2.3".into(), ..samples::package("odd", &[]) };
            project.foreign.push(package);
            let found = check(&project);
            assert_eq!(found.first().map(|finding| finding.fault.as_str()), *expected, "{licence:?}");
            assert!(found.iter().all(|finding| finding.place == "Cargo.lock:4"));
        }
    }

    #[test]
    fn an_offender_among_the_modules_of_npm_is_named_too() {
        let text = "{\n  \"packages\": {\n    \"node_modules/odd\": {\n      \"license\": \"GPL-3.0\"\n    }\n  }\n}\n";
        let mut project = samples::file("ui/package-lock.json", text);
        project.modules = project.read_modules().unwrap();
        let found = check(&project);
        assert_eq!(found[0].place, "ui/package-lock.json:3");
        assert_eq!(found[0].fault, "node_modules/odd is under GPL-3.0");
    }
}
