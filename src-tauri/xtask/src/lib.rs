//! What the tasks lend to the journeys through the window: the work tree's places and a display in memory.

pub mod picture;
pub mod place;
pub mod screen;
