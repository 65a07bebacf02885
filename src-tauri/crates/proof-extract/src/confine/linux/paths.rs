//! Landlock: a process gives up paths, TCP ports and other processes' sockets and signals.

use landlock::{
    ABI, Access, AccessFs, AccessNet, LandlockStatus, RestrictionStatus, Ruleset, RulesetAttr, RulesetError,
    RulesetStatus, Scope,
};

/// Refuses this thread, and those that it starts, every path: to read, write, make, remove or run. The version of the
/// interface by which the kernel does so; none where it has no Landlock. Older versions leave out some of it: TCP
/// before 4, `ioctl` of devices before 5, abstract sockets and signals before 6.
pub(in crate::confine) fn give_up() -> Option<u8> {
    let status = restrict().ok()?;
    match (status.ruleset, status.landlock) {
        (RulesetStatus::NotEnforced, _) => None,
        (_, LandlockStatus::Available { effective_abi, .. }) => u8::try_from(effective_abi as i32).ok(),
        _ => None,
    }
}

/// The newest version that this crate knows; on an older kernel, what that has of it.
const NEWEST: ABI = ABI::V9;

/// No rule is added, so nothing that is handled is allowed.
fn restrict() -> Result<RestrictionStatus, RulesetError> {
    Ruleset::default()
        .handle_access(AccessFs::from_all(NEWEST))?
        .handle_access(AccessNet::from_all(NEWEST))?
        .scope(Scope::from_all(NEWEST))?
        .create()?
        .restrict_self()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{File, create_dir, write};
    use std::io::ErrorKind::PermissionDenied;
    use std::process::Command;
    use std::{env, thread};

    /// Landlock alone, on a thread of its own: the rest of this process keeps its paths.
    #[test]
    fn without_paths_nothing_is_opened_made_or_run() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        write(&file, "x").unwrap();
        let confined = thread::scope(|scope| {
            let tried = scope.spawn(|| {
                let available = matches!(restrict().unwrap().landlock, LandlockStatus::Available { .. });
                assert_eq!(give_up().is_some(), available);
                available.then(|| {
                    [
                        File::open(&file).map(drop),
                        File::open("/etc/passwd").map(drop),
                        write(&file, "y"),
                        write(folder.path().join("new"), "y"),
                        create_dir(folder.path().join("made")),
                        std::fs::remove_file(&file),
                        Command::new(env::current_exe().unwrap()).arg("--list").output().map(drop),
                    ]
                })
            });
            tried.join().unwrap()
        });
        // A kernel without Landlock has nothing to try here; a worker then has seccomp alone.
        let Some(confined) = confined else { return };
        for (index, tried) in confined.into_iter().enumerate() {
            assert_eq!(tried.map_err(|error| error.kind()), Err(PermissionDenied), "{index}");
        }
        assert!(File::open(&file).is_ok(), "other threads go on");
    }
}
