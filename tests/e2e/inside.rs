//! What lies inside an e-mail, what is nearly the same as a document, and what a password opens, in the real window.

use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use proofline_tests::{proofline, root};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

use crate::{
    SIZE,
    importing::start_import,
    library::Sample,
    look,
    reading::{as_text, drawn, open_document},
    window::{Opening, Theme, Window, drive, text},
};

const SMALL: (u32, u32) = (960, 600);
const SUBJECT: &str = "Figures for the hearing";

/// An e-mail with four attachments, one of them no PDF though it says so.
fn letter() -> String {
    let part = |name: &str, kind: &str, content: &str| {
        format!(
            "--part\r\nContent-Type: {kind}\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n\r\n{content}\r\n"
        )
    };
    format!(
        "From: desk@example.org\r\nTo: counsel@example.org\r\nSubject: {SUBJECT}\r\nDate: Thu, 24 Jun 2021 10:30:00 +0200\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"part\"\r\n\r\n\
         --part\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe sums are attached, with the letter that they come from.\r\n{}{}{}{}{}--part--\r\n",
        part("sums of the first claim.txt", "text/plain", "The first claim states 92 million dollars."),
        part("sums of the second claim.csv", "text/csv", "claim,sum\r\nsecond,1.5 billion euros"),
        part("letter.pdf", "application/pdf", "%PDF-1.4\r\nnothing of a PDF comes after its first line"),
        part("covering note.txt", "text/plain", "Read the sums before the letter."),
        part("list of those who joined.txt", "text/plain", "None so far."),
    )
}

/// A story, as one page has it and as another has it with other words around.
fn story(before: &str, sentences: usize) -> String {
    let sentence =
        |number: usize| format!("Sentence {number} of the report tells of day {} of the trial. ", number * 7);
    format!("{before}\n\n{}", (0..sentences).map(sentence).collect::<String>())
}

/// Imports a folder into a library by the command, before the window opens it.
fn imported(library: &Path, papers: &[(&str, Vec<u8>)]) -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    for (name, bytes) in papers {
        fs::write(folder.path().join(name), bytes)?;
    }
    proofline().arg("--library").arg(library).arg("import").arg(folder.path()).output()?;
    Ok(folder)
}

/// Makes a journey in light and in dark colours, in a usual and in a small window, each with a library of its own.
fn in_every_look(
    name: &str,
    papers: &[(&str, Vec<u8>)],
    journey: &impl AsyncFn(&Window, &str) -> Result<()>,
) -> Result<()> {
    for (theme, size, look) in [(Theme::Light, SIZE, "light"), (Theme::Dark, SMALL, "dark-small")] {
        let sample = Sample::copy()?;
        let library = sample.path();
        let _folder = imported(&library, papers)?;
        let opening = Opening { library: Some(&library), theme, size };
        let name = format!("{name}-{look}");
        drive(&name, &opening, async |window| journey(window, &name).await)?;
    }
    Ok(())
}

#[test]
fn an_e_mail_leads_to_its_attachments_and_they_lead_back_to_it() -> Result<()> {
    in_every_look("family", &[("letter.eml", letter().into_bytes())], &async |window: &Window, name: &str| {
        open_document(window, SUBJECT).await?;
        let inside = text(&window.find("inside").await?).await?;
        ensure!(inside.contains("5 attachments") && inside.contains("Could not be read"), "{inside}");
        look(window, name).await?;
        window.find_with("relative-inside", "sums of the first claim.txt").await?.click().await?;
        drawn(window, "sums of the first claim.txt").await?;
        window.find_with("lies-inside", "4 of 5").await?;
        look(window, &format!("{name}-attachment")).await?;
        // By the keyboard to the next, and back to the e-mail.
        window.press_with(Key::Alt, &char::from(Key::PageDown).to_string()).await?;
        drawn(window, "sums of the second claim.csv").await?;
        window.type_keys("y").await?;
        drawn(window, SUBJECT).await
    })
}

#[test]
fn what_lies_inside_an_e_mail_is_listed_by_the_register() -> Result<()> {
    let sample = Sample::copy()?;
    let library = sample.path();
    let _folder = imported(&library, &[("letter.eml", letter().into_bytes())])?;
    let opening = Opening { library: Some(&library), theme: Theme::Light, size: SIZE };
    drive("inside-register", &opening, async |window| {
        open_document(window, SUBJECT).await?;
        window.click("all-relatives").await?;
        window.find("part-family").await?;
        window.press_with(Key::Shift, "y").await?;
        window.find_with("filter-count", "5 of").await?;
        look(window, "inside-register").await
    })
}

#[test]
fn a_near_duplicate_is_opened_from_what_is_told_of_a_document() -> Result<()> {
    let papers = [
        ("report.txt", story("As the agency sent it.", 60).into_bytes()),
        (
            "report, reprinted.txt",
            story("Reprinted with leave of the agency, shortened by an editor.", 54).into_bytes(),
        ),
        (
            "column.txt",
            story(&"A column of its own, with words of nobody else. ".repeat(40), 12).into_bytes(),
        ),
    ];
    in_every_look("near", &papers, &async |window: &Window, name: &str| {
        open_document(window, "report.txt").await?;
        if window.script("return document.querySelector('[data-testid=inspector]') === null", vec![]).await?
            == true
        {
            window.type_keys("i").await?;
        }
        let told = text(&window.find_with("near", "report, reprinted.txt").await?).await?;
        ensure!(told.contains("% of its words stand here too"), "{told}");
        let part = text(&window.find("part-near").await?).await?;
        ensure!(part.contains("1 near-duplicate.") && part.contains("1 other document"), "{part}");
        window
            .script(
                "document.querySelector('[data-testid=part-near]').scrollIntoView({ block: 'center' })",
                vec![],
            )
            .await?;
        look(window, name).await?;
        window.script("document.querySelector('[data-testid=near] button').click()", vec![]).await?;
        drawn(window, "report, reprinted.txt").await
    })
}

async fn type_password(window: &Window, password: &str) -> Result<()> {
    let script = "const field = document.querySelector('[data-testid=password-form] input'); field.focus(); field.select()";
    window.script(script, vec![]).await?;
    window.type_keys(&format!("{password}{}", char::from(Key::Enter))).await
}

#[test]
fn a_locked_file_says_that_a_password_is_wrong_and_opens_with_the_right_one() -> Result<()> {
    for (theme, size, look_is) in [(Theme::Light, SIZE, "light"), (Theme::Dark, SMALL, "dark-small")] {
        let sample = Sample::copy()?;
        let library = sample.path();
        let folder = tempfile::tempdir()?;
        fs::copy(root().join("tests/fixtures/locked.pdf"), folder.path().join("locked.pdf"))?;
        fs::write(
            folder.path().join("damaged.pdf"),
            "%PDF-1.4\nnothing of a PDF comes after its first line",
        )?;
        fs::write(folder.path().join("good.txt"), "A text that is read.")?;
        let opening = Opening { library: Some(&library), theme, size };
        let name = |view: &str| format!("{view}-{look_is}");
        drive(&name("password"), &opening, async |window| {
            window.find("event-row").await?;
            start_import(window, folder.path()).await?;
            window.find_with("import-done", "2 could not be read").await?;
            look(window, &name("import-failures")).await?;
            open_document(window, "locked.pdf").await?;
            window.find("password-form").await?;
            look(window, &name("password")).await?;
            type_password(window, "falsch").await?;
            let refused = text(&window.find_with("password-refused", "password").await?).await?;
            ensure!(refused.contains("does not open"), "{refused}");
            look(window, &name("password-wrong")).await?;
            type_password(window, "geheim").await?;
            window.find_with("page-text", "Behind a password").await?;
            look(window, &name("password-opened")).await
        })?;
    }
    Ok(())
}

/// A picture with large letters on it, drawn by a window.
async fn picture_of_words(window: &Window) -> Result<Vec<u8>> {
    let script = "
        const done = arguments[arguments.length - 1];
        const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 700 });
        const pen = canvas.getContext('2d');
        pen.fillStyle = 'white';
        pen.fillRect(0, 0, 1600, 700);
        pen.fillStyle = 'black';
        pen.font = '56px sans-serif';
        ['The harbour master wrote to the mill', 'on the fourth of August that its gate', 'would be closed until further notice.']
            .forEach((line, at) => pen.fillText(line, 120, 180 + at * 110));
        canvas.toBlob(async (blob) => done([...new Uint8Array(await blob.arrayBuffer())]), 'image/png');";
    let bytes = window.script_later(script).await?;
    let bytes = bytes.as_array().context("no picture was drawn")?;
    let byte = |value: &Value| value.as_u64().and_then(|byte| u8::try_from(byte).ok()).context("no byte");
    bytes.iter().map(byte).collect()
}

/// Whether this computer has a program that reads pictures.
fn reads_pictures() -> bool {
    Command::new("tesseract").arg("--list-langs").output().is_ok_and(|told| told.status.success())
}

/// A picture whose words are read by machine, or said to be unread where nothing here can read them.
#[test]
fn a_picture_of_words_says_that_a_machine_read_it_or_that_none_did() -> Result<()> {
    for (theme, size, look_is) in [(Theme::Light, SIZE, "light"), (Theme::Dark, SMALL, "dark-small")] {
        let sample = Sample::copy()?;
        let library = sample.path();
        let folder = tempfile::tempdir()?;
        let file: PathBuf = folder.path().join("notice.png");
        let opening = Opening { library: Some(&library), theme, size };
        drive(&format!("scan-{look_is}"), &opening, async |window| {
            window.find("event-row").await?;
            fs::write(&file, picture_of_words(window).await?)?;
            start_import(window, &file).await?;
            window.find_with("import-done", "1 file read").await?;
            open_document(window, "notice.png").await?;
            look(window, &format!("scan-page-{look_is}")).await?;
            if reads_pictures() {
                as_text(window).await?;
                let told = text(&window.find("machine-read").await?).await?;
                ensure!(told.contains("Read by machine (tesseract") && told.contains("% sure"), "{told}");
                window.find_with("page-text", "harbour master").await?;
            } else {
                window.type_keys("v").await?;
                let told = text(&window.find("machine-unread").await?).await?;
                ensure!(told.contains("This page is a picture: install tesseract"), "{told}");
            }
            look(window, &format!("scan-text-{look_is}")).await
        })?;
    }
    Ok(())
}
