//! The list of commands, their wire types and error codes; handlers that run without a desktop.

mod args;
mod commands;
mod error;
pub mod handlers;
mod host;
mod markdown;
mod session;
mod stated;
mod typescript;
mod view;
pub mod wire;
mod written;

pub use args::*;
pub use commands::Request;
pub use error::{ErrorCode, WireError};
pub use host::{Host, Message};
pub use session::{MakeSurroundings, Mode, Session};
pub use typescript::typescript;
pub use written::read_written_date;
