//! A fixed clock and generated papers, for tests only.

mod papers;
mod world;

pub use papers::{mail, pdf, pdf_of_objects, pdf_of_pages};
pub use world::FixedWorld;
