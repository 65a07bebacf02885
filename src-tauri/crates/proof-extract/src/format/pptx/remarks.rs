//! Comments on slides: those of ECMA-376 part 1, 19.4, and those with answers of [MS-PPTX] 2.6.

use crate::format::office::{Node, Package, first_of_kind, relations, walk};
use crate::output::Stop;
use std::collections::HashMap;

/// Who comments, by the identifiers that comments name them by.
#[derive(Default)]
pub(super) struct Authors(HashMap<String, String>);

impl Authors {
    /// Those of the presentation whose main part is `main`.
    pub(super) fn of(main: &str, package: &mut Package<'_>) -> Result<Self, Stop> {
        let relations = relations(package, main)?;
        let mut authors = HashMap::new();
        for kind in ["commentAuthors", "authors"] {
            let Some(part) = first_of_kind(&relations, kind) else { continue };
            let Some(xml) = package.xml(part)? else { continue };
            walk(&xml, |node| {
                if let Node::Open(element) = node
                    && let (Some(id), Some(name)) = (element.attribute("id"), element.attribute("name"))
                {
                    authors.insert(id.to_owned(), name.to_owned());
                }
                Ok(())
            })?;
        }
        Ok(Self(authors))
    }

    /// The comments in a part, a line each, answers after what they answer.
    pub(super) fn comments(&self, xml: &str) -> Result<Vec<String>, Stop> {
        let mut lines = Vec::new();
        let mut open: Vec<Comment> = Vec::new();
        walk(xml, |node| {
            match node {
                Node::Open(element) if is_comment(&element.name) => {
                    let author = element.attribute("authorId").and_then(|id| self.0.get(id));
                    let date = element.attribute("dt").or_else(|| element.attribute("created"));
                    let known = [author.map(String::as_str), date].into_iter().flatten();
                    let heading = known.collect::<Vec<_>>().join(", ");
                    open.push(Comment { heading, text: String::new(), answers: Vec::new() });
                }
                Node::Text(text) => {
                    if let Some(comment) = open.last_mut() {
                        comment.text.push_str(&text);
                    }
                }
                Node::Close(name) if is_comment(&name) => {
                    let told = open.pop().map(Comment::lines).unwrap_or_default();
                    open.last_mut().map_or(&mut lines, |outer| &mut outer.answers).extend(told);
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(lines)
    }
}

fn is_comment(name: &str) -> bool {
    matches!(name, "cm" | "reply")
}

struct Comment {
    heading: String,
    text: String,
    answers: Vec<String>,
}

impl Comment {
    fn lines(self) -> Vec<String> {
        let own = format!("{}: {}", self.heading, self.text.trim());
        std::iter::once(own.trim_start_matches(": ").to_owned()).chain(self.answers).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_follow_what_they_answer() {
        let authors = Authors(HashMap::from([("1".into(), "A. Clerk".into())]));
        let xml = "<l><cm authorId='1' dt='2021-02-03T04:05:06'><r><reply authorId='2'><t>No.</t></reply></r>\
            <t>Why?</t></cm></l>";
        assert_eq!(authors.comments(xml).unwrap(), ["A. Clerk, 2021-02-03T04:05:06: Why?", "No."]);
    }
}
