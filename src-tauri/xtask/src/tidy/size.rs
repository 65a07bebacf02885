//! A file that has grown too long asks for a second room.

use super::finding::Finding;
use super::generated;
use super::project::Project;

/// The most lines that a file with an ending may have.
const MOST: &[(&str, usize)] = &[("rs", 400), ("svelte", 150), ("ts", 400), ("js", 400), ("css", 400)];

pub fn check(project: &Project) -> Vec<Finding> {
    let written = project.files.iter().filter(|file| !generated::is_generated(&file.path));
    written
        .filter_map(|file| {
            let (_, most) = MOST.iter().find(|(ending, _)| *ending == file.ending())?;
            let lines = file.text.lines().count();
            let fault = format!("{lines} lines; the most is {most}");
            (lines > *most).then(|| {
                Finding::at(&file.path, most + 1, fault, "split it by concept: one concept, one file")
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::project::samples;
    use super::*;

    #[test]
    fn a_file_may_be_as_long_as_the_limit_and_no_longer() {
        let table = [
            ("src-tauri/src/a.rs", 400, None),
            ("src-tauri/src/a.rs", 401, Some("401 lines; the most is 400")),
            ("ui/src/A.svelte", 150, None),
            ("ui/src/A.svelte", 151, Some("151 lines; the most is 150")),
            ("ui/src/api/generated/wire.ts", 2000, None),
            ("Cargo.lock", 9000, None),
        ];
        for (path, lines, expected) in table {
            let found = check(&samples::file(path, &"line\n".repeat(lines)));
            let fault = found.first().map(|finding| finding.fault.as_str());
            assert_eq!(fault, expected, "{path} of {lines}");
        }
    }
}
