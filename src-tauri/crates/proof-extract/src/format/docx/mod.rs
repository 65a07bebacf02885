//! Word documents (DOCX, ECMA-376): one page, parted at page breaks that the document itself has, because any other
//! pages are a renderer's invention.

mod notes;
mod numbering;
mod paragraph;
mod styles;
mod teller;

use crate::format::office::{
    Package, chart, ending, first_of_kind, paragraphs, relations, send_claims, send_pages,
};
use crate::output::{Ending, Output, Reading, Stop};
use notes::Notes;
use numbering::Numbering;
use proof_model::Outcome;
use std::collections::HashSet;
use styles::Styles;
use teller::Setting;

/// Reads a document: its body with notes and comments at the end of their page, and after that, once each, headers and
/// footers under their names.
pub(crate) fn read(input: &[u8], output: &mut Output<'_>) -> Reading {
    let Some(mut package) = Package::open(input) else {
        return Ok(damaged("its ZIP package cannot be opened"));
    };
    send_claims(&mut package, output)?;
    let main = relations(&mut package, "")?;
    let main = first_of_kind(&main, "officeDocument").unwrap_or("word/document.xml").to_owned();
    let Some(body) = package.xml(&main)? else {
        return Ok(damaged("its main part is missing"));
    };
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut setting = setting(folder, &mut package)?;
    let (story, walked) = teller::tell(&body, &mut setting)?;
    drop(body);
    output.progress()?;
    let supplements = supplements(folder, &main, &mut setting, &mut package)?;
    send_pages(&story.into_pages(&supplements), output)?;
    Ok(ending(walked, Some(&package), output))
}

/// Reads a document of Word 2003 in one XML part (`WordprocessingML` 2003), its body and notes.
pub(crate) fn read_single(input: &[u8], output: &mut Output<'_>) -> Reading {
    let mut setting = Setting {
        styles: Styles::default(),
        numbering: Numbering::default(),
        footnotes: Notes::default(),
        endnotes: Notes::default(),
        comments: Notes::default(),
    };
    let (story, walked) = teller::tell(&super::html::decode(input), &mut setting)?;
    send_pages(&story.into_pages(&[]), output)?;
    Ok(ending(walked, None, output))
}

fn damaged(what: &str) -> Ending {
    Ending::because(Outcome::Crash, format!("the document is damaged: {what}; the original is kept"))
}

/// What the body refers to.
fn setting(folder: &str, package: &mut Package<'_>) -> Result<Setting, Stop> {
    let mut part = |name: &str| package.xml(format!("{folder}/{name}.xml").trim_start_matches('/'));
    let mut setting = Setting {
        styles: Styles::read(&part("styles")?.unwrap_or_default())?,
        numbering: Numbering::read(&part("numbering")?.unwrap_or_default())?,
        footnotes: Notes::default(),
        endnotes: Notes::default(),
        comments: Notes::default(),
    };
    setting.footnotes = notes::read(&part("footnotes")?.unwrap_or_default(), &mut setting)?;
    setting.endnotes = notes::read(&part("endnotes")?.unwrap_or_default(), &mut setting)?;
    setting.comments = notes::read(&part("comments")?.unwrap_or_default(), &mut setting)?;
    setting.numbering.restart();
    Ok(setting)
}

type PartReader = fn(&str) -> Result<Vec<String>, Stop>;

/// What belongs to the document and has no place in its body, each kind under its name.
fn supplements(
    folder: &str,
    main: &str,
    setting: &mut Setting,
    package: &mut Package<'_>,
) -> Result<Vec<(&'static str, Vec<String>)>, Stop> {
    let mut all = Vec::new();
    for (stem, title) in [("header", "Header"), ("footer", "Footer")] {
        let mut parts = Vec::new();
        for name in part_names(package, folder, stem) {
            let Some(xml) = package.xml(&name)? else { continue };
            let (story, _) = teller::tell(&xml, setting)?;
            parts.push(crate::text::clean(&story.into_pages(&[]).concat()));
        }
        all.push((title, parts));
    }
    let mut seen = HashSet::new();
    for relation in relations(package, main)? {
        if !seen.insert(relation.target.clone()) {
            continue;
        }
        let read: PartReader = match relation.kind.as_str() {
            "chart" => chart,
            "diagramData" => paragraphs,
            "aFChunk" if relation.target.to_lowercase().ends_with("html") => web_page,
            _ => continue,
        };
        if let Some(xml) = package.xml(&relation.target)? {
            let title = if relation.kind == "aFChunk" { "Inserted" } else { "Diagram" };
            all.push((title, vec![read(&xml)?.join("\n")]));
        }
    }
    // What nothing refers to is there all the same.
    all.push(("Footnotes", setting.footnotes.untold()));
    all.push(("Endnotes", setting.endnotes.untold()));
    all.push(("Comments", setting.comments.untold()));
    Ok(all)
}

/// A web page that is part of the document (ECMA-376 part 1, 17.17.2).
#[allow(clippy::unnecessary_wraps, reason = "one of several readers of a part")]
fn web_page(html: &str) -> Result<Vec<String>, Stop> {
    Ok(vec![crate::text::clean(&crate::format::html::text_of(html))])
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
