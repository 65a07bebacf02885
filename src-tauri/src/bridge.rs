//! Between the window's pages and proof-api.

use std::{
    io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Arc,
    thread,
};

use proof_api::{ErrorCode, Host, Message, Request, Session, WireError};
use tauri::{AppHandle, Emitter, State};

use crate::start::{Opening, Start};

/// The event that carries the library's messages.
const EVENT: &str = "library";

/// Sends the library's messages to the window.
pub struct Window {
    app: AppHandle,
}

impl Window {
    pub const fn new(app: AppHandle) -> Self {
        Self { app }
    }
}

impl Host for Window {
    fn send(&self, message: Message) {
        // A window that is closing hears no more messages, and needs none.
        self.app.emit(EVENT, message).ok();
    }

    fn state_folder(&self) -> Option<PathBuf> {
        Some(dirs::state_dir().or_else(dirs::data_local_dir)?.join("proofline"))
    }

    fn open(&self, path: &Path) -> io::Result<()> {
        open_with_system(path)
    }
}

/// Hands a file to the program that the system has for it, and does not wait for that program. The path is one that this
/// program made, and no shell reads it.
fn open_with_system(path: &Path) -> io::Result<()> {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        Command::new("explorer")
    } else {
        Command::new("xdg-open")
    };
    let mut child =
        command.arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    // Waited for, away from here, so that it does not stay behind when it has ended.
    thread::spawn(move || child.wait());
    Ok(())
}

/// Carries out a request, away from the thread that draws.
#[tauri::command]
pub async fn rpc(
    session: State<'_, Arc<Session>>,
    request: serde_json::Value,
) -> Result<serde_json::Value, WireError> {
    let session = session.inner().clone();
    let call = move || {
        let request: Request = serde_json::from_value(request)
            .map_err(|error| WireError::new(ErrorCode::BadValue, format!("no such request: {error}"), ""))?;
        session.call(request)
    };
    tauri::async_runtime::spawn_blocking(call).await.unwrap_or_else(|error| Err(WireError::internal(error)))
}

/// What the program was started with: the library that is open, why none is, and where the sample would go.
#[tauri::command]
pub async fn start(start: State<'_, Start>) -> Result<Opening, WireError> {
    Ok(start.opening())
}

/// Says on standard output that the window shows its content: whoever drives it waits for this line.
#[tauri::command]
pub fn ready() {
    crate::start::say("proofline: window ready");
}
