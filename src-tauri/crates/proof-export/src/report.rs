//! Reports for people who have no Proofline: one HTML file that holds all that it needs, runs nothing, loads nothing, and
//! prints on paper of the size A4 (HTML Living Standard, CSS Paged Media).

use std::{fmt::Write, path::Path};

use crate::{ExportError, place};

/// A report, from its title to its last part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What it is called.
    pub title: String,
    /// Its parts, in order.
    pub parts: Vec<ReportPart>,
}

/// A part of a report. All words are plain text; none is read as HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportPart {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// What the report comes to, in one sentence.
    Verdict {
        /// Whether all is well.
        good: bool,
        /// The sentence.
        words: String,
    },
    /// Facts, each with its name.
    Facts(Vec<Fact>),
    /// Things of one kind, each with its facts, numbered through.
    Entries(Vec<Entry>),
    /// A line to be typed into a terminal.
    Command(String),
}

/// A fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its name.
    pub name: &'static str,
    /// What is so. Several lines stand below each other.
    pub value: String,
    /// Whether each character counts, as in a hash.
    pub exact: bool,
}

/// One of several things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is called.
    pub title: String,
    /// Whether something is wrong with it.
    pub bad: bool,
    /// What is to be known of it.
    pub facts: Vec<Fact>,
}

impl Fact {
    /// A fact in words.
    pub fn new(name: &'static str, value: impl Into<String>) -> Self {
        Self { name, value: value.into(), exact: false }
    }

    /// A fact of which each character counts.
    pub fn exact(name: &'static str, value: impl Into<String>) -> Self {
        Self { name, value: value.into(), exact: true }
    }
}

/// Writes a report as HTML, in place of what may stand at `path`.
///
/// # Errors
/// [`ExportError::NotWritten`].
pub fn write_report(path: &Path, report: &Report) -> Result<(), ExportError> {
    place::put(path, html(report).as_bytes())
}

/// The look: black on white, nothing that needs colour to be told, entries that do not break across sheets.
const STYLE: &str = "
@page { size: A4; margin: 20mm 18mm; }
body { font: 11pt/1.45 Georgia, 'Times New Roman', serif; color: #111; background: #fff; max-width: 174mm; margin: 12mm auto; padding: 0 6mm; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 6mm; }
h2 { font-size: 14pt; margin: 9mm 0 3mm; border-bottom: 1px solid #777; break-after: avoid; }
h3 { font-size: 11pt; margin: 0 0 1mm; break-after: avoid; overflow-wrap: anywhere; }
p { margin: 0 0 3mm; }
.verdict { border: 2px solid #111; padding: 3mm 4mm; font-size: 13pt; margin: 5mm 0; }
.verdict b { display: block; }
dl { display: grid; grid-template-columns: 36mm 1fr; gap: .8mm 4mm; margin: 0 0 3mm; }
dt { color: #444; }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
h3, dd { unicode-bidi: isolate; }
code, pre { font: 9pt/1.4 'DejaVu Sans Mono', Menlo, Consolas, monospace; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; border-left: 3px solid #777; padding-left: 3mm; }
ol { list-style: none; margin: 0; padding: 0; counter-reset: entry; }
li { break-inside: avoid; border-top: 1px solid #ccc; padding: 2.5mm 0 1mm; counter-increment: entry; }
li h3::before { content: counter(entry) '. '; }
li.bad { border-left: 4px solid #111; padding-left: 3mm; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
";

fn html(report: &Report) -> String {
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n",
        title = escaped(&report.title)
    );
    report.parts.iter().for_each(|part| push(&mut out, part));
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn push(out: &mut String, part: &ReportPart) {
    // Writing to a string does not fail.
    let written = match part {
        ReportPart::Heading(words) => writeln!(out, "<h2>{}</h2>", escaped(words)),
        ReportPart::Text(words) => writeln!(out, "<p>{}</p>", escaped(words)),
        ReportPart::Command(words) => writeln!(out, "<pre>{}</pre>", escaped(words)),
        ReportPart::Verdict { good, words } => {
            let heading = if *good { "Result: everything holds" } else { "Result: not everything holds" };
            writeln!(out, "<p class=\"verdict\"><b>{heading}</b> {}</p>", escaped(words))
        }
        ReportPart::Facts(facts) => {
            push_facts(out, facts);
            Ok(())
        }
        ReportPart::Entries(entries) => {
            out.push_str("<ol>\n");
            for entry in entries {
                let class = if entry.bad { " class=\"bad\"" } else { "" };
                out.push_str(&format!("<li{class}><h3>{}</h3>\n", escaped(&entry.title)));
                push_facts(out, &entry.facts);
                out.push_str("</li>\n");
            }
            writeln!(out, "</ol>")
        }
    };
    written.unwrap_or_default();
}

fn push_facts(out: &mut String, facts: &[Fact]) {
    out.push_str("<dl>\n");
    for Fact { name, value, exact } in facts {
        let (value, name) = (escaped(value), escaped(name));
        let value = if *exact { format!("<code>{value}</code>") } else { value };
        out.push_str(&format!("<dt>{name}</dt><dd>{value}</dd>\n"));
    }
    out.push_str("</dl>\n");
}

/// Text as HTML that shows it and is nothing else. Characters that steer rather than show become a mark.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(letter),
            steering if steering.is_control() || is_bidi_control(steering) => out.push('\u{fffd}'),
            letter => out.push(letter),
        }
    }
    out
}

/// Characters that turn the direction of what follows (Unicode Standard Annex 9): a name could seem to be another.
fn is_bidi_control(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shown_and_never_read_as_html() {
        let evil = "<script>alert(1)</script> & \"x\" 'y' </title>\u{202e}txt.exe";
        let fact = || vec![Fact::new("Name", evil), Fact::exact("Hash", evil)];
        let report = Report {
            title: evil.to_owned(),
            parts: vec![
                ReportPart::Heading(evil.to_owned()),
                ReportPart::Text(evil.to_owned()),
                ReportPart::Verdict { good: false, words: evil.to_owned() },
                ReportPart::Facts(fact()),
                ReportPart::Entries(vec![Entry { title: evil.to_owned(), bad: true, facts: fact() }]),
                ReportPart::Command(evil.to_owned()),
            ],
        };
        let html = html(&report);
        let (script, title) = (html.matches("<script").count(), html.matches("</title>").count());
        assert_eq!((script, title), (0, 1));
        let shown = "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; &#39;y&#39; &lt;/title&gt;\u{fffd}txt.exe";
        assert_eq!(html.matches(shown).count(), 11, "once for each place where words stand");
    }

    #[test]
    fn a_report_loads_nothing() {
        let html = html(&Report { title: "Report".to_owned(), parts: vec![] });
        assert!(html.contains("default-src 'none'"));
        for way in ["src=", "href=", "url(", "@import", "<link", "<script", "<img"] {
            assert!(!html.contains(way), "{way}");
        }
    }
}
