//! Files inside a file, as they come out of it: begun, given in pieces, ended.

use crate::extraction::Attachment;
use crate::{Limits, text};
use serde::{Deserialize, Serialize};

/// A file inside a file, as its container describes it. All of it is claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InnerFile {
    /// The name that the container gives it, with the folders in it: data to show, never a path to write to.
    /// At most 1 000 characters on one line; empty where it gives none, as a compressed file may.
    pub name: String,
    /// The media type that the container claims; `application/octet-stream` where it claims none.
    pub media_type: String,
    /// In what way it lies in the file.
    pub kind: InnerKind,
    /// When it was last changed or, from the web, captured: ISO 8601, with an offset only where the container has one.
    pub modified: Option<String>,
}

/// In what way a file lies in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum InnerKind {
    /// A message carries it.
    Attached,
    /// It is part of what the document shows, as a picture in the text of a message is.
    Inline,
    /// An archive holds it.
    Entry,
    /// It is a message that a mailbox or another message holds.
    Message,
}

/// Takes the files that lie inside a file, one after the other, while it is read.
///
/// Each begins, comes in pieces of at most 256 KiB and ends, whatever happens to the reader. What was passed on counts
/// only with the outcome that [`extract_with`](crate::Extractor::extract_with) returns afterwards.
pub trait Inner {
    /// A file begins.
    fn begin(&mut self, file: &InnerFile) -> Result<(), Refused>;
    /// The next bytes of it.
    fn bytes(&mut self, bytes: &[u8]) -> Result<(), Refused>;
    /// It is whole; or else it is not, for this reason in words for the user, and what came is at most its beginning.
    fn end(&mut self, incomplete: Option<&str>) -> Result<(), Refused>;
}

/// No more files are wanted, for this reason in words for the user: the work ends, and what was read before stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(pub String);

/// Keeps whole files in memory, within the limits for attachments.
pub(crate) struct Collected<'a> {
    limits: &'a Limits,
    bytes: u64,
    open: Option<Attachment>,
    attachments: Vec<Attachment>,
}

impl<'a> Collected<'a> {
    /// Nothing yet.
    pub(crate) fn new(limits: &'a Limits) -> Self {
        Self { limits, bytes: 0, open: None, attachments: Vec::new() }
    }

    /// The files that came whole.
    pub(crate) fn into_attachments(self) -> Vec<Attachment> {
        self.attachments
    }
}

impl Inner for Collected<'_> {
    fn begin(&mut self, file: &InnerFile) -> Result<(), Refused> {
        if self.attachments.len() >= self.limits.attachments as usize {
            return Err(too_many());
        }
        let InnerFile { name, media_type, kind, .. } = file.clone();
        self.open = Some(Attachment { name, media_type, kind, bytes: Vec::new() });
        Ok(())
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<(), Refused> {
        self.bytes += bytes.len() as u64;
        if self.bytes > self.limits.attachment_bytes {
            return Err(too_many());
        }
        if let Some(open) = &mut self.open {
            open.bytes.extend_from_slice(bytes);
        }
        Ok(())
    }

    fn end(&mut self, incomplete: Option<&str>) -> Result<(), Refused> {
        let ended = self.open.take();
        match (ended, incomplete) {
            (Some(whole), None) => self.attachments.push(whole),
            (Some(dropped), Some(_)) => self.bytes -= dropped.bytes.len() as u64,
            (None, _) => {}
        }
        Ok(())
    }
}

fn too_many() -> Refused {
    Refused("it has more or larger attachments than Proofline reads from one file".into())
}

/// The longest name that is passed on: paths of 260 characters are common, and some systems allow 4 096 bytes.
const NAME_CHARS: usize = 1_000;
const MEDIA_TYPE_CHARS: usize = 127;

impl InnerFile {
    /// A file of that name, in words that can be shown.
    pub(crate) fn new(kind: InnerKind, name: &str, media_type: &str) -> Self {
        let media_type = text::one_line(media_type, MEDIA_TYPE_CHARS);
        let media_type =
            if media_type.is_empty() { "application/octet-stream".to_owned() } else { media_type };
        Self { name: text::one_line(name, NAME_CHARS), media_type, kind, modified: None }
    }

    /// An entry of an archive, which claims no media type.
    pub(crate) fn entry(name: &str, modified: Option<String>) -> Self {
        Self { modified, ..Self::new(InnerKind::Entry, name, "") }
    }

    /// Whether an honest worker could have said this.
    pub(crate) fn is_fit(&self) -> bool {
        let fits = |word: &str, most: usize| text::is_one_line(word) && word.chars().count() <= most;
        fits(&self.name, NAME_CHARS)
            && fits(&self.media_type, MEDIA_TYPE_CHARS)
            && self.modified.as_deref().is_none_or(|date| fits(date, 40))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> InnerFile {
        InnerFile::new(InnerKind::Attached, "a.txt", "")
    }

    fn collect(limits: &Limits, files: &[(&[u8], Option<&str>)]) -> Result<Vec<Attachment>, Refused> {
        let mut collected = Collected::new(limits);
        for (bytes, incomplete) in files {
            collected.begin(&file())?;
            collected.bytes(bytes)?;
            collected.end(*incomplete)?;
        }
        Ok(collected.into_attachments())
    }

    #[test]
    fn whole_files_are_kept_and_others_are_not() {
        let kept = collect(&Limits::default(), &[(b"one", None), (b"tw", Some("cut"))]).unwrap();
        assert_eq!(kept.len(), 1);
        assert_eq!(
            (kept[0].bytes.as_slice(), kept[0].media_type.as_str()),
            (&b"one"[..], "application/octet-stream")
        );
    }

    #[test]
    fn more_than_memory_may_hold_is_refused() {
        let few = Limits { attachments: 1, ..Limits::default() };
        assert!(collect(&few, &[(b"one", None), (b"two", None)]).is_err());
        let small = Limits { attachment_bytes: 4, ..Limits::default() };
        assert!(collect(&small, &[(b"one", None), (b"two", None)]).is_err());
        assert!(collect(&small, &[(b"one", Some("cut")), (b"two", None)]).is_ok());
    }

    #[test]
    fn names_are_made_fit_to_show() {
        let long = InnerFile::entry(&"a\n\u{202e}b ".repeat(1_000), None);
        assert!(long.is_fit() && long.name.starts_with("a b a b"));
    }
}
