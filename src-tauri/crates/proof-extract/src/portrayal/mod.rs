//! A document as an inert page to look at, drawn in a worker process.

mod intake;

pub(crate) use intake::PortrayalIntake;

use proof_model::Outcome;

/// A web page or an e-mail message as a page that can do nothing: no script, no style of its own, no address that
/// anything is loaded from or that leads anywhere. What it says is what the document's text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portrayal {
    /// A complete HTML document in UTF-8; empty unless the outcome is `Ok`. Its only stylesheet is `/reader/page.css`.
    pub html: String,
    /// Pictures that are not shown because they are elsewhere, too large, or of a kind that can do more than be seen.
    pub left_out: u32,
    /// Why there is no page, in words for the user.
    pub reason: Option<String>,
    /// How it ended. `Unsupported` for what is neither a web page nor a message.
    pub outcome: Outcome,
}
