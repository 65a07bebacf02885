//! System packages: found by what they bring, installed by apt on Debian and Ubuntu, named elsewhere.

use anyhow::{Result, bail};

use crate::process::{call, find, read, run, succeeds};

/// How a package shows that it is there.
#[derive(Debug, Clone, Copy)]
enum Probe {
    /// A library that pkg-config knows.
    Library(&'static str),
    /// A program on PATH.
    Program(&'static str),
}

/// Something of the system that a task needs.
#[derive(Debug)]
pub struct Need {
    why: &'static str,
    probe: Probe,
    apt: &'static str,
    dnf: &'static str,
    pacman: &'static str,
}

/// To build and open the window.
pub const WINDOW: &[Need] = &[
    Need {
        why: "a C compiler and linker: SQLite is compiled in",
        probe: Probe::Program("cc"),
        apt: "build-essential",
        dnf: "gcc",
        pacman: "base-devel",
    },
    Need {
        why: "finds the system's libraries for the build",
        probe: Probe::Program("pkg-config"),
        apt: "pkg-config",
        dnf: "pkgconf-pkg-config",
        pacman: "pkgconf",
    },
    Need {
        why: "WebKitGTK draws the window",
        probe: Probe::Library("webkit2gtk-4.1"),
        apt: "libwebkit2gtk-4.1-dev",
        dnf: "webkit2gtk4.1-devel",
        pacman: "webkit2gtk-4.1",
    },
    Need {
        why: "the icons of menus and file dialogs",
        probe: Probe::Library("librsvg-2.0"),
        apt: "librsvg2-dev",
        dnf: "librsvg2-devel",
        pacman: "librsvg",
    },
];

/// To open the window where there is no display.
pub const DISPLAY: &[Need] = &[Need {
    why: "a display in memory",
    probe: Probe::Program("Xvfb"),
    apt: "xvfb",
    dnf: "xorg-x11-server-Xvfb",
    pacman: "xorg-server-xvfb",
}];

/// What the tests call: they drive the window, and have scans read.
pub const DRIVER: &[Need] = &[
    Need {
        why: "clicks and types in the window for the tests",
        probe: Probe::Program("WebKitWebDriver"),
        apt: "webkit2gtk-driver",
        dnf: "webkit2gtk4.1",
        pacman: "webkit2gtk-4.1",
    },
    Need {
        why: "reads scans for the tests, in English",
        probe: Probe::Program("tesseract"),
        apt: "tesseract-ocr",
        dnf: "tesseract",
        pacman: "tesseract tesseract-data-eng",
    },
];

/// Installs what is missing of `needs`, or fails with the names of what to install.
pub fn system(needs: &[&Need]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let missing: Vec<&Need> = needs.iter().copied().filter(|need| !present(need)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Missing on this system:");
    for need in &missing {
        println!("  {:<24} {}", need.apt, need.why);
    }
    if find("apt-get").is_none() {
        bail!("install them first: {}", elsewhere(&missing));
    }
    apt(&missing)?;
    match missing.iter().find(|need| !present(need)) {
        Some(need) => bail!("{} was installed, but {:?} is still not found", need.apt, need.probe),
        None => Ok(()),
    }
}

fn present(need: &Need) -> bool {
    match need.probe {
        Probe::Program(name) => find(name).is_some(),
        Probe::Library(name) => succeeds(&mut call("pkg-config", &["--exists", name])),
    }
}

fn apt(missing: &[&Need]) -> Result<()> {
    let root = read(&mut call("id", &["-u"]))?.trim() == "0";
    if !root && find("sudo").is_none() {
        let names: Vec<&str> = missing.iter().map(|need| need.apt).collect();
        bail!("as root, install them first: apt-get install {}", names.join(" "));
    }
    let mut install = vec!["install", "--yes", "--no-install-recommends"];
    install.extend(missing.iter().map(|need| need.apt));
    for arguments in [vec!["update"], install] {
        let mut words = if root { vec![] } else { vec!["sudo"] };
        words.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        words.extend(arguments);
        run(&mut call(words[0], &words[1..]))?;
    }
    Ok(())
}

fn elsewhere(missing: &[&Need]) -> String {
    let names = |name: fn(&Need) -> &str| missing.iter().map(|need| name(need)).collect::<Vec<_>>().join(" ");
    format!(
        "Fedora: `sudo dnf install {}` · Arch: `sudo pacman -S {}` · other systems: what these names stand for",
        names(|need| need.dnf),
        names(|need| need.pacman),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_without_apt_is_told_its_own_names() {
        let line = elsewhere(&[&WINDOW[2], &DISPLAY[0]]);
        assert!(line.contains("sudo dnf install webkit2gtk4.1-devel xorg-x11-server-Xvfb"), "{line}");
        assert!(line.contains("sudo pacman -S webkit2gtk-4.1 xorg-server-xvfb"), "{line}");
    }

    #[test]
    fn a_program_is_present_where_path_holds_it() {
        let need = |probe| Need { why: "", probe, apt: "", dnf: "", pacman: "" };
        assert!(present(&need(Probe::Program(if cfg!(windows) { "cmd" } else { "sh" }))));
        assert!(!present(&need(Probe::Program("no-such-program-anywhere"))));
        assert!(!present(&need(Probe::Library("no-such-library-anywhere"))));
    }
}
