//! The program that reads pictures: tesseract (Apache-2.0), version 4 or later, where the person has installed it.

use super::bitmap::Bitmap;
use super::process::{Allowance, Fault, run};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

/// The tesseract that is installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tesseract {
    program: PathBuf,
    version: String,
    languages: Vec<String>,
}

/// There is no tesseract that could read anything; the words say how to get it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoTesseract {
    /// The program is not there, or does not say what it is.
    #[error("install tesseract to read them: {HOW}")]
    Program,
    /// It has no data of any language.
    #[error("tesseract has no languages; install one to read them: {HOW_LANGUAGES}")]
    Languages,
}

const HOW: &str = if cfg!(windows) {
    "winget install UB-Mannheim.TesseractOCR"
} else if cfg!(target_os = "macos") {
    "brew install tesseract"
} else {
    "apt install tesseract-ocr (Debian, Ubuntu) or dnf install tesseract (Fedora)"
};

const HOW_LANGUAGES: &str = if cfg!(windows) {
    "run its installer again"
} else if cfg!(target_os = "macos") {
    "brew install tesseract-lang"
} else {
    "apt install tesseract-ocr-eng (Debian, Ubuntu) or dnf install tesseract-langpack-eng (Fedora)"
};

impl Tesseract {
    /// The tesseract on PATH, or where the usual installers put it. Asked once and kept when it is there; asked again
    /// each time while it is not, since the person may be installing it.
    pub fn find() -> Result<Self, NoTesseract> {
        static FOUND: OnceLock<Tesseract> = OnceLock::new();
        if let Some(found) = FOUND.get() {
            return Ok(found.clone());
        }
        let found = program().ok_or(NoTesseract::Program).and_then(|path| Self::at(&path))?;
        Ok(FOUND.get_or_init(|| found).clone())
    }

    /// The tesseract at `program`, asked for its version and languages.
    pub fn at(program: &Path) -> Result<Self, NoTesseract> {
        let said = ask(program, "--version").ok_or(NoTesseract::Program)?;
        let version = said.lines().next().and_then(version).ok_or(NoTesseract::Program)?;
        let languages = languages(&ask(program, "--list-langs").ok_or(NoTesseract::Program)?);
        if languages.iter().all(|language| language == ORIENTATION) {
            return Err(NoTesseract::Languages);
        }
        Ok(Self { program: program.to_owned(), version, languages })
    }

    /// One that need not be there.
    #[cfg(test)]
    pub(super) fn supposed(program: &str, languages: &[&str]) -> Self {
        let languages = languages.iter().map(ToString::to_string).collect();
        Self { program: program.into(), version: "tesseract 5.0.0".to_owned(), languages }
    }

    /// Program and version, as `tesseract 5.3.0`.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// What it can read, as it calls it: `eng`, `fra`, `script/Arabic`.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(String::as_str).filter(|language| *language != ORIENTATION)
    }

    /// Those of `wanted` that are installed; else any one that is, since letters are better than none.
    pub(super) fn chosen(&self, wanted: &[String]) -> Vec<String> {
        let installed = |language: &&String| self.languages().any(|known| known == language.as_str());
        let mut chosen: Vec<String> = Vec::new();
        for language in wanted.iter().filter(installed) {
            if !chosen.contains(language) {
                chosen.push(language.clone());
            }
        }
        if chosen.is_empty() {
            chosen.extend(self.languages().next().map(str::to_owned));
        }
        chosen
    }

    /// What it writes of `picture`: a table of tab-separated values.
    pub(super) fn read(
        &self,
        picture: &Bitmap,
        languages: &[String],
        time: Duration,
        stop: &AtomicBool,
    ) -> Result<Vec<u8>, Fault> {
        let mut command = command(&self.program);
        command.args(["stdin", "stdout", "-l", &languages.join("+"), "--psm", self.layout()]);
        if let Some(density) = picture.density {
            command.args(["--dpi", &density.to_string()]);
        }
        command.args(["-c", "tessedit_create_tsv=1"]);
        run(&mut command, Some(picture), Allowance { time, output: OUTPUT_BYTES }, stop)
    }

    /// Its mode of page segmentation: 1 also turns pages that lie on their side, for which it needs data; 3 does not.
    fn layout(&self) -> &'static str {
        if self.languages.iter().any(|language| language == ORIENTATION) { "1" } else { "3" }
    }
}

/// The data that tells which way up a page is: it stands among the languages and is none.
const ORIENTATION: &str = "osd";

/// Bytes of its table. 8 MiB: a page of 10 000 words takes under one.
const OUTPUT_BYTES: u64 = 8 << 20;

/// What it may take to say what it is. 10 s: it takes some milliseconds, and a disk that has to wake some seconds.
const ASKED: Allowance = Allowance { time: Duration::from_secs(10), output: 64 << 10 };

fn ask(program: &Path, question: &str) -> Option<String> {
    let answer = run(command(program).arg(question), None, ASKED, &AtomicBool::new(false)).ok()?;
    String::from_utf8(answer).ok()
}

/// A call with nothing in its environment but where programs and data are. One thread: pages are read beside each other.
fn command(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.env_clear().env("OMP_THREAD_LIMIT", "1");
    let kept = ["PATH", "TESSDATA_PREFIX", "SystemRoot"];
    command.envs(kept.iter().filter_map(|name| Some((name, std::env::var_os(name)?))));
    command
}

fn version(line: &str) -> Option<String> {
    let number = line.trim().strip_prefix("tesseract ")?.trim_start_matches('v');
    let fits = number.len() <= 40 && number.starts_with(|first: char| first.is_ascii_digit());
    let major: u32 = number.split('.').next()?.parse().ok()?;
    (fits && major >= 4 && number.bytes().all(|byte| byte.is_ascii_graphic()))
        .then(|| format!("tesseract {number}"))
}

/// The names after the heading. They become arguments, so they must look like names.
fn languages(said: &str) -> Vec<String> {
    let is_name = |name: &&str| {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'/' | b'-');
        name.len() <= 64
            && name.starts_with(|first: char| first.is_ascii_alphabetic())
            && name.bytes().all(fits)
    };
    said.lines().skip(1).map(str::trim).filter(is_name).take(500).map(str::to_owned).collect()
}

fn program() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let name = format!("tesseract{}", std::env::consts::EXE_SUFFIX);
    let folders = std::env::split_paths(&path).filter(|folder| folder.is_absolute());
    folders.chain(USUAL.map(PathBuf::from)).map(|folder| folder.join(&name)).find(|file| file.is_file())
}

/// Where installers put it. A program started from a desktop often has a PATH without them.
#[cfg(windows)]
const USUAL: [&str; 1] = [r"C:\Program Files\Tesseract-OCR"];
#[cfg(not(windows))]
const USUAL: [&str; 4] = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/local/bin"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_told_by_its_first_line() {
        let cases = [
            ("tesseract 5.3.0", Some("tesseract 5.3.0")),
            ("tesseract v5.4.0.20240606", Some("tesseract 5.4.0.20240606")),
            ("tesseract 3.05.01", None),
            ("tesseract", None),
            ("another 5.3.0", None),
            ("tesseract 5\u{1b}[0m", None),
        ];
        for (line, expected) in cases {
            assert_eq!(version(line).as_deref(), expected, "{line:?}");
        }
    }

    #[test]
    fn languages_are_names_and_nothing_else() {
        let said = "List of available languages in \"/x/\" (4):\neng\nosd\nscript/Arabic\n--evil\na b\n";
        assert_eq!(languages(said), ["eng", "osd", "script/Arabic"]);
    }

    #[test]
    fn only_what_is_installed_is_asked_for() {
        let tesseract = Tesseract::supposed("tesseract", &["deu", "eng", "osd"]);
        let cases =
            [(&["eng", "fra", "deu", "eng"][..], &["eng", "deu"][..]), (&["osd"], &["deu"]), (&[], &["deu"])];
        for (wanted, expected) in cases {
            let wanted: Vec<String> = wanted.iter().map(ToString::to_string).collect();
            assert_eq!(tesseract.chosen(&wanted), expected, "{wanted:?}");
        }
    }
}
