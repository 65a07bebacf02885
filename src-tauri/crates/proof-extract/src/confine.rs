//! What a worker gives up before it looks at untrusted bytes: the one place where it is confined.

use crate::Limits;
use std::io;

/// Gives up, for good, what reading a document does not need: memory and processor time beyond the limits, files
/// written, files opened, core dumps.
#[cfg(unix)]
pub(crate) fn confine(limits: &Limits) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let held_to = |resource, most| {
        let limit = Rlimit { current: Some(most), maximum: Some(most) };
        setrlimit(resource, limit).map_err(io::Error::from)
    };
    held_to(Resource::Core, 0)?;
    held_to(Resource::Fsize, 0)?;
    held_to(Resource::Nofile, 16)?;
    held_to(Resource::Cpu, limits.processor.as_secs().max(1))?;
    // Private memory rather than address space: a program with large libraries maps hundreds of megabytes it never uses.
    held_to(Resource::Data, limits.memory)
}

/// Nothing to give up here: this system has no resource limits of this kind.
#[cfg(not(unix))]
pub(crate) fn confine(_limits: &Limits) -> io::Result<()> {
    Ok(())
}
