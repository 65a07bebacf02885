//! Documents that open only with a password.

use crate::made_archives::{locked_sevenz, locked_zip};
use crate::{WORKER, file, text};
use proof_extract::{Extraction, Extractor, Limits, Password, WorkerCommand};
use proof_model::Outcome;

/// The page's content, the owner's and the user's entry, as RC4 with 40 bits makes them (ISO 32000-1, 7.6.3, algorithms
/// 1 to 4, revision 2) of the password `geheim` and the file identifier below.
const CONTENT: &str =
    "4121b9a6afd3399371e32b1bf2c18f48f1cdc9fc781c25b680beedde0ca54d7f567fda5a6d98b5c60ed36148d710e647";
const OWNER: &str = "86fe045358b44c9644693f33c07cb54f587dce1e2682fe9ecea6107a1ef630dd";
const USER: &str = "9048ac0e9c797511c341c0db041ad55e9d397f8b800445fa4d4ad3ce45f0df07";

fn locked_pdf() -> Vec<u8> {
    let content: Vec<u8> = (0..CONTENT.len() / 2)
        .map(|at| u8::from_str_radix(&CONTENT[2 * at..2 * at + 2], 16).unwrap())
        .collect();
    let stream =
        [format!("<< /Length {} >>\nstream\n", content.len()).as_bytes(), &content, b"\nendstream"].concat();
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_vec(),
        stream,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R \
          /Resources << /Font << /F1 3 0 R >> >> >>"
            .to_vec(),
        format!("<< /Filter /Standard /V 1 /R 2 /P -4 /O <{OWNER}> /U <{USER}> >>").into_bytes(),
    ];
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut table = "xref\n0 7\n0000000000 65535 f \n".to_owned();
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend([format!("{} 0 obj\n", index + 1).as_bytes(), object, b"\nendobj\n"].concat());
    }
    let trailer = "trailer << /Size 7 /Root 1 0 R /Encrypt 6 0 R \
         /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] >>";
    let at = file.len();
    file.extend(format!("{table}{trailer}\nstartxref\n{at}\n%%EOF\n").bytes());
    file
}

fn extract_with(password: Option<&str>, bytes: &[u8]) -> Extraction {
    let extractor = Extractor::new(WorkerCommand::new(WORKER), Limits::default());
    let extractor = password.map_or(extractor.clone(), |typed| extractor.with_password(Password::new(typed)));
    extractor.extract(file(bytes), "a.pdf")
}

#[test]
fn a_password_opens_what_it_locks_and_nothing_else_does() {
    let locked = locked_pdf();
    let cases = [
        (None, Outcome::Encrypted, "it opens only with a password"),
        (Some("falsch"), Outcome::Encrypted, "this password does not open it"),
        (Some(""), Outcome::Encrypted, "this password does not open it"),
        (Some("geheim"), Outcome::Ok, ""),
    ];
    for (password, outcome, reason) in cases {
        let extraction = extract_with(password, &locked);
        assert_eq!(extraction.outcome, outcome, "{password:?}: {extraction:?}");
        assert!(extraction.reason.as_deref().unwrap_or_default().starts_with(reason), "{password:?}");
        let expected = if outcome == Outcome::Ok { "Behind a password\n" } else { "" };
        assert_eq!(text(&extraction), expected);
    }
}

#[test]
fn a_password_that_nothing_asks_for_changes_nothing() {
    let open = crate::made::pdf(&["BT /F1 12 Tf 72 700 Td (One page) Tj ET"]);
    assert_eq!(extract_with(Some("geheim"), &open).outcome, Outcome::Ok);
}

/// A minimal Word document under agile encryption ([MS-OFFCRYPTO] 2.3.4.10), by another implementation than the one that
/// opens it.
const LOCKED_DOCX: &[u8] = include_bytes!("../../../../tests/fixtures/locked.docx");

#[test]
fn an_office_document_opens_with_its_password() {
    let cases = [
        (None, Outcome::Encrypted, "it opens only with a password"),
        (Some("falsch"), Outcome::Encrypted, "this password does not open it"),
        (Some("geheim"), Outcome::Ok, ""),
    ];
    for (password, outcome, reason) in cases {
        let extraction = extract_with(password, LOCKED_DOCX);
        assert_eq!(extraction.outcome, outcome, "{password:?}: {extraction:?}");
        assert!(extraction.reason.as_deref().unwrap_or_default().starts_with(reason), "{password:?}");
        let expected = if outcome == Outcome::Ok { "Behind a password\n" } else { "" };
        assert_eq!(text(&extraction), expected);
    }
}

#[test]
fn archives_open_with_their_password() {
    let zip = locked_zip(&[("a.txt", b"behind "), ("b.txt", b"a password")], "geheim");
    let sevenz = locked_sevenz("a.txt", b"behind a password", "geheim");
    for (what, archive, files) in [("zip", zip, 2), ("7z", sevenz, 1)] {
        let closed = extract_with(None, &archive);
        assert_eq!((closed.outcome, closed.attachments.len()), (Outcome::Encrypted, 0), "{what}: {closed:?}");
        assert!(closed.reason.unwrap().contains("it opens only with a password"), "{what}");
        let wrong = extract_with(Some("falsch"), &archive);
        assert_eq!((wrong.outcome, wrong.attachments.len()), (Outcome::Encrypted, 0), "{what}: {wrong:?}");
        assert!(wrong.reason.unwrap().contains("this password does not open it"), "{what}");
        let opened = extract_with(Some("geheim"), &archive);
        assert_eq!((opened.outcome, opened.attachments.len()), (Outcome::Ok, files), "{what}: {opened:?}");
        let content: Vec<u8> = opened.attachments.iter().flat_map(|file| file.bytes.clone()).collect();
        assert_eq!(String::from_utf8(content).unwrap(), "behind a password");
    }
}

#[test]
fn what_is_no_encryption_is_not_taken_for_one() {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let office = [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 64], &name].concat();
    for (password, reason) in [(None, "it opens only with a password"), (Some("x"), "does not open it")] {
        let extraction = extract_with(password, &office);
        assert_eq!(extraction.outcome, Outcome::Encrypted);
        assert!(extraction.reason.unwrap().contains(reason), "{password:?}");
    }
}
