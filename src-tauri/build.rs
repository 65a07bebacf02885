//! Builds the window's configuration, icons and capabilities into the program.

fn main() {
    // The one command that there is: the capability names it, so no other page can call it.
    let attributes = tauri_build::Attributes::new()
        .app_manifest(tauri_build::AppManifest::new().commands(&["rpc", "ready", "start"]));
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
