//! Word documents (DOCX, ECMA-376): one page, parted at explicit page breaks, because any other pages are a
//! renderer's invention.

mod story;

use crate::format::office::{Node, Package, Walked, send_claims, walk};
use crate::output::{Ending, Output, Reading, Stop};
use proof_model::Outcome;
use story::Story;

/// Reads a document: its body, and after that, once each, headers, footers, notes and comments under their names.
pub(crate) fn read(input: &[u8], output: &mut Output<'_>) -> Reading {
    let Some(mut package) = Package::open(input) else {
        return Ok(damaged("its ZIP package cannot be opened"));
    };
    send_claims(&mut package, output)?;
    let main = main_part(&mut package)?;
    let Some(body) = package.xml(&main)? else {
        return Ok(damaged("its main part is missing"));
    };
    let Story { mut pages, walked, .. } = story::read(&body)?;
    output.progress()?;
    let supplements = supplements(&mut package, &main)?;
    if let Some(last) = pages.last_mut() {
        last.push_str(&supplements);
    }
    for page in pages {
        output.page(None, &page)?;
    }
    Ok(match walked {
        Walked::Whole => Ending::OK,
        Walked::Broken => {
            Ending::because(Outcome::Partial, "the document is damaged: it ends before its end")
        }
    })
}

fn damaged(what: &str) -> Ending {
    Ending::because(Outcome::Crash, format!("the document is damaged: {what}; the original is kept"))
}

/// The part that the package's relations call the document.
fn main_part(package: &mut Package<'_>) -> Result<String, Stop> {
    let mut main = None;
    if let Some(relations) = package.xml("_rels/.rels")? {
        walk(&relations, |node| {
            if let Node::Open(element) = node
                && element.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
            {
                main = element.attribute("Target").map(|target| target.trim_start_matches('/').to_owned());
            }
            Ok(())
        })?;
    }
    Ok(main.unwrap_or_else(|| "word/document.xml".to_owned()))
}

/// Headers, footers, notes and comments, each kind under its name, equal ones once.
fn supplements(package: &mut Package<'_>, main: &str) -> Result<String, Stop> {
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let kinds = [
        ("header", "Header"),
        ("footer", "Footer"),
        ("footnotes", "Footnotes"),
        ("endnotes", "Endnotes"),
        ("comments", "Comments"),
    ];
    let mut text = String::new();
    for (stem, title) in kinds {
        let mut parts: Vec<String> = Vec::new();
        for name in part_names(package, &folder, stem) {
            let Some(xml) = package.xml(&name)? else { continue };
            let Story { pages, notes, .. } = story::read(&xml)?;
            let told = if notes.is_empty() { pages } else { notes };
            let told = told.iter().map(|part| part.trim().to_owned());
            parts.extend(told.filter(|part| says_something(part)));
        }
        parts.dedup();
        if !parts.is_empty() {
            text.extend(["\n", title, ":\n", &parts.join("\n"), "\n"]);
        }
    }
    Ok(text)
}

/// Whether there is more than a note's number.
fn says_something(part: &str) -> bool {
    !part
        .trim_start_matches(|c: char| c.is_ascii_digit() || c == '-')
        .trim_start_matches('.')
        .trim()
        .is_empty()
        || part.bytes().all(|byte| byte.is_ascii_digit()) && !part.is_empty()
}

/// The parts `folder/stem.xml`, `folder/stem1.xml`, … in order.
fn part_names(package: &Package<'_>, folder: &str, stem: &str) -> Vec<String> {
    let number = |name: &str| {
        let rest =
            name.strip_prefix(folder)?.trim_start_matches('/').strip_prefix(stem)?.strip_suffix(".xml")?;
        rest.bytes().all(|byte| byte.is_ascii_digit()).then(|| rest.parse::<u32>().unwrap_or(0))
    };
    let mut names: Vec<(u32, String)> =
        package.names().into_iter().filter_map(|name| Some((number(&name)?, name))).collect();
    names.sort();
    names.into_iter().map(|(_, name)| name).collect()
}
