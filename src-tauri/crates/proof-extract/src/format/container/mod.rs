//! Files that hold files: read from the original as a stream, their entries passed on, their listing made the text.

mod date;
mod listing;
mod mailbox;
mod names;
mod packed;
mod pst;
mod sevenz;
mod tar;
mod unpacking;
mod warc;
mod zip;

pub(crate) use date::{filetime, unix};

pub(crate) use zip::is_package;

use crate::Password;
use crate::input::Input;
use crate::media;
use crate::output::{Output, Reading, Stop};
use listing::Why;
use std::io;
use unpacking::Unpacking;

const ZIP: &str = "application/zip";
const GZIP: &str = "application/gzip";
const BZIP2: &str = "application/x-bzip2";
const XZ: &str = "application/x-xz";
const SEVENZ: &str = "application/x-7z-compressed";
const TAR: &str = "application/x-tar";
const PST: &str = "application/vnd.ms-outlook-pst";
const WARC: &str = "application/warc";
const MBOX: &str = "application/mbox";

/// Bytes at either end of a file that are looked at to tell what it is.
const ENDS: u64 = 64 << 10;

/// The media type of the original, by its ends and, for archives, by what is in them: surely right only where
/// [`is_container`] says that it is one, since other documents are told apart when they have been read whole.
pub(crate) fn recognise(input: &mut Input, name: &str) -> io::Result<&'static str> {
    let ends = input.ends(ENDS)?;
    let supposed = media::media_type(&ends, name);
    Ok(match supposed {
        ZIP => zip::kind(input)?.unwrap_or(ZIP),
        _ if is_package(supposed) => zip::kind(input)?.unwrap_or(supposed),
        GZIP | "text/plain" | "application/octet-stream" if warc::begins(&ends) => WARC,
        _ if ends.starts_with(b"From ") && mailbox::is_mailbox(input)? => MBOX,
        "application/octet-stream" | "text/plain" if tar::is_header(&ends) => TAR,
        MBOX => "message/rfc822",
        _ => supposed,
    })
}

/// Whether [`read`] reads files of this media type.
pub(crate) fn is_container(media_type: &str) -> bool {
    [ZIP, GZIP, BZIP2, XZ, SEVENZ, TAR, MBOX, WARC, PST].contains(&media_type)
}

/// Passes on what lies in `input`, which is of `media_type`, and lists it; with `password`, what opens with it.
/// Only ZIP and 7z know passwords.
pub(crate) fn read(
    media_type: &str,
    input: &mut Input,
    password: Option<&Password>,
    output: &mut Output<'_>,
) -> Reading {
    let mut unpacking = Unpacking::new(output, input.length());
    let walked = match media_type {
        ZIP => zip::read(input, password, &mut unpacking),
        SEVENZ => sevenz::read(input, password, &mut unpacking),
        TAR => tar::read(input, &mut unpacking),
        MBOX => mailbox::read(input, &mut unpacking),
        PST => pst::read(input, &mut unpacking),
        WARC => warc::read(input, &mut unpacking),
        _ => packed::read(media_type, input, &mut unpacking),
    };
    match walked {
        Ok(()) => {}
        Err(Stop::Limit(words)) => unpacking.stopped(Why::Limit(words)),
        Err(Stop::Malformed(words)) => unpacking.stopped(Why::Damaged(words)),
        Err(gone @ Stop::Gone(_)) => return Err(gone),
    }
    unpacking.finish()
}
