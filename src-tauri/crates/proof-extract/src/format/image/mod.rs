//! Pictures: their size, what is written into them, and, where that is wanted, the pictures themselves, to be read.

mod claims;
mod decode;
mod fax;
mod tiff;

use crate::output::{Ending, Output, Reading, Stop};
use crate::scan::{Bitmap, Picture};
use ::image::metadata::Orientation;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Whether pictures of this media type are read.
pub(crate) fn is_read(media_type: &str) -> bool {
    media_type == TIFF || decode::is_decoded(media_type) || media_type == "image/gif"
}

const TIFF: &str = "image/tiff";

/// Reads a picture: its claims, and a page for each of its frames, none with words. Each page is a picture.
pub(crate) fn read(media_type: &str, input: &[u8], output: &mut Output<'_>) -> Reading {
    if let Ok(size) = imagesize::blob_size(input)
        && !is_png_without_header(input)
    {
        output.claim("width", &size.width.to_string())?;
        output.claim("height", &size.height.to_string())?;
    }
    let exif = claims::written(input);
    if let Some(exif) = &exif {
        claims::send(exif, output)?;
    }
    let frames = if media_type == TIFF { tiff::frames(input, output.limits().pages) } else { 1 };
    for _ in 0..frames {
        output.picture_page(None, "", Some(Picture::InPlace))?;
    }
    if output.draws() {
        let turned = exif.as_ref().and_then(claims::orientation);
        send_frames(media_type, input, (frames, turned), output)?;
    }
    Ok(Ending::OK)
}

/// Whether a PNG's first chunk, which must tell the size (PNG 3, 5.6), is another.
fn is_png_without_header(input: &[u8]) -> bool {
    input.starts_with(b"\x89PNG") && input.get(12..16) != Some(b"IHDR")
}

/// Sends the frames. One that cannot be decoded is left out.
fn send_frames(
    media_type: &str,
    input: &[u8],
    (frames, turned): (u32, Option<u8>),
    output: &mut Output<'_>,
) -> Result<(), Stop> {
    let memory = output.limits().memory / 2;
    let mut several = if media_type == TIFF { tiff::Frames::of(input, memory) } else { None };
    for frame in 0..frames {
        output.progress()?;
        let decoded = catch_unwind(AssertUnwindSafe(|| match &mut several {
            Some(frames) => frames.frame(frame),
            None => decode::picture(media_type, input, memory),
        }));
        // What is said of the first frame's orientation, each frame says of its own.
        let turned = turned.filter(|_| frame == 0);
        if let Ok(Some(picture)) = decoded {
            output.scan(frame + 1, upright(picture, turned))?;
        }
    }
    Ok(())
}

/// The picture as a viewer shows it.
fn upright(picture: Bitmap, turned: Option<u8>) -> Bitmap {
    match turned.and_then(Orientation::from_exif) {
        None | Some(Orientation::NoTransforms) => picture,
        Some(orientation) => decode::turned(picture, orientation),
    }
}
