//! What the machine must have: checked first, and installed only where it is missing.

mod npm;
mod system;
mod toolchain;

pub use npm::{packages, page};
pub use system::{DISPLAY, DRIVER, WINDOW, system};
pub use toolchain::toolchain;
