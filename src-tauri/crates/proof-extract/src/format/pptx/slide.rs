//! What is written on a slide, or on its page of notes.

use crate::format::office::{Element, Node, Story, walk};
use crate::output::Stop;

/// The text of a slide, in lines.
pub(super) struct Slide {
    /// Whether it is passed over when the slides are shown.
    pub hidden: bool,
    pub title: String,
    /// Everything but the title, in the order of the file.
    pub text: String,
}

/// Reads a slide.
pub(super) fn read(xml: &str) -> Result<Slide, Stop> {
    tell(xml, &["sldNum"])
}

/// Reads the notes of a slide.
pub(super) fn notes(xml: &str) -> Result<String, Stop> {
    Ok(tell(xml, &["sldNum", "sldImg", "dt", "hdr", "ftr"])?.text)
}

/// Reads all shapes but placeholders of the kinds that are left out.
fn tell(xml: &str, left_out: &[&str]) -> Result<Slide, Stop> {
    let mut teller = Teller::default();
    walk(xml, |node| {
        teller.tell(node, left_out);
        Ok(())
    })?;
    let text = teller.story.into_pages(&[]).concat();
    Ok(Slide { hidden: teller.hidden, title: teller.title, text })
}

#[derive(Default)]
struct Teller {
    hidden: bool,
    title: String,
    story: Story,
    /// Kinds of placeholder of the shapes that we are in, and whether they are hidden.
    shapes: Vec<(String, bool)>,
    in_text: bool,
    /// How much had been written where the chosen alternatives begin.
    alternatives: Vec<u64>,
    /// Depth of elements that are left out, counted from the first.
    left_out: usize,
}

impl Teller {
    fn tell(&mut self, node: Node, left_out: &[&str]) {
        match node {
            Node::Open(_) if self.left_out > 0 => self.left_out += 1,
            Node::Close(_) if self.left_out > 0 => self.left_out -= 1,
            Node::Open(element) => self.open(&element),
            Node::Close(name) => self.close(&name, left_out),
            Node::Text(text) if self.in_text => self.story.text(&text),
            Node::Text(_) => {}
        }
    }

    fn open(&mut self, element: &Element) {
        match element.name.as_str() {
            "sld" => self.hidden = !element.says("show", true),
            "sp" => {
                self.shapes.push((String::new(), false));
                self.story.begin_aside();
            }
            "cNvPr" if element.says("hidden", false) => {
                if let Some(shape) = self.shapes.last_mut() {
                    shape.1 = true;
                }
            }
            "ph" => {
                if let Some(shape) = self.shapes.last_mut() {
                    element.attribute("type").unwrap_or_default().clone_into(&mut shape.0);
                }
            }
            "t" => self.in_text = true,
            "br" => self.story.text("\n"),
            "tbl" => self.story.begin_table(),
            "AlternateContent" => self.alternatives.push(self.story.written()),
            "Fallback" if self.alternatives.last().is_some_and(|&before| self.story.written() > before) => {
                self.left_out = 1;
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str, left_out: &[&str]) {
        match name {
            "t" => self.in_text = false,
            "p" => self.story.end_paragraph(),
            "tc" => self.story.end_cell(),
            "tr" => self.story.end_row(),
            "tbl" => self.story.end_table(),
            "AlternateContent" => drop(self.alternatives.pop()),
            "sp" => self.end_shape(left_out),
            _ => {}
        }
    }

    fn end_shape(&mut self, left_out: &[&str]) {
        let text = self.story.end_aside();
        let (kind, hidden) = self.shapes.pop().unwrap_or_default();
        let said = text.trim();
        if said.is_empty() || left_out.contains(&kind.as_str()) {
            return;
        }
        let text = if hidden { format!("[hidden: {said}]\n") } else { format!("{said}\n") };
        match kind.as_str() {
            "title" | "ctrTitle" if self.title.is_empty() => self.title = text,
            _ => {
                self.story.text(text.trim_end());
                self.story.end_paragraph();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(kind: &str, lines: &[&str]) -> String {
        let lines = lines.join("</a:t></a:r></a:p><a:p><a:r><a:t>");
        format!(
            "<p:sp><p:nvSpPr><p:nvPr><p:ph type='{kind}'/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>{lines}</a:t></a:r></a:p></p:txBody></p:sp>"
        )
    }

    #[test]
    fn the_title_comes_first_and_numbers_are_left_out() {
        let xml = format!(
            "<p:sld show='0'>{}{}{}</p:sld>",
            shape("body", &["one", "two"]),
            shape("title", &["Head"]),
            shape("sldNum", &["3"])
        );
        let slide = read(&xml).unwrap();
        assert_eq!((slide.hidden, slide.title.as_str(), slide.text.as_str()), (true, "Head\n", "one\ntwo\n"));
    }

    #[test]
    fn of_alternatives_one_is_read() {
        let chosen = shape("", &["new"]);
        let xml = format!(
            "<p:sld><mc:AlternateContent><mc:Choice>{chosen}</mc:Choice><mc:Fallback>{chosen}</mc:Fallback>\
             </mc:AlternateContent><mc:AlternateContent><mc:Choice/><mc:Fallback>{}</mc:Fallback>\
             </mc:AlternateContent></p:sld>",
            shape("", &["old"])
        );
        assert_eq!(read(&xml).unwrap().text, "new\nold\n");
    }
}
