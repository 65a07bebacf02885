//! Prints the TypeScript of the wire types. `cargo xtask codegen` runs it.

use std::io::{self, Write};

fn main() -> io::Result<()> {
    io::stdout().lock().write_all(proof_api::typescript().as_bytes())
}
