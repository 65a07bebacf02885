//! The list of commands, their wire types and error codes; handlers that run without a desktop.

mod args;
mod commands;
mod document_view;
mod error;
mod evidence;
pub mod handlers;
mod host;
mod markdown;
mod recent;
mod running;
mod session;
mod stated;
mod typescript;
mod verify_view;
mod view;
pub mod wire;
mod written;

pub use args::*;
pub use commands::Request;
pub use error::{ErrorCode, WireError};
pub use evidence::{ByteRange, Evidence, Nature};
pub use host::{Host, Message};
pub use session::{MakeSurroundings, Mode, Session};
pub use typescript::typescript;
pub use written::read_written_date;
