//! Relationships between the parts of a package (ECMA-376 part 2, 6.5).

use super::{Node, Package, walk};
use crate::output::Stop;

/// A relationship from one part to another.
pub(crate) struct Relation {
    /// The identifier by which the source part refers to it.
    pub id: String,
    /// The last segment of its type, such as `comments`: transitional and strict documents differ only before it.
    pub kind: String,
    /// The name of the part that it leads to.
    pub target: String,
}

/// The relationships of `part` to other parts of the package; those of the package itself for an empty name. Ones
/// that lead out of the package are left out.
pub(crate) fn relations(package: &mut Package<'_>, part: &str) -> Result<Vec<Relation>, Stop> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let listed = resolve(folder, &format!("_rels/{name}.rels"));
    let mut relations = Vec::new();
    let Some(xml) = package.xml(&listed)? else { return Ok(relations) };
    walk(&xml, |node| {
        let Node::Open(element) = node else { return Ok(()) };
        let external = element.attribute("TargetMode") == Some("External");
        if let (Some(kind), Some(target), false) =
            (element.attribute("Type"), element.attribute("Target"), external)
        {
            relations.push(Relation {
                id: element.attribute("Id").unwrap_or_default().to_owned(),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: resolve(folder, target),
            });
        }
        Ok(())
    })?;
    Ok(relations)
}

/// The first relationship of that kind.
pub(crate) fn first_of_kind<'r>(relations: &'r [Relation], kind: &str) -> Option<&'r str> {
    relations.iter().find(|relation| relation.kind == kind).map(|relation| relation.target.as_str())
}

/// The name of the part that `target` means in a part that stands in `folder`.
fn resolve(folder: &str, target: &str) -> String {
    let absolute = target.starts_with(['/', '\\']);
    let mut steps: Vec<&str> = if absolute { Vec::new() } else { folder.split('/').collect() };
    for step in target.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_found_from_where_they_are_named() {
        let cases = [
            ("xl/worksheets", "../comments1.xml", "xl/comments1.xml"),
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("ppt", "/ppt/slides/slide1.xml", "ppt/slides/slide1.xml"),
            ("", "word/document.xml", "word/document.xml"),
            ("a", "../../../b.xml", "b.xml"),
        ];
        for (folder, target, expected) in cases {
            assert_eq!(resolve(folder, target), expected, "{target}");
        }
    }
}
