//! What stands on a sheet beside its cells: comments (ECMA-376 part 1, 18.7), text boxes
//! and charts (20.5).

use crate::format::office::{Node, Package, chart, first_of_kind, paragraphs, relations, walk};
use crate::output::Stop;
use std::collections::HashMap;

/// Where the sheets of a workbook have their parts.
pub(super) struct Remarks {
    parts: HashMap<String, String>,
}

impl Remarks {
    /// Those of the workbook in `package`.
    pub(super) fn of(package: &mut Package<'_>) -> Result<Self, Stop> {
        let main = relations(package, "")?;
        let main = first_of_kind(&main, "officeDocument").unwrap_or("xl/workbook.xml").to_owned();
        let targets: HashMap<String, String> =
            relations(package, &main)?.into_iter().map(|relation| (relation.id, relation.target)).collect();
        let mut parts = HashMap::new();
        if let Some(xml) = package.xml(&main)? {
            walk(&xml, |node| {
                if let Node::Open(element) = node
                    && element.name == "sheet"
                    && let (Some(name), Some(id)) = (element.attribute("name"), element.attribute("id"))
                    && let Some(target) = targets.get(id)
                {
                    parts.insert(name.to_owned(), target.clone());
                }
                Ok(())
            })?;
        }
        Ok(Self { parts })
    }

    /// The remarks on a sheet, each kind under its title.
    pub(super) fn on_sheet(
        &mut self,
        name: &str,
        package: &mut Package<'_>,
    ) -> Result<Vec<(&'static str, Vec<String>)>, Stop> {
        let Some(part) = self.parts.get(name) else { return Ok(Vec::new()) };
        let mut told = Vec::new();
        for relation in relations(package, part)? {
            let comment = relation.kind == "comments";
            if !comment && relation.kind != "drawing" {
                continue;
            }
            let Some(xml) = package.xml(&relation.target)? else { continue };
            if comment {
                told.push(("Comments", comments(&xml)?));
            } else {
                told.push(("Text boxes", paragraphs(&xml)?));
                told.push(("Charts", charts(&relation.target, package)?));
            }
        }
        Ok(told)
    }
}

/// Comments as `B3, author: text`.
fn comments(xml: &str) -> Result<Vec<String>, Stop> {
    let mut authors = Vec::new();
    let mut lines = Vec::new();
    let (mut heading, mut text) = (String::new(), String::new());
    walk(xml, |node| {
        match node {
            Node::Open(element) if element.name == "comment" => {
                let author = element.attribute("authorId").and_then(|id| id.parse::<usize>().ok());
                let author: Option<&String> = author.and_then(|id| authors.get(id));
                heading.clear();
                heading.push_str(element.attribute("ref").unwrap_or_default());
                if let Some(author) = author.filter(|author| !author.is_empty()) {
                    heading.extend([", ", author]);
                }
                text.clear();
            }
            Node::Open(element) if element.name == "author" => text.clear(),
            Node::Close(name) if name == "author" => authors.push(text.trim().to_owned()),
            Node::Close(name) if name == "comment" => lines.push(format!("{heading}: {}", text.trim())),
            Node::Text(piece) => text.push_str(&piece),
            _ => {}
        }
        Ok(())
    })?;
    Ok(lines)
}

/// The charts and diagrams of the drawing that is `part`.
fn charts(part: &str, package: &mut Package<'_>) -> Result<Vec<String>, Stop> {
    let mut lines = Vec::new();
    for relation in relations(package, part)? {
        let read = match relation.kind.as_str() {
            "chart" => chart,
            "diagramData" => paragraphs,
            _ => continue,
        };
        if let Some(xml) = package.xml(&relation.target)? {
            lines.extend(read(&xml)?);
        }
    }
    Ok(lines)
}
