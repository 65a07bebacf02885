//! `cargo xtask run`: from a fresh clone to the open window.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use crate::install::{self, DISPLAY, WINDOW};
use crate::process::{cargo, line, run as call};
use xtask::place;
use xtask::screen::Screen;

/// What the window's program prints once its page is drawn.
const READY: &str = "proofline: window ready";
/// How long the window may take to draw its page: the first time, the sample library is made.
const PATIENCE: Duration = Duration::from_mins(1);

/// Installs, builds and opens. Arguments after `--` go to the window's program.
pub fn run(arguments: &[String]) -> Result<()> {
    let arguments = match arguments {
        [] => &[],
        [first, rest @ ..] if first == "--" => rest,
        [first, ..] => bail!("unknown option `{first}`; the window's own arguments come after `--`"),
    };
    let display = has_display();
    install::toolchain()?;
    let extra = if display { &[] } else { DISPLAY };
    install::system(&WINDOW.iter().chain(extra).collect::<Vec<_>>())?;
    install::packages()?;
    install::page()?;
    // The command beside the window reads the documents: it starts faster than the window's own program.
    call(&mut cargo(&[
        "build",
        "--release",
        "--package",
        "proof-cli",
        "--package",
        "proofline-desktop",
        "--features",
        "proofline-desktop/custom-protocol",
    ]))?;
    let mut window = Command::new(place::built("release", "proofline-desktop"));
    window.arg("--sample").args(arguments);
    if display { call(&mut window) } else { photograph(&mut window) }
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Opens the window on a virtual display, saves a picture of it and closes it.
fn photograph(window: &mut Command) -> Result<()> {
    println!(
        "No display here (neither DISPLAY nor WAYLAND_DISPLAY is set): the window opens on a virtual one."
    );
    let screen = Screen::open(1440, 900)?;
    println!("$ {}", line(window));
    let mut window = screen
        .show(window)
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} cannot be started", line(window)))?;
    let seen = ready(&mut window).and_then(|()| screen.settled_picture());
    // Nothing is left to close where it has already ended.
    let _ = window.kill();
    let _ = window.wait();
    let path = place::target().join("screenshots/window.png");
    seen?.save(&path)?;
    println!("Screenshot: {}", path.display());
    Ok(())
}

fn ready(window: &mut Child) -> Result<()> {
    match signal(window)?.recv_timeout(PATIENCE) {
        Ok(()) => Ok(()),
        Err(RecvTimeoutError::Timeout) => {
            bail!("the window did not report within {} s that it is drawn", PATIENCE.as_secs())
        }
        Err(RecvTimeoutError::Disconnected) => {
            bail!("the window closed before it was drawn ({})", window.wait()?)
        }
    }
}

/// Passes on what the window prints, and signals when it is ready.
fn signal(window: &mut Child) -> Result<Receiver<()>> {
    let output = window.stdout.take().context("the window's output is not at hand")?;
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            println!("{line}");
            if line == READY {
                // Nobody waits any more once the time is up.
                let _ = sender.send(());
            }
        }
    });
    Ok(receiver)
}
