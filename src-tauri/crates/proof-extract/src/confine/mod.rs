//! What a worker gives up before it looks at untrusted bytes: the one place where it is confined.
//!
//! Two steps, because the kernel's rules differ: [`Begun::begin`] on the first thread, while it is the only one, for
//! what each later thread inherits; [`Begun::finish`] on the thread that reads, once there need be no other, for what
//! would keep a thread from starting. Each part stands by itself: where the system lacks one, the rest still holds.

mod confinement;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(unix)]
mod resources;

pub use confinement::{Confinement, Level, Part};

use crate::Limits;
#[cfg(target_os = "linux")]
use linux as system;

/// A confinement of which the first step is done.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Begun {
    confinement: Confinement,
}

impl Begun {
    /// Gives up every path, and life beyond the parent's. None if the parent has gone already.
    pub(crate) fn begin() -> Option<Self> {
        let bound_to_parent = system::bind_to_parent()?;
        let landlock = system::give_up_paths();
        Some(Self { confinement: Confinement { landlock, bound_to_parent, ..Confinement::default() } })
    }

    /// The first step in a fork of a process that has done it: all it gave up is given up here too, but what binds a life
    /// to the parent's is not handed down. None if the parent has gone already.
    #[cfg(target_os = "linux")]
    pub(crate) fn anew(self) -> Option<Self> {
        let bound_to_parent = system::bind_to_parent()?;
        Some(Self { confinement: Confinement { bound_to_parent, ..self.confinement } })
    }

    /// Gives up memory and processor time beyond the limits, and every system call that reading does not need, in all
    /// threads. From here on no thread or process can be started and nothing can be opened.
    pub(crate) fn finish(self, limits: &Limits) -> Confinement {
        let resources = hold_to(limits);
        let system_calls = system::give_up_calls();
        Confinement { system_calls, resources, ..self.confinement }
    }
}

#[cfg(unix)]
use resources::hold_to;

/// This system has no resource limits of this kind.
#[cfg(not(unix))]
fn hold_to(_limits: &Limits) -> bool {
    false
}

/// A system that has none of these.
#[cfg(not(target_os = "linux"))]
mod system {
    #[allow(clippy::unnecessary_wraps, reason = "elsewhere the parent may have gone")]
    pub(super) fn bind_to_parent() -> Option<bool> {
        Some(false)
    }

    pub(super) fn give_up_paths() -> Option<u8> {
        None
    }

    pub(super) fn give_up_calls() -> bool {
        false
    }
}
