//! What Linux lets a process give up.

mod calls;
mod parent;
mod paths;

pub(super) use calls::give_up as give_up_calls;
pub(super) use parent::bind as bind_to_parent;
pub(super) use paths::give_up as give_up_paths;
