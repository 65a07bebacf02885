//! A display in memory, by Xvfb.

use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::picture::Picture;
use crate::place;

/// A running Xvfb, ended when dropped.
#[derive(Debug)]
pub struct Screen {
    server: Child,
    name: String,
    folder: PathBuf,
}

/// Tells the displays of one process apart.
static NEXT: AtomicUsize = AtomicUsize::new(0);

impl Screen {
    /// Starts a display of that many pixels on the first free number.
    pub fn open(width: u32, height: u32) -> Result<Self> {
        let folder = place::target().join(format!(
            "screen-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        ));
        fs::create_dir_all(&folder)?;
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", &format!("{width}x{height}x24")])
            .arg("-fbdir")
            .arg(&folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb cannot be started")?;
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            BufReader::new(output).read_line(&mut number)?;
        }
        let screen = Self { server, name: format!(":{}", number.trim()), folder };
        if screen.name == ":" {
            bail!("Xvfb ended before it opened a display; run `Xvfb :99` to see why");
        }
        Ok(screen)
    }

    /// Makes `command` draw here and leave the user's desktop alone.
    pub fn show<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        // There is no session bus to ask for a screen reader.
        let settings = [("DISPLAY", self.name.as_str()), ("GDK_BACKEND", "x11"), ("NO_AT_BRIDGE", "1")];
        command.envs(settings).env_remove("WAYLAND_DISPLAY")
    }

    /// What it shows now.
    pub fn picture(&self) -> Result<Picture> {
        let dump = self.folder.join("Xvfb_screen0");
        Picture::from_dump(&fs::read(&dump).with_context(|| format!("{} cannot be read", dump.display()))?)
    }

    /// What it shows once that has stopped changing, or after ten seconds of change.
    pub fn settled_picture(&self) -> Result<Picture> {
        let mut before = self.picture()?;
        for _ in 0..20 {
            std::thread::sleep(Duration::from_millis(500));
            let now = self.picture()?;
            if now == before && !now.is_blank() {
                return Ok(now);
            }
            before = now;
        }
        Ok(before)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Nothing is left to do where it has already ended.
        let _ = self.server.kill();
        let _ = self.server.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}
