//! The protocol by which a document's frame gets the reader's own pages and the document's bytes. Nothing that it
//! answers can reach beyond it: each answer bears a policy, and the frame has no way to the commands.

use std::sync::Arc;

use proof_api::{Evidence, Nature, Session};
use tauri::{
    AppHandle, Manager, Runtime, UriSchemeContext, UriSchemeResponder,
    http::{Method, Request, Response, StatusCode, header},
};

/// The scheme; Windows makes `http://evidence.localhost` of it.
pub const SCHEME: &str = "evidence";

/// The reader's own program: nothing but itself, and pictures and letters that it makes in memory. The one inner frame is a
/// document's page.
const READER: &str = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' blob: data:; \
     font-src 'self' blob: data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
     frame-ancestors tauri://localhost http://tauri.localhost https://tauri.localhost";

/// A page made of a document: letters, colours of our own, pictures that it brings with it. No script of any kind may run
/// (`script-src 'none'`). The sandbox says `allow-scripts` all the same: without it `WebKit` tells the reader around the page
/// of no key press and no selection in it (bug 218086).
const PAGE: &str = "default-src 'none'; script-src 'none'; style-src 'self'; img-src data:; font-src 'none'; \
     form-action 'none'; base-uri 'none'; sandbox allow-same-origin allow-scripts";

/// Anything else: to be fetched by the reader, never to be looked at as a page.
const BYTES: &str = "default-src 'none'; sandbox";

/// Answers a request of a document's frame, away from the thread that draws.
#[allow(clippy::needless_pass_by_value, reason = "that is how Tauri calls it")]
pub fn answer<R: Runtime>(
    context: UriSchemeContext<'_, R>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let app = context.app_handle().clone();
    tauri::async_runtime::spawn_blocking(move || responder.respond(respond(&app, &request)));
}

fn respond<R: Runtime>(app: &AppHandle<R>, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    if request.method() != Method::GET {
        return sent(Evidence::refusal(405, "only GET is answered"));
    }
    let (path, query) = (request.uri().path(), request.uri().query().unwrap_or_default());
    if is_reader(path) {
        return reader(app, path);
    }
    let session = app.try_state::<Arc<Session>>();
    let nothing = || Evidence::refusal(503, "the program is still starting");
    sent(session.map_or_else(nothing, |session| session.evidence(path, query)))
}

/// Whether a path is of the reader's own program, which lies in a folder of its own among the window's pages.
fn is_reader(path: &str) -> bool {
    let inside = path.strip_prefix("/reader/").is_some_and(|rest| !rest.is_empty() && !rest.contains(".."));
    path == "/reader.html" || inside
}

fn reader<R: Runtime>(app: &AppHandle<R>, path: &str) -> Response<Vec<u8>> {
    match app.asset_resolver().get(path.to_owned()) {
        // Where a page is missing the resolver gives the window's own first page: never that one.
        Some(asset) if path == "/reader.html" || !asset.mime_type.starts_with("text/html") => {
            with_policy(StatusCode::OK, media_type(path), READER, asset.bytes)
        }
        _ => sent(Evidence::refusal(404, "the reader has no such part")),
    }
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("ttf") => "font/ttf",
        _ => "application/octet-stream",
    }
}

fn sent(evidence: Evidence) -> Response<Vec<u8>> {
    let policy = if evidence.nature == Nature::Page { PAGE } else { BYTES };
    let status = StatusCode::from_u16(evidence.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = with_policy(status, &evidence.media_type, policy, evidence.body);
    if let Some(range) = evidence.range {
        let words = format!("bytes {}-{}/{}", range.from, range.to.saturating_sub(1), range.of);
        if let Ok(value) = words.parse() {
            response.headers_mut().insert(header::CONTENT_RANGE, value);
        }
    }
    response
}

fn with_policy(status: StatusCode, media_type: &str, policy: &str, body: Vec<u8>) -> Response<Vec<u8>> {
    let response = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, media_type)
        .header(header::CONTENT_SECURITY_POLICY, policy)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::REFERRER_POLICY, "no-referrer")
        .header("cross-origin-resource-policy", "same-origin")
        .header(header::X_DNS_PREFETCH_CONTROL, "off")
        .header(header::CACHE_CONTROL, "no-store")
        .body(body);
    response.unwrap_or_else(|_| Response::new(Vec::new()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_readers_own_folder_is_given_out_of_the_windows_pages() {
        for path in ["/reader.html", "/reader/main-1.js", "/reader/cmaps/H.bcmap"] {
            assert!(is_reader(path), "{path}");
        }
        for path in
            ["/", "/index.html", "/assets/index.js", "/reader/", "/reader/../index.html", "/reader.html/x"]
        {
            assert!(!is_reader(path), "{path}");
        }
    }

    #[test]
    fn every_answer_bears_a_policy_and_the_type_that_we_say() {
        let refusal = sent(Evidence::refusal(404, "no"));
        assert_eq!(refusal.status(), 404);
        assert_eq!(refusal.headers()[header::CONTENT_SECURITY_POLICY], BYTES);
        let page = Evidence { status: 200, nature: Nature::Page, ..Evidence::refusal(200, "<p>words</p>") };
        assert_eq!(sent(page).headers()[header::CONTENT_SECURITY_POLICY], PAGE);
        for policy in [READER, PAGE, BYTES] {
            assert!(policy.starts_with("default-src 'none'; "));
            assert!(!policy.contains("unsafe") && !policy.contains('*'), "{policy}");
            assert!(policy == READER || !policy.contains("script-src 'self'"), "{policy}");
            assert!(policy.matches("http").count() <= 2, "only the window's own origin is named");
        }
    }
}
