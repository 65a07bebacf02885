//! Files that a program makes are listed here, and are as that program now makes them.

use anyhow::Result;

use super::finding::Finding;
use super::project::Project;
use crate::codegen;

/// Every generated file that is committed.
const GENERATED: &[&str] = &["ui/src/api/generated/wire.ts"];

/// Where generated files are kept, and nothing else.
const FOLDER: &str = "ui/src/api/generated/";

/// Whether the file at a path from the root is made by a program.
pub fn is_generated(path: &str) -> bool {
    GENERATED.contains(&path)
}

/// Finds files among the generated ones that no program makes.
pub fn check(project: &Project) -> Vec<Finding> {
    let strays =
        project.files.iter().filter(|file| file.path.starts_with(FOLDER) && !is_generated(&file.path));
    strays
        .map(|file| {
            let remedy = "move it out, or list it in GENERATED in xtask/src/tidy/generated.rs";
            Finding::at(&file.path, 1, "no program makes this file", remedy)
        })
        .collect()
}

/// Compares the committed types with those that proof-api now makes.
pub fn stale(project: &Project) -> Result<Vec<Finding>> {
    Ok(compare(project, GENERATED[0], &codegen::types()?).into_iter().collect())
}

fn compare(project: &Project, path: &str, fresh: &str) -> Option<Finding> {
    let remedy = "run `cargo xtask codegen` and commit what it writes";
    let Some(file) = project.file(path) else {
        return Some(Finding::at(path, 1, "the generated file is missing", remedy));
    };
    if file.text == fresh {
        return None;
    }
    let same = file.text.lines().zip(fresh.lines()).take_while(|(old, new)| old == new).count();
    Some(Finding::at(path, same + 1, "the generated file is stale", remedy))
}

#[cfg(test)]
mod tests {
    use super::super::project::samples;
    use super::*;

    #[test]
    fn a_stale_file_is_found_at_its_first_difference() {
        let project = samples::file("types.ts", "a\nb\nc\n");
        let place = |fresh| compare(&project, "types.ts", fresh).map(|finding| finding.place);
        assert_eq!(place("a\nb\nc\n"), None);
        assert_eq!(place("a\nx\nc\n").as_deref(), Some("types.ts:2"));
        assert_eq!(place("a\nb\nc\nd\n").as_deref(), Some("types.ts:4"));
        assert_eq!(
            compare(&project, "other.ts", "a").map(|finding| finding.place).as_deref(),
            Some("other.ts:1")
        );
    }

    #[test]
    fn a_file_written_by_hand_among_the_generated_is_found() {
        assert_eq!(check(&samples::file("ui/src/api/generated/mine.ts", "")).len(), 1);
        assert!(check(&samples::file("ui/src/api/generated/wire.ts", "")).is_empty());
        assert!(check(&samples::file("ui/src/api/client.ts", "")).is_empty());
    }
}
