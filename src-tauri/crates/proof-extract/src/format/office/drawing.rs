//! Text in the parts that drawings are made of: paragraphs (ECMA-376 part 1, 21.1.2), charts (21.2).

use super::{Node, walk};
use crate::format::table::cell::number_text;
use crate::output::Stop;

/// The paragraphs of a drawing or diagram that say anything, as lines.
pub(crate) fn paragraphs(xml: &str) -> Result<Vec<String>, Stop> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut in_text = false;
    walk(xml, |node| {
        match node {
            Node::Open(element) if element.name == "t" => in_text = true,
            Node::Open(element) if element.name == "br" => line.push(' '),
            Node::Close(name) if name == "t" => in_text = false,
            Node::Text(text) if in_text => line.push_str(&text),
            Node::Close(name) if name == "p" => {
                let line = std::mem::take(&mut line);
                lines.extend(Some(line).filter(|line| !line.trim().is_empty()));
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(lines)
}

/// A chart: its titles, then each series under its name, a line for each value.
pub(crate) fn chart(xml: &str) -> Result<Vec<String>, Stop> {
    let mut lines = paragraphs(xml)?;
    let mut series = Series::default();
    walk(xml, |node| {
        match node {
            Node::Open(element) => series.open(&element.name),
            Node::Text(text) => series.value.push_str(&text),
            Node::Close(name) if name == "ser" => std::mem::take(&mut series).tell(&mut lines),
            Node::Close(name) => series.close(&name),
        }
        Ok(())
    })?;
    Ok(lines)
}

#[derive(Default)]
struct Series {
    place: Option<Place>,
    value: String,
    name: Vec<String>,
    categories: Vec<String>,
    values: Vec<String>,
}

#[derive(Clone, Copy)]
enum Place {
    Name,
    Categories,
    Values,
}

impl Series {
    fn open(&mut self, name: &str) {
        match name {
            "tx" => self.place = Some(Place::Name),
            "cat" | "xVal" => self.place = Some(Place::Categories),
            "val" | "yVal" => self.place = Some(Place::Values),
            "v" => self.value.clear(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        let value = self.value.trim().to_owned();
        match (name, self.place) {
            ("v", Some(Place::Name)) => self.name.push(value),
            ("v", Some(Place::Categories)) => self.categories.push(value),
            ("v", Some(Place::Values)) => self.values.push(value.parse().map_or(value, number_text)),
            ("tx" | "cat" | "xVal" | "val" | "yVal", _) => self.place = None,
            _ => {}
        }
    }

    fn tell(self, lines: &mut Vec<String>) {
        lines.push(self.name.join(" "));
        let most = self.categories.len().max(self.values.len());
        for at in 0..most {
            let cell = |cells: &[String]| cells.get(at).cloned().unwrap_or_default();
            lines.push(format!("{}\t{}", cell(&self.categories), cell(&self.values)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_is_its_titles_and_series() {
        let point = |value: &str| format!("<c:pt><c:v>{value}</c:v></c:pt>");
        let xml = format!(
            "<c:chart><c:title><a:p><a:t>Sales</a:t></a:p></c:title><c:ser><c:tx>{}</c:tx><c:cat>{}{}</c:cat>\
             <c:val>{}{}</c:val></c:ser></c:chart>",
            point("2021"),
            point("Q1"),
            point("Q2"),
            point("1"),
            point("2")
        );
        assert_eq!(chart(&xml).unwrap(), ["Sales", "2021", "Q1\t1", "Q2\t2"]);
    }
}
