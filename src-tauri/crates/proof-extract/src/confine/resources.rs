//! Limits that the kernel holds a process to (POSIX, `setrlimit`).

use crate::Limits;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Holds this process to the limits: memory, processor time, open files, and nothing written: no file, no core dump.
/// Whether each of them took.
pub(super) fn hold_to(limits: &Limits) -> bool {
    let wanted = [
        (Resource::Core, 0),
        (Resource::Fsize, 0),
        (Resource::Nofile, OPEN_FILES),
        (Resource::Cpu, limits.processor.as_secs().max(1)),
        // Private memory rather than address space: a program with large libraries maps hundreds of megabytes that it
        // never uses.
        (Resource::Data, limits.memory),
        // Counts the processes of the user, so that none could be added. The superuser is exempt.
        (Resource::Nproc, 0),
    ];
    // Each is tried, whatever became of the one before.
    wanted.into_iter().fold(true, |held, (resource, most)| held_to(resource, most) && held)
}

/// Standard input, output and error, and the process's account of its memory; with room for what the libraries hold.
const OPEN_FILES: u64 = 16;

fn held_to(resource: Resource, most: u64) -> bool {
    // What is held tighter already stays so: raising it again needs a privilege.
    let most = getrlimit(resource).maximum.map_or(most, |already| already.min(most));
    setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) }).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_that_is_tighter_already_is_no_failure() {
        assert!(held_to(Resource::Core, 1 << 20));
        assert!(held_to(Resource::Core, 0));
        assert!(held_to(Resource::Core, 1 << 20));
        assert_eq!(getrlimit(Resource::Core).maximum, Some(0));
    }
}
