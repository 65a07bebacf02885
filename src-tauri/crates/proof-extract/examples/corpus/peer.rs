//! Other programs that read the same files, where they are installed.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Another program that gives the text of files.
pub struct Peer {
    /// Its command.
    pub name: &'static str,
    /// The formats that it is asked for, as [`format`] names them.
    pub formats: &'static [&'static str],
    /// Its arguments, with `{}` for the file and `{out}` for a folder of its own.
    arguments: &'static [&'static str],
    /// What makes it say its version; nothing where it always does.
    version: &'static [&'static str],
    /// Whether it writes to that folder, and not to its standard output.
    writes: bool,
    /// How lines of its own begin, which are not the file's.
    own_lines: &'static str,
}

const PLAIN: Peer =
    Peer { name: "", formats: &[], arguments: &["{}"], version: &[], writes: false, own_lines: "" };

/// Where each is found in Debian, the package has the command's name but for catppt and xls2csv (catdoc), pdftotext
/// (poppler-utils) and soffice (libreoffice-core with -writer and -calc).
pub const PEERS: &[Peer] = &[
    Peer {
        name: "pdftotext",
        formats: &["pdf"],
        arguments: &["-q", "-enc", "UTF-8", "{}", "-"],
        version: &["-v"],
        ..PLAIN
    },
    // It says so where a picture stands.
    Peer { name: "antiword", formats: &["doc"], own_lines: "[pic]", ..PLAIN },
    Peer {
        name: "catdoc",
        formats: &["doc", "rtf"],
        arguments: &["-d", "utf-8", "{}"],
        version: &["-V"],
        ..PLAIN
    },
    Peer {
        name: "unrtf",
        formats: &["rtf"],
        arguments: &["--text", "--nopict", "{}"],
        version: &["--version"],
        own_lines: "###",
        ..PLAIN
    },
    Peer { name: "docx2txt", formats: &["docx"], arguments: &["{}", "-"], ..PLAIN },
    Peer { name: "odt2txt", formats: &["odt", "ods", "odp"], version: &["--version"], ..PLAIN },
    Peer { name: "xls2csv", formats: &["xls"], arguments: &["-d", "utf-8", "{}"], version: &["-V"], ..PLAIN },
    Peer { name: "catppt", formats: &["ppt"], arguments: &["-d", "utf-8", "{}"], version: &["-V"], ..PLAIN },
    Peer {
        name: "w3m",
        formats: &["html"],
        arguments: &["-dump", "-T", "text/html", "{}"],
        version: &["-version"],
        ..PLAIN
    },
    Peer {
        name: "pandoc",
        formats: &["docx", "odt", "epub", "html", "rtf"],
        arguments: &["--to=plain", "{}"],
        version: &["--version"],
        ..PLAIN
    },
    Peer {
        name: "soffice",
        formats: &["doc", "docx", "odt", "rtf"],
        arguments: &["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", "{out}", "{}"],
        version: &["--version"],
        writes: true,
        ..PLAIN
    },
    Peer {
        name: "soffice",
        formats: &["xls", "xlsx", "ods"],
        arguments: &["--headless", "--convert-to", "csv", "--outdir", "{out}", "{}"],
        version: &["--version"],
        writes: true,
        ..PLAIN
    },
];

/// The usual ending of files of a media type, or the media type's own last word.
pub fn format(media_type: &str) -> &str {
    match media_type {
        "application/msword" => "doc",
        "application/vnd.ms-excel" => "xls",
        "application/vnd.ms-powerpoint" => "ppt",
        "application/vnd.ms-outlook" => "msg",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "docx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "xlsx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => "pptx",
        "application/vnd.oasis.opendocument.text" => "odt",
        "application/vnd.oasis.opendocument.spreadsheet" => "ods",
        "application/vnd.oasis.opendocument.presentation" => "odp",
        "application/epub+zip" => "epub",
        "message/rfc822" => "eml",
        "application/mbox" => "mbox",
        "text/rtf" | "application/rtf" => "rtf",
        "text/plain" => "txt",
        other => other.rsplit_once('/').map_or(other, |(_, last)| last),
    }
}

impl Peer {
    /// What it says of its version, as far as it says anything; none where it is not installed.
    pub fn version(&self) -> Option<String> {
        let mut command = Command::new("timeout");
        let output = command.args(["20", self.name]).args(self.version).stdin(Stdio::null()).output().ok()?;
        // What `timeout` answers where there is no such program.
        if output.status.code() == Some(127) {
            return None;
        }
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        let is_version =
            |word: &&str| word.starts_with(|first: char| first.is_ascii_digit()) && word.contains('.');
        let numbers = |word: &str| word.trim_start_matches('v').trim_end_matches([',', ';', ')']).to_owned();
        let words = said.split(|mark: char| mark.is_whitespace() || mark == '/');
        Some(words.map(numbers).find(|word| is_version(&word.as_str())).unwrap_or_default())
    }

    /// The text that it gives for the file at `path`, within a minute; none where it refuses it.
    pub fn text(&self, path: &Path) -> Option<String> {
        let folder = tempfile::tempdir().ok()?;
        let mut command = Command::new("timeout");
        command.args(["60", self.name]).stdin(Stdio::null()).stderr(Stdio::null());
        for argument in self.arguments {
            match *argument {
                "{}" => command.arg(path),
                "{out}" => command.arg(folder.path()),
                other => command.arg(other),
            };
        }
        // What a program keeps in its user's folder is not to stand in the way of the next one.
        let output = command.env("HOME", folder.path()).output().ok()?;
        let bytes = if self.writes { written(folder.path())? } else { output.stdout };
        (self.writes || output.status.success()).then(|| self.without_own_lines(&bytes))
    }

    fn without_own_lines(&self, bytes: &[u8]) -> String {
        let text = String::from_utf8_lossy(bytes);
        if self.own_lines.is_empty() {
            return text.into_owned();
        }
        let lines = text.lines().filter(|line| !line.starts_with(self.own_lines));
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// The one text in a folder.
fn written(folder: &Path) -> Option<Vec<u8>> {
    let mut entries = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    let is_text = |path: &Path| {
        path.extension().is_some_and(|end| end == OsStr::new("txt") || end == OsStr::new("csv"))
    };
    fs::read(entries.find(|path| is_text(path))?).ok()
}
