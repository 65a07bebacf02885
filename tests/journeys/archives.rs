//! Files inside files: archives in archives, messages in them, attachments in those.

use std::{fs, io::Write};

use proof_testkit::mail;
use serde_json::Value;
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::terminal::Terminal;

fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// An archive whose entries open with the password `geheim`.
fn locked_archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().with_aes_encryption(zip::AesMode::Aes256, "geheim");
    for (name, bytes) in entries {
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn documents(terminal: &Terminal) -> Vec<Value> {
    terminal.json(&["document", "list"]).as_array().unwrap().clone()
}

fn named<'a>(documents: &'a [Value], file: &str) -> &'a Value {
    let found = documents.iter().find(|document| document["file_name"] == file);
    found.unwrap_or_else(|| panic!("no {file} in {documents:#?}"))
}

fn id(document: &Value) -> &str {
    document["document"].as_str().unwrap()
}

#[test]
fn of_many_entries_a_part_is_given_with_the_one_that_is_asked_about_in_its_midst() {
    let terminal = Terminal::new();
    let letters: Vec<(String, String)> =
        (0..120).map(|number| (format!("{number:03}.txt"), format!("Letter {number}."))).collect();
    let entries: Vec<(&str, &[u8])> =
        letters.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    let path = terminal.file("letters.zip", archive(&entries));
    terminal.run(&["import", &path]).succeeded();
    let all = documents(&terminal);
    let around = named(&all, "letters.zip");
    let relatives = |document: &Value| terminal.json(&["document", "relatives", id(document)]);
    let (first, number) = (relatives(around), |value: &Value| value.as_u64().unwrap());
    assert_eq!((number(&first["inside"]["total"]), number(&first["inside"]["from"])), (120, 0));
    assert_eq!(first["inside"]["rows"].as_array().unwrap().len(), 50);
    assert_eq!(first["beside"], Value::Null);
    let ids: Vec<String> = (0..3)
        .flat_map(|part| {
            let from = (part * 50).to_string();
            let args =
                ["register", "--inside", id(around), "--sort", "title", "--limit", "50", "--from", &from];
            terminal.json(&args)["rows"].as_array().unwrap().clone()
        })
        .map(|row| id(&row).to_owned())
        .collect();
    assert_eq!(ids.len(), 120);
    for (at, from) in [(0, 0), (24, 0), (26, 1), (60, 35), (119, 70)] {
        let beside = &terminal.json(&["document", "relatives", &ids[at]])["beside"];
        let rows = beside["rows"].as_array().unwrap();
        assert_eq!((number(&beside["from"]), number(&beside["total"]), rows.len()), (from, 120, 50), "{at}");
        assert!(rows.iter().any(|row| id(row) == ids[at]), "{at} is not among those beside it");
    }
}

#[test]
fn what_lies_in_an_archive_in_an_archive_is_a_document_with_its_place_and_its_parent() {
    let terminal = Terminal::new();
    let letter = mail("The offer", "They offer.", "terms.txt", "Ninety-two million dollars.");
    let inner = archive(&[("mail/offer.eml", letter.as_bytes())]);
    let outer = archive(&[
        ("letters/one.txt", b"The first letter."),
        ("../../escaped.txt", b"A name that would climb."),
        ("/absolute.txt", b"A name that would be absolute."),
        ("boxes/inner.zip", &inner),
    ]);
    let path = terminal.file("box.zip", outer);
    terminal.run(&["import", &path, "--case", "Case"]).succeeded();
    let all = documents(&terminal);
    assert_eq!(all.len(), 7, "{all:#?}");
    for (file, parent, place) in [
        ("one.txt", "box.zip", "letters/one.txt"),
        ("escaped.txt", "box.zip", "../../escaped.txt"),
        ("inner.zip", "box.zip", "boxes/inner.zip"),
        ("offer.eml", "inner.zip", "boxes/inner.zip/mail/offer.eml"),
        ("terms.txt", "offer.eml", "boxes/inner.zip/mail/offer.eml/terms.txt"),
    ] {
        let document = named(&all, file);
        assert_eq!(document["parent"], named(&all, parent)["document"], "{file}");
        assert_eq!(document["locations"][0]["path"], format!("{path}/{place}"), "{file}");
    }
    let relatives = terminal.json(&["document", "relatives", id(named(&all, "terms.txt"))]);
    let around: Vec<&str> = relatives["around"].as_array().unwrap().iter().map(id).collect();
    assert_eq!(around, ["box.zip", "inner.zip", "offer.eml"].map(|file| id(named(&all, file))));
    assert_eq!(terminal.json(&["search", "\"ninety-two million\""])["items"], 1);
    // Names inside are data: the folder holds what it held.
    let mut beside: Vec<_> =
        fs::read_dir(terminal.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    beside.sort();
    assert_eq!(beside, ["box.zip", "library"]);
    terminal.run(&["verify"]).succeeded();
    // Another case gets all of it, too; and one undo takes one import back.
    terminal.run(&["case", "add", "Other"]).succeeded();
    terminal.run(&["import", &path, "--case", "Other"]).succeeded();
    assert_eq!(terminal.json(&["document", "list", "--case", "Other"]).as_array().unwrap().len(), 7);
    for _ in 0..3 {
        terminal.run(&["undo"]).succeeded();
    }
    assert_eq!(documents(&terminal).len(), 0);
    terminal.run(&["verify"]).succeeded();
}

#[test]
fn archives_are_followed_ten_deep_and_what_lies_deeper_is_said_to() {
    let terminal = Terminal::new();
    let mut nest = archive(&[("heart.txt", b"the heart of it")]);
    for number in 0..11 {
        nest = archive(&[("note.txt", format!("layer {number}").as_bytes()), ("nest.zip", &nest)]);
    }
    let path = terminal.file("nest.zip", nest);
    assert_eq!(terminal.run(&["import", &path]).code, 1);
    let state = terminal.json(&["queue", "show"]);
    let failures = state["rows"].as_array().unwrap();
    assert_eq!((&state["finished"], failures.len()), (&true.into(), 1), "{state:#}");
    assert_eq!(failures[0]["outcome"], "limit");
    assert!(failures[0]["reason"].as_str().unwrap().contains("10 files deep"), "{state:#}");
    assert_eq!(documents(&terminal).len(), 21, "eleven archives, ten notes");
    assert_eq!(terminal.json(&["search", "heart"])["items"], 0);
    terminal.run(&["verify"]).succeeded();
}

#[test]
fn what_lies_behind_a_password_comes_to_light_with_it_and_in_the_cases_of_its_archive() {
    let terminal = Terminal::new();
    let letter = mail("The offer", "They offer.", "terms.txt", "Ninety-two million dollars.");
    let path = terminal.file("box.zip", locked_archive(&[("offer.eml", letter.as_bytes())]));
    let import = terminal.run(&["import", &path, "--case", "Case", "--source", "Clerk"]);
    assert!(import.out.contains("encrypted"), "{}", import.out);
    let [locked] = documents(&terminal).try_into().unwrap();
    let id = locked["document"].as_str().unwrap();
    let retry = |password: &str| {
        let file = terminal.file("password", password);
        terminal.json(&["document", "retry", id, "--password", &file])
    };
    assert_eq!(retry("falsch")["outcome"], "encrypted");
    assert_eq!(documents(&terminal).len(), 1);
    assert_eq!(retry("geheim")["outcome"], "ok");
    let all = documents(&terminal);
    assert_eq!(all.len(), 3, "{all:#?}");
    let terms = named(&all, "terms.txt");
    assert_eq!(terms["locations"][0]["path"], format!("{path}/offer.eml/terms.txt"));
    assert_eq!((&terms["cases"], &terms["source"]), (&locked["cases"], &locked["source"]));
    // Read once more, nothing is new.
    assert_eq!(retry("geheim")["outcome"], "ok");
    assert_eq!(documents(&terminal).len(), 3);
}
