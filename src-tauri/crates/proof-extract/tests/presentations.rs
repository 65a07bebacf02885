//! Presentations read by a real worker: a slide is a page.

use crate::{extract, made};
use proof_model::Outcome;

fn relations(all: &[(&str, &str, &str)]) -> String {
    let each = |(id, kind, target): &(&str, &str, &str)| {
        format!("<Relationship Id='{id}' Type='http://example.org/relationships/{kind}' Target='{target}'/>")
    };
    format!("<Relationships>{}</Relationships>", all.iter().map(each).collect::<Vec<_>>().concat())
}

fn slide(root: &str, title: &str, body: &str) -> String {
    let shape = |kind: &str, text: &str| {
        format!(
            "<p:sp><p:nvSpPr><p:nvPr><p:ph type='{kind}'/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>{text}</a:t>\
             </a:r></a:p></p:txBody></p:sp>"
        )
    };
    let cell =
        |text: &str| format!("<a:tc><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>");
    format!(
        "<p:{root}><p:cSld><p:spTree>{}{}<p:graphicFrame><a:tbl><a:tr>{}{}</a:tr></a:tbl></p:graphicFrame>\
         </p:spTree></p:cSld></p:sld>",
        shape("body", body),
        shape("title", title),
        cell("left"),
        cell("right")
    )
}

#[test]
fn a_presentation_gives_its_slides_in_order_with_notes_and_comments() {
    let parts = [
        (
            "ppt/_rels/presentation.xml.rels",
            relations(&[
                ("rId1", "slide", "slides/slide1.xml"),
                ("rId2", "slide", "/ppt/slides/slide2.xml"),
                ("rId3", "commentAuthors", "commentAuthors.xml"),
            ]),
        ),
        (
            "ppt/presentation.xml",
            "<p:presentation><p:sldIdLst><p:sldId id='256' r:id='rId2'/>\
            <p:sldId id='257' r:id='rId1'/></p:sldIdLst></p:presentation>"
                .into(),
        ),
        ("ppt/commentAuthors.xml", "<l><p:cmAuthor id='0' name='A. Clerk'/></l>".into()),
        ("ppt/slides/slide1.xml", slide("sld show='0'", "Second", "Kept back")),
        ("ppt/slides/slide2.xml", slide("sld", "First", "Words")),
        (
            "ppt/slides/_rels/slide2.xml.rels",
            relations(&[
                ("rId1", "comments", "../comments/comment1.xml"),
                ("rId2", "notesSlide", "../notesSlides/notesSlide1.xml"),
                ("rId3", "slideLayout", "../slideLayouts/slideLayout1.xml"),
            ]),
        ),
        ("ppt/slideLayouts/slideLayout1.xml", slide("sldLayout", "Click to add title", "")),
        (
            "ppt/comments/comment1.xml",
            "<l><p:cm authorId='0' dt='2021-02-03'><p:text>Why?</p:text></p:cm></l>".into(),
        ),
        (
            "ppt/notesSlides/notesSlide1.xml",
            "<p:notes><p:sp><p:ph type='body'/><a:p><a:r><a:t>Say this.</a:t></a:r></a:p></p:sp>\
             <p:sp><p:ph type='sldNum'/><a:p><a:r><a:t>1</a:t></a:r></a:p></p:sp></p:notes>"
                .into(),
        ),
    ];
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, xml)| (*name, xml.as_str())).collect();
    let extraction = extract(&made::zipped(&parts), "a.docx");
    assert_eq!((extraction.outcome, extraction.reason.as_deref()), (Outcome::Ok, None));
    let pages: Vec<&str> = extraction.pages.iter().map(|page| page.text.as_str()).collect();
    let first = "First\nWords\nleft\tright\n\nNotes:\nSay this.\n\nComments:\nA. Clerk, 2021-02-03: Why?\n";
    assert_eq!(pages, [first, "[hidden slide]\nSecond\nKept back\nleft\tright\n"]);
}
