//! A fixed clock and generated papers, for tests only.

mod papers;
mod world;

pub use papers::{mail, pdf};
pub use world::FixedWorld;
