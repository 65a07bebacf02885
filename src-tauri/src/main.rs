//! The desktop shell: window, menu, dialogs, protocol and one `rpc` command. What it shows and does comes from
//! proof-api.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod bridge;
mod drawing;
mod evidence;
mod start;
mod window;

use std::{process::ExitCode, sync::Arc};

use clap::Parser;
use proof_api::Session;
use tauri::Manager;

use crate::{
    bridge::Window,
    start::{Arguments, Start},
};

fn main() -> ExitCode {
    proof_extract::serve_if_worker();
    let arguments = Arguments::parse();
    drawing::settle();
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .register_asynchronous_uri_scheme_protocol(evidence::SCHEME, evidence::answer)
        .invoke_handler(tauri::generate_handler![bridge::rpc, bridge::ready, bridge::start])
        .setup(move |app| {
            let host = Arc::new(Window::new(app.handle().clone()));
            let session = Arc::new(Session::new(host, Box::new(start::surroundings)));
            app.manage(Start::new(&session, arguments));
            app.manage(session);
            window::open(app)?;
            Ok(())
        })
        .run(tauri::generate_context!());
    match built {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            start::say(&format!("Proofline cannot open its window: {error}"));
            ExitCode::FAILURE
        }
    }
}
