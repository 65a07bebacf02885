//! Lines that may not be written, or only in one place.

use super::finding::Finding;
use super::project::{Project, Source};

/// A kind of line that is banned.
struct Ban {
    fault: &'static str,
    remedy: &'static str,
    /// Whether it is banned from this file at all.
    concerns: fn(&Source) -> bool,
    /// Whether this line is one.
    line: fn(&str) -> bool,
}

const BANS: &[Ban] = &[
    Ban {
        fault: "a test that is not run",
        remedy: "mend it, or delete it and say why in the commit",
        concerns: |file| file.ending() == "rs",
        line: |line| line.trim_start().starts_with("#[ignore"),
    },
    Ban {
        fault: "a test that is not run, or that keeps others from being run",
        remedy: "mend it, or delete it and say why in the commit",
        concerns: |file| {
            file.path.starts_with("ui/")
                && (file.path.ends_with(".test.ts") || file.path.ends_with(".test.js"))
        },
        line: |line| {
            ["it.skip", "it.only", "it.todo", "test.skip", "test.only", "describe.skip", "describe.only"]
                .iter()
                .any(|call| line.trim_start().starts_with(call))
        },
    },
    Ban {
        fault: "a warning of the Svelte compiler is switched off",
        remedy: "mend what it warns of; accessibility is not optional",
        concerns: |file| file.ending() == "svelte",
        line: |line| line.contains("svelte-ignore"),
    },
    Ban {
        fault: "Tauri is used outside ui/src/platform",
        remedy: "call a function of ui/src/platform, so that the rest runs without a desktop",
        concerns: |file| {
            file.path.starts_with("ui/src/")
                && !file.path.starts_with("ui/src/platform/")
                && matches!(file.ending(), "ts" | "js" | "svelte")
        },
        line: |line| line.contains("@tauri-apps/") || line.contains("__TAURI"),
    },
];

pub fn check(project: &Project) -> Vec<Finding> {
    let pairs = project.files.iter().flat_map(|file| BANS.iter().map(move |ban| (file, ban)));
    pairs
        .filter(|(file, ban)| (ban.concerns)(file))
        .flat_map(|(file, ban)| {
            let lines = file.text.lines().enumerate().filter(|(_, line)| (ban.line)(line));
            lines.map(|(at, _)| Finding::at(&file.path, at + 1, ban.fault, ban.remedy))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::project::samples;
    use super::*;

    #[test]
    fn banned_lines_are_found_where_they_are_banned() {
        let ignored = concat!("#[test]\n    #[", "ignore]\nfn a() {}");
        let import = "import { listen } from \"@tauri-apps/api/event\";";
        let table: &[(&str, &str, &[&str])] = &[
            ("src-tauri/src/a.rs", ignored, &["src-tauri/src/a.rs:2"]),
            ("src-tauri/src/a.rs", "// #[ignore] is banned", &[]),
            ("ui/src/a.test.ts", "\n  it.skip(\"later\", () => {});", &["ui/src/a.test.ts:2"]),
            ("ui/src/a.test.ts", "commit.only();", &[]),
            ("ui/src/A.svelte", "<!-- svelte-ignore a11y_autofocus -->", &["ui/src/A.svelte:1"]),
            ("ui/src/api/client.ts", import, &["ui/src/api/client.ts:1"]),
            ("ui/src/platform/desktop.ts", import, &[]),
        ];
        for (path, text, expected) in table {
            let found = check(&samples::file(path, text));
            let places: Vec<&str> = found.iter().map(|finding| finding.place.as_str()).collect();
            assert_eq!(&places, expected, "{path}: {text}");
        }
    }
}
