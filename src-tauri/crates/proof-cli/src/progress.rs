//! Progress on a terminal; nothing where standard error is none.

use std::io::{IsTerminal, stderr};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar with count, rate and time left.
pub fn bar(total: usize) -> ProgressBar {
    let target =
        if stderr().is_terminal() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(total as u64), target);
    restyle(&bar, false);
    bar
}

/// Lets a bar begin again, to count bytes or other things.
pub fn restyle(bar: &ProgressBar, bytes: bool) {
    let style = ProgressStyle::with_template(if bytes {
        "{bar:30} {binary_bytes} of {binary_total_bytes}, {binary_bytes_per_sec}, {eta} left  {msg}"
    } else {
        "{bar:30} {pos} of {len}, {per_sec}, {eta} left  {msg}"
    });
    if let Ok(style) = style {
        bar.set_style(style);
    }
    bar.reset();
}
