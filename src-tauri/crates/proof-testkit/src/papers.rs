//! Papers that tests make for themselves.

/// An e-mail of 24 June 2021 with a text attached (RFC 5322, MIME).
pub fn mail(subject: &str, body: &str, attachment: &str, content: &str) -> String {
    format!(
        "From: desk@example.org\r\nTo: research@example.org\r\nSubject: {subject}\r\n\
         Date: Thu, 24 Jun 2021 10:30:00 +0200\r\nMessage-ID: <{subject}@example.org>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"part\"\r\n\r\n\
         --part\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n\
         --part\r\nContent-Type: text/plain; charset=utf-8\r\n\
         Content-Disposition: attachment; filename=\"{attachment}\"\r\n\r\n{content}\r\n--part--\r\n"
    )
}

/// A PDF of one page with one line of text, letters and spaces only.
pub fn pdf(line: &str) -> Vec<u8> {
    pdf_of_pages(&[line])
}

/// A PDF with a line of text on each page, or several with a line feed between them: letters, digits and spaces only, made
/// by hand (ISO 32000-1).
pub fn pdf_of_pages(pages: &[&str]) -> Vec<u8> {
    let page = |at: usize| 4 + 2 * at;
    let kids: Vec<String> = (0..pages.len()).map(|at| format!("{} 0 R", page(at))).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (at, lines) in pages.iter().enumerate() {
        // Each further line stands 15 points below the one before.
        let shown = lines.replace('\n', ") Tj 0 -15 Td (");
        let stream = format!("BT /F1 12 Tf 72 720 Td ({shown}) Tj ET");
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R >> >> >>",
            page(at) + 1
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()));
    }
    pdf_of_objects(&objects)
}

/// A PDF of objects numbered from 1, of which the first is its catalogue.
pub fn pdf_of_objects(objects: &[String]) -> Vec<u8> {
    let mut out = String::from("%PDF-1.7\n");
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(out.len());
        out.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let table = out.len();
    out.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in places {
        out.push_str(&format!("{place:010} 00000 n \n"));
    }
    out.push_str(&format!(
        "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    ));
    out.into_bytes()
}
