//! The one window, and where it may go: nowhere but to its own pages, its frames nowhere but to documents.

use tauri::{App, Runtime, Url, WebviewWindowBuilder, webview::NewWindowResponse};

use crate::evidence;

/// Opens the window that the configuration describes.
///
/// # Errors
/// Where the configuration has no window, or the system opens none.
pub fn open<R: Runtime>(app: &App<R>) -> tauri::Result<()> {
    let config = app.config().app.windows.first().ok_or(tauri::Error::WindowNotFound)?;
    WebviewWindowBuilder::from_config(app, config)?
        .on_navigation(may_go)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    Ok(())
}

/// Whether the window or a frame of it may go there. Which of the two it is the system does not tell: the window's policy
/// (`frame-src`) keeps its frames to documents, and a frame's sandbox keeps it from moving the window.
fn may_go(url: &Url) -> bool {
    let of_windows = |host: &str| host == "tauri.localhost" || host == "evidence.localhost";
    match (url.scheme(), url.host_str()) {
        ("tauri" | evidence::SCHEME, Some("localhost")) => true,
        ("http" | "https", Some(host)) => cfg!(windows) && of_windows(host),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_to_its_own_pages_and_to_documents_and_nowhere_else() {
        for (address, allowed) in [
            ("tauri://localhost/index.html", true),
            ("evidence://localhost/reader.html", true),
            ("http://tauri.localhost/", cfg!(windows)),
            ("http://evidence.localhost/reader.html", cfg!(windows)),
            ("https://example.org/", false),
            ("http://localhost/", false),
            ("evidence://example.org/", false),
            ("file:///etc/passwd", false),
            ("ipc://localhost/rpc", false),
            ("javascript:alert(1)", false),
            ("data:text/html,<p>", false),
            ("about:blank", false),
            ("blob:evidence://localhost/1", false),
            ("mailto:a@example.org", false),
        ] {
            assert_eq!(may_go(&address.parse().unwrap()), allowed, "{address}");
        }
    }
}
