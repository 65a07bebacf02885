//! How the page is drawn where there is no graphics processor: at once, rather than by way of layers that the processor
//! would have to put together itself. On two cores without one a frame took a third to a half of the time.

#[cfg(target_os = "linux")]
use std::{env, fs, os::unix::process::CommandExt, process::Command};

/// What `WebKitGTK` looks at when it starts.
#[cfg(target_os = "linux")]
const PLAIN: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

/// Begins this program anew, in the same process, with `WebKitGTK` told to draw plainly, where there is no graphics
/// processor and the user has not decided. Where that fails the window is slower, and nothing else.
#[cfg(target_os = "linux")]
pub fn settle() {
    if env::var_os(PLAIN).is_some() || has_graphics_processor() {
        return;
    }
    if let Ok(program) = env::current_exe() {
        // Comes back only where it fails.
        let _error = Command::new(program).args(env::args_os().skip(1)).env(PLAIN, "1").exec();
    }
}

/// Elsewhere the system's own web view decides.
#[cfg(not(target_os = "linux"))]
pub fn settle() {}

/// Whether the kernel has a render node.
#[cfg(target_os = "linux")]
fn has_graphics_processor() -> bool {
    let nodes = fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    nodes.into_iter().any(|node| node.file_name().to_string_lossy().starts_with("renderD"))
}
