//! Presentations (PPTX, ECMA-376 part 1, 19): a slide is a page, its title first, then what else is written on it,
//! its notes and the comments on it. What masters and layouts write on every slide is left out.

mod remarks;
mod slide;

use super::office::{
    Node, Package, Walked, chart, ending, first_of_kind, paragraphs, relations, send_claims, walk,
};
use crate::output::{Ending, Output, Reading, Stop};
use proof_model::Outcome;
use remarks::Authors;
use std::collections::HashSet;

/// The media type of these files.
pub(crate) const PPTX: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

/// Reads every slide.
pub(crate) fn read(input: &[u8], output: &mut Output<'_>) -> Reading {
    let Some(mut package) = Package::open(input) else {
        return Ok(damaged("its ZIP package cannot be opened"));
    };
    send_claims(&mut package, output)?;
    let (main, slides) = slides(&mut package)?;
    if slides.is_empty() && package.xml(&main)?.is_none() {
        return Ok(damaged("its main part is missing"));
    }
    if slides.is_empty() {
        return Ok(Ending::because(Outcome::Partial, "the presentation has no slides"));
    }
    output.start(PPTX, u32::try_from(slides.len()).ok())?;
    let authors = Authors::of(&main, &mut package)?;
    let mut missing = 0;
    for part in slides {
        let text = page(&part, &authors, &mut package)?;
        missing += u32::from(text.is_none());
        output.page(None, &text.unwrap_or_default())?;
    }
    Ok(match missing {
        0 => ending(Walked::Whole, Some(&package), output),
        1 => Ending::because(Outcome::Partial, "the presentation is damaged: a slide could not be read"),
        several => {
            let reason = format!("the presentation is damaged: {several} slides could not be read");
            Ending::because(Outcome::Partial, reason)
        }
    })
}

fn damaged(what: &str) -> Ending {
    Ending::because(Outcome::Crash, format!("the presentation is damaged: {what}; the original is kept"))
}

/// The main part, and the parts of the slides in their order.
fn slides(package: &mut Package<'_>) -> Result<(String, Vec<String>), Stop> {
    let main = relations(package, "")?;
    let main = first_of_kind(&main, "officeDocument").unwrap_or("ppt/presentation.xml").to_owned();
    let targets = relations(package, &main)?;
    let mut slides = Vec::new();
    if let Some(xml) = package.xml(&main)? {
        walk(&xml, |node| {
            if let Node::Open(element) = node
                && element.name == "sldId"
            {
                let meant = targets.iter().find(|target| element.values("id").any(|id| id == target.id));
                slides.extend(meant.map(|target| target.target.clone()));
            }
            Ok(())
        })?;
    }
    if slides.is_empty() {
        slides = numbered(package);
    }
    // A slide is shown once; a part that is named a thousand times is a bomb.
    let mut seen = HashSet::new();
    slides.retain(|slide| seen.insert(slide.clone()));
    Ok((main, slides))
}

/// Slides by the usual names of their parts, for a presentation that does not list them.
fn numbered(package: &Package<'_>) -> Vec<String> {
    let number = |name: &str| -> Option<u32> {
        name.strip_prefix("ppt/slides/slide")?.strip_suffix(".xml")?.parse().ok()
    };
    let mut found: Vec<(u32, String)> =
        package.names().into_iter().filter_map(|name| Some((number(&name)?, name))).collect();
    found.sort();
    found.into_iter().map(|(_, name)| name).collect()
}

/// The text of a slide; nothing if its part is missing or is no XML.
fn page(part: &str, authors: &Authors, package: &mut Package<'_>) -> Result<Option<String>, Stop> {
    let Some(xml) = package.xml(part)? else { return Ok(None) };
    let slide = slide::read(&xml)?;
    let mut text = String::new();
    if slide.hidden {
        text.push_str("[hidden slide]\n");
    }
    text.push_str(&slide.title);
    text.push_str(&slide.text);
    let related = relations(package, part)?;
    let kinds = ["diagramData", "chart", "notesSlide", "comments"];
    for relation in kinds.iter().flat_map(|kind| related.iter().filter(move |other| other.kind == *kind)) {
        let Some(xml) = package.xml(&relation.target)? else { continue };
        let (title, told) = match relation.kind.as_str() {
            "diagramData" => ("", paragraphs(&xml)?.join("\n")),
            "chart" => ("", chart(&xml)?.join("\n")),
            "notesSlide" => ("Notes:\n", slide::notes(&xml)?),
            _ => ("Comments:\n", authors.comments(&xml)?.join("\n")),
        };
        if !told.trim().is_empty() {
            text.extend(["\n", title, told.trim(), "\n"]);
        }
    }
    Ok(Some(text))
}
