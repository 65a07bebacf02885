//! Pictures of one frame as grey ones: PNG, JPEG and WebP.

use crate::scan::Bitmap;
use ::image::metadata::Orientation;
use ::image::{DynamicImage, GrayImage, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// Whether pictures of that media type can be decoded here.
pub(super) fn is_decoded(media_type: &str) -> bool {
    format(media_type).is_some()
}

fn format(media_type: &str) -> Option<ImageFormat> {
    match media_type {
        "image/png" => Some(ImageFormat::Png),
        "image/jpeg" => Some(ImageFormat::Jpeg),
        "image/webp" => Some(ImageFormat::WebP),
        _ => None,
    }
}

/// The picture, or of a moving one the first; nothing if it is damaged, or takes more memory than that.
pub(super) fn picture(media_type: &str, input: &[u8], memory: u64) -> Option<Bitmap> {
    let mut reader = ImageReader::with_format(Cursor::new(input), format(media_type)?);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(memory);
    reader.limits(limits);
    grey(reader.decode().ok()?)
}

/// The longest side of a picture: JPEG's own limit.
pub(super) const LONGEST_SIDE: u32 = 65_535;

fn grey(picture: DynamicImage) -> Option<Bitmap> {
    let (width, height) = (picture.width(), picture.height());
    if picture.color().has_alpha() {
        Bitmap::from_rgba(width, height, picture.into_rgba8().as_raw())
    } else {
        Bitmap::new(width, height, picture.into_luma8().into_raw())
    }
}

/// The picture turned or mirrored.
pub(super) fn turned(picture: Bitmap, orientation: Orientation) -> Bitmap {
    let Bitmap { width, height, grey, density } = picture;
    let Some(picture) = GrayImage::from_raw(width, height, grey) else {
        return Bitmap { width: 0, height: 0, grey: Vec::new(), density };
    };
    let mut picture = DynamicImage::ImageLuma8(picture);
    picture.apply_orientation(orientation);
    let (width, height) = (picture.width(), picture.height());
    Bitmap { width, height, grey: picture.into_luma8().into_raw(), density }
}
