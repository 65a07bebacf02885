use proof_library::LibraryError;

use super::timeline::lines_of;
use crate::{
    ErrorCode, Session, WireError,
    args::{EventFilter, Nothing, ViewArgs, ViewRef},
    wire,
    wire::SupportLevel,
};

/// The saved views, after the three that come ready.
///
/// # Errors
/// Where the library cannot be read.
pub fn view_list(session: &Session, _: Nothing) -> Result<Vec<wire::ViewRow>, WireError> {
    let saved = session.library()?.read::<_, LibraryError>(|read| Ok(read.views()?))?;
    let mut views = ready();
    for (name, filter) in saved {
        let filter = serde_json::from_str(&filter).map_err(WireError::internal)?;
        views.push(wire::ViewRow { name, filter, ready: false });
    }
    Ok(views)
}

/// Keeps a filter under a name, in place of the one that bears it.
///
/// # Errors
/// Where the name is empty, or that of a view that comes ready.
pub fn view_save(session: &Session, args: ViewArgs) -> Result<Vec<wire::ViewRow>, WireError> {
    let name = args.name.trim();
    if ready().iter().any(|view| view.name.eq_ignore_ascii_case(name)) {
        let message = format!("“{name}” is a view that comes with Proofline");
        return Err(WireError::new(ErrorCode::Taken, message, "Choose another name."));
    }
    let library = session.library()?;
    // A filter that cannot be asked is not kept.
    library.read(|read| lines_of(read, &args.filter).map(drop))?;
    let filter = serde_json::to_string(&args.filter).map_err(WireError::internal)?;
    let changed = library.save_view(name, &filter)?;
    session.announce(&library, &changed)?;
    view_list(session, Nothing {})
}

/// Forgets a saved view.
///
/// # Errors
/// Where there is no such view.
pub fn view_remove(session: &Session, args: ViewRef) -> Result<wire::Changed, WireError> {
    let library = session.library()?;
    let changed = library.remove_view(&args.name)?;
    session.announce(&library, &changed)
}

/// The views that come with Proofline.
fn ready() -> Vec<wire::ViewRow> {
    let ready = |name: &str, filter| wire::ViewRow { name: name.to_owned(), filter, ready: true };
    vec![
        ready(
            "Unsupported",
            EventFilter {
                support: vec![SupportLevel::Nothing, SupportLevel::Allegation, SupportLevel::OneOrigin],
                ..EventFilter::default()
            },
        ),
        ready("In conflict", EventFilter { in_conflict: true, ..EventFilter::default() }),
        ready("Next", EventFilter { next: true, ..EventFilter::default() }),
    ]
}
