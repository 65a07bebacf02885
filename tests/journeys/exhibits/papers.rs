//! Papers to be numbered.

use std::path::{Path, PathBuf};

use proof_api::Session;
use serde_json::json;
use tempfile::TempDir;

use crate::session::{import, told, with_library};

/// A library whose case “Case” has texts “Paper 001.txt” and so on, with their identifiers in that order.
pub fn papers(count: usize) -> (TempDir, Session, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let (session, heard) = with_library(folder.path());
    let path = |number| folder.path().join(format!("Paper {number:03}.txt"));
    let paths: Vec<PathBuf> = (1..=count).map(path).collect();
    for (number, path) in (1..).zip(&paths) {
        std::fs::write(path, format!("This is what paper {number} of them says.")).unwrap();
    }
    import(&session, &heard, &paths.iter().map(PathBuf::as_path).collect::<Vec<&Path>>());
    let mut rows = told(&session, "document_list", json!({ "case": null }));
    let rows = rows.as_array_mut().unwrap();
    rows.sort_by_key(|row| row["title"].as_str().unwrap().to_owned());
    let documents: Vec<String> =
        rows.iter().map(|row| row["document"].as_str().unwrap().to_owned()).collect();
    assert_eq!(documents.len(), count);
    (folder, session, documents)
}

/// A PDF with a line a page, whose pages bear the printed labels iv, v, vi and so on (ISO 32000-1, 12.4.2).
pub fn labelled_pdf(lines: &[&str]) -> Vec<u8> {
    let kids: Vec<String> = (0..lines.len()).map(|at| format!("{} 0 R", 4 + 2 * at)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /r /St 4 >>] >> >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), lines.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (at, line) in lines.iter().enumerate() {
        let stream = format!("BT /F1 12 Tf 72 720 Td ({line}) Tj ET");
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R >> >> >>",
            5 + 2 * at
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()));
    }
    let mut out = String::from("%PDF-1.4\n");
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(&objects) {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let start = out.len();
    let trailer =
        format!("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    (out + &table + &trailer).into_bytes()
}
