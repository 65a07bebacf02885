//! Pages that are pictures, made for the tests.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use image::GrayImage;
use std::fmt::Write as _;
use std::io::Write as _;

/// A page of a PDF: its content, and a grey picture that the content can call `/Im`.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    pub content: &'a str,
    pub picture: Option<&'a GrayImage>,
}

/// What puts the picture over the whole of a page, which is 300 by 150 points.
pub const OVER_ALL: &str = "300 0 0 150 0 0 cm /Im Do";

/// A PDF of pages of 300 by 150 points, with Helvetica as `/F1`.
pub fn pdf(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let kids: String =
        (0..sheets.len()).fold(String::new(), |kids, index| kids + &format!("{} 0 R ", 4 + 3 * index));
    let mut objects: Vec<Vec<u8>> = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", sheets.len()).into_bytes(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec(),
    ];
    for (index, sheet) in sheets.iter().enumerate() {
        let (content, picture) = (5 + 3 * index, 6 + 3 * index);
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 150] /Contents {content} 0 R \
                 /Resources << /Font << /F1 3 0 R >> /XObject << /Im {picture} 0 R >> >> >>"
            )
            .into_bytes(),
        );
        objects.push(stream("", sheet.content.as_bytes()));
        let blank = GrayImage::from_pixel(1, 1, image::Luma([255]));
        let shown = sheet.picture.unwrap_or(&blank);
        let entries = format!(
            "/Type /XObject /Subtype /Image /Width {} /Height {} /ColorSpace /DeviceGray /BitsPerComponent 8 \
             /Filter /FlateDecode",
            shown.width(),
            shown.height()
        );
        objects.push(stream(&entries, &deflated(shown.as_raw())));
    }
    assemble(&objects)
}

/// What a page of 300 by 150 points with this content looks like at so many dots an inch.
pub fn drawn(content: &str, density: f32) -> GrayImage {
    let pdf = Pdf::new(pdf(&[Sheet { content, picture: None }])).unwrap();
    let scale = density / 72.0;
    let pixmap = render(
        &pdf.pages()[0],
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE },
    );
    let grey = pixmap.data_as_u8_slice().chunks(4).map(|pixel| pixel[1]).collect();
    GrayImage::from_raw(u32::from(pixmap.width()), u32::from(pixmap.height()), grey).unwrap()
}

/// A picture of that size of which the first so many pixels are black and the others white.
pub fn picture(width: u32, height: u32, black: usize) -> GrayImage {
    let pixels = (0..(width * height) as usize).map(|at| if at < black { 0 } else { 255 }).collect();
    GrayImage::from_raw(width, height, pixels).unwrap()
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn stream(entries: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<< {entries} /Length {} >>\nstream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

fn assemble(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut table = String::new();
    for (index, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", file.len()).unwrap();
        file.extend(format!("{} 0 obj\n", index + 1).into_bytes());
        file.extend_from_slice(object);
        file.extend(b"\nendobj\n");
    }
    let (size, start) = (objects.len() + 1, file.len());
    let trailer = format!(
        "xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    file.extend(trailer.into_bytes());
    file
}
