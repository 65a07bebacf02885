//! The frame of a document has no way to the window's commands: every way that we can think of is tried from inside it.

use anyhow::{Result, ensure};
use proofline_tests::proofline;
use serde_json::{Value, json};
use std::{path::Path, time::Duration};

use crate::{
    library::Sample,
    reading::{drawn, open_document},
    window::{Opening, Theme, Window, drive},
};

/// A PDF and a web page of the sample.
const PDF: &str = "Digest: the Dutch demand";

/// What is tried: a name, and a script that answers with what it came to. `REQUEST` is the request that would add a case;
/// `tried` turns a promise or what is thrown into words.
const WAYS: &[(&str, &str)] = &[
    (
        "the invoke function",
        "return typeof window.__TAURI_INTERNALS__ + typeof window.__TAURI__ + String(window.isTauri)",
    ),
    (
        "the invoke function of the window around",
        "return tried(() => parent.__TAURI_INTERNALS__.invoke('rpc', { request: REQUEST }))",
    ),
    (
        "the invoke function of the top",
        "return tried(() => top.__TAURI_INTERNALS__.invoke('rpc', { request: REQUEST }))",
    ),
    ("the document around", "return tried(() => parent.document.body.innerHTML)"),
    (
        "the frame's element",
        "return tried(() => String(window.frameElement && frameElement.ownerDocument.body.innerHTML))",
    ),
    ("the window around, by opener", "return tried(() => String(opener && opener.__TAURI_INTERNALS__))"),
    (
        "the message handler, without a key",
        "return tried(() => webkit.messageHandlers.ipc.postMessage(JSON.stringify({ cmd: 'rpc', callback: 1, error: 2, payload: { request: REQUEST } })))",
    ),
    (
        "the message handler, with an empty key",
        "return tried(() => webkit.messageHandlers.ipc.postMessage(JSON.stringify({ cmd: 'rpc', callback: 1, error: 2, payload: { request: REQUEST }, options: null, __TAURI_INVOKE_KEY__: '' })))",
    ),
    (
        "the message handler, with a guessed key",
        "return tried(() => webkit.messageHandlers.ipc.postMessage(JSON.stringify({ cmd: 'rpc', callback: 1, error: 2, payload: { request: REQUEST }, options: {}, __TAURI_INVOKE_KEY__: 'a'.repeat(20) })))",
    ),
    (
        "every other message handler",
        "return tried(() => Object.getOwnPropertyNames(webkit.messageHandlers).map((name) => webkit.messageHandlers[name].postMessage(JSON.stringify({ cmd: 'rpc', callback: 1, error: 2, payload: { request: REQUEST } }))).length)",
    ),
    ("a fetch of the commands' address", "return tried(() => fetch('ipc://localhost/rpc', ASKED))"),
    (
        "a fetch without CORS",
        "return tried(() => fetch('ipc://localhost/rpc', { ...ASKED, mode: 'no-cors' }))",
    ),
    ("a fetch by HTTP", "return tried(() => fetch('http://ipc.localhost/rpc', ASKED))"),
    (
        "a fetch of a plugin's command",
        "return tried(() => fetch('ipc://localhost/plugin%3Adialog%7Copen', ASKED))",
    ),
    (
        "a fetch of the app's page",
        "return tried(() => fetch('tauri://localhost/index.html').then((got) => got.text()))",
    ),
    (
        "an XMLHttpRequest",
        "return tried(() => new Promise((done, fail) => { const asked = new XMLHttpRequest(); asked.open('POST', 'ipc://localhost/rpc'); asked.onload = () => done(asked.responseText); asked.onerror = fail; asked.send(ASKED.body); }))",
    ),
    ("a beacon", "return tried(() => String(navigator.sendBeacon('ipc://localhost/rpc', ASKED.body)))"),
    ("an image", "return tried(() => loaded('img', { src: 'ipc://localhost/rpc' }))"),
    (
        "a script of the app",
        "return tried(() => loaded('script', { src: 'tauri://localhost/assets/index.js' }))",
    ),
    (
        "a script of the commands' address",
        "return tried(() => loaded('script', { src: 'ipc://localhost/rpc' }))",
    ),
    (
        "a script in the page",
        "return tried(() => { const made = document.createElement('script'); made.textContent = 'window.ran = true'; document.body.append(made); made.remove(); return String(window.ran) })",
    ),
    ("code from a string", "return tried(() => new Function('return 1')())"),
    ("a module of the app", "return tried(() => import('tauri://localhost/assets/index.js'))"),
    ("a module in an address", "return tried(() => import('data:text/javascript,export default 1'))"),
    (
        "a frame of the app's page",
        "return tried(() => loaded('iframe', { src: 'tauri://localhost/index.html' }).then((frame) => typeof frame.contentWindow.__TAURI_INTERNALS__))",
    ),
    (
        "a frame of the commands' address",
        "return tried(() => loaded('iframe', { src: 'ipc://localhost/rpc' }).then((frame) => frame.contentDocument.body.textContent))",
    ),
    (
        "a frame of its own",
        "return tried(() => { const made = document.createElement('iframe'); document.body.append(made); const inside = made.contentWindow; const found = typeof inside.__TAURI_INTERNALS__; made.remove(); return found })",
    ),
    (
        "a frame of its own with a script",
        "return tried(() => loaded('iframe', { srcdoc: '<script>window.ran = typeof __TAURI_INTERNALS__<\\/script>' }).then((frame) => String(frame.contentWindow.ran)))",
    ),
    (
        "a form",
        "return tried(() => { const form = document.createElement('form'); form.method = 'post'; form.action = 'ipc://localhost/rpc'; document.body.append(form); form.submit(); form.remove(); return 'sent' })",
    ),
    (
        "a worker",
        "return tried(() => new Promise((done, fail) => { const code = `fetch('ipc://localhost/rpc', { method: 'POST' }).then((got) => postMessage('got ' + got.status), (error) => postMessage('failed ' + error))`; const worker = new Worker(URL.createObjectURL(new Blob([code]))); worker.onmessage = (event) => event.data.startsWith('got') ? done(event.data) : fail(event.data); worker.onerror = fail; }))",
    ),
    ("another window", "return tried(() => String(window.open('tauri://localhost/index.html')))"),
    (
        "the window around, sent elsewhere",
        "return tried(() => { top.location = 'ipc://localhost/rpc'; return 'sent' })",
    ),
    (
        "the window around, asked by name",
        "return tried(() => String(window.open('ipc://localhost/rpc', '_top')))",
    ),
    (
        "a socket",
        "return tried(() => new Promise((done, fail) => { const socket = new WebSocket('ws://localhost:9'); socket.onopen = done; socket.onerror = fail; }))",
    ),
    (
        "a stream of events",
        "return tried(() => new Promise((done, fail) => { const stream = new EventSource('http://localhost:9'); stream.onopen = done; stream.onerror = fail; }))",
    ),
    (
        "a message to the window around",
        "return tried(() => { for (const message of [REQUEST, { type: 'rpc', request: REQUEST }, { cmd: 'rpc', payload: { request: REQUEST }, callback: 1, error: 2 }]) parent.postMessage(message, '*'); return 'sent' })",
    ),
    (
        "a key of the window, by message",
        "return tried(() => { parent.postMessage({ type: 'key', key: 'z', ctrl: true, shift: false, alt: false, meta: false, more: 1 }, '*'); return 'sent' })",
    ),
    (
        "the storage of the app",
        "return tried(() => String(Object.keys(localStorage).filter((key) => key.startsWith('proofline')).length))",
    ),
    ("a file", "return tried(() => fetch('file:///etc/passwd').then((got) => got.text()))"),
    (
        "another protocol of the document's address",
        "return tried(() => fetch('/../../etc/passwd').then((got) => String(got.ok)))",
    ),
    (
        "the frame itself, sent to the app",
        "setTimeout(() => { location.href = 'tauri://localhost/index.html' }, 0); return 'sent'",
    ),
];

/// What the ways have at hand.
const TOOLS: &str = r"
const REQUEST = { command: 'case_add', args: { name: 'Forged', kind: 'litigation', forum: '', dockets: [] } };
const ASKED = { method: 'POST', body: JSON.stringify({ request: REQUEST }), headers: { 'Content-Type': 'application/json', 'Tauri-Callback': '1', 'Tauri-Error': '2', 'Tauri-Invoke-Key': 'guess' } };
const loaded = (name, of) => new Promise((done, fail) => {
  const made = Object.assign(document.createElement(name), of);
  made.onload = () => done(made);
  made.onerror = () => fail(new Error('not loaded'));
  document.body.append(made);
});
const tried = async (way) => {
  try {
    const limit = new Promise((_, fail) => setTimeout(() => fail(new Error('nothing came of it')), 1500));
    return 'came to: ' + await Promise.race([Promise.resolve().then(way), limit]);
  } catch (error) {
    return 'failed: ' + error;
  }
};
";

/// What a way may come to without harm: nothing was reached.
const HARMLESS: &[&str] = &[
    "undefinedundefinedundefined",
    "failed: ",
    "came to: null",
    "came to: undefined",
    "came to: sent",
    "came to: false",
    "came to: 0",
    "sent",
];

fn cases(library: &Path) -> Result<usize> {
    let output = proofline().arg("--library").arg(library).args(["--json", "case", "list"]).output()?;
    Ok(serde_json::from_slice::<Vec<Value>>(&output.stdout)?.len())
}

/// That no way came to anything, and the window is as it was.
async fn try_all(window: &Window, library: &Path, title: &str) -> Result<()> {
    let before = cases(library)?;
    for (name, way) in WAYS {
        let answer = window.frame_script(&format!("{TOOLS}{way}"), vec![]).await?;
        let answer = answer.as_str().unwrap_or("no answer").to_owned();
        // A message to a handler is taken, and refused behind it: what counts is that nothing was done.
        let handler = name.contains("message handler") && answer.starts_with("came to: ");
        let harmless =
            handler || answer == "came to: " || HARMLESS.iter().any(|words| answer.starts_with(words));
        ensure!(harmless, "{name}: {answer}");
        ensure!(cases(library)? == before, "{name} added a case");
        ensure!(
            window.script("return window.top === window", vec![]).await? == json!(true),
            "{name}: the window went away"
        );
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    ensure!(cases(library)? == before, "a case was added");
    // The window still answers, and opens the document once more.
    open_document(window, title).await
}

#[test]
fn no_way_leads_from_a_documents_frame_to_the_commands() -> Result<()> {
    let sample = Sample::copy()?;
    let library = sample.path();
    let opening = Opening { library: Some(&library), theme: Theme::Light, size: (1440, 900) };
    drive("frame", &opening, async |window| {
        open_document(window, PDF).await?;
        drawn(window, PDF).await?;
        try_all(window, &library, PDF).await
    })
}
