//! What is written in one argument and is more than one value: passages, people, sums.

mod amount;
mod cite;
mod people;

pub use amount::{SUM, amounts};
pub use cite::cite;
pub use people::people;
