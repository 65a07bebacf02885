use proof_library::LibraryError;

use crate::{Session, WireError, args::DocumentRef, wire};

/// The messages of the exchange that a document belongs to, itself among them, in the order in which they were sent;
/// nothing where it is no message.
///
/// # Errors
/// Where there is no such document.
pub fn document_thread(session: &Session, args: DocumentRef) -> Result<Vec<wire::ThreadRow>, WireError> {
    let messages = session.library()?.read::<_, LibraryError>(|read| {
        let document = read.find_document(&args.document)?.document.id;
        Ok(read.thread(document)?)
    })?;
    let row = |message: proof_library::ThreadMessage| wire::ThreadRow {
        document: message.document.to_string(),
        title: message.title,
        from: message.from,
        sent: message.sent,
    };
    Ok(messages.into_iter().map(row).collect())
}
