use super::*;

fn setting() -> Setting {
    Setting {
        styles: Styles::read("<s><w:style w:styleId='Quiet'><w:rPr><w:vanish/></w:rPr></w:style></s>")
            .unwrap(),
        numbering: Numbering::default(),
        footnotes: Notes::default(),
        endnotes: Notes::default(),
        comments: Notes::default(),
    }
}

fn pages(body: &str) -> Vec<String> {
    let xml = format!("<w:document xmlns:w='w' xmlns:mc='mc'><w:body>{body}</w:body></w:document>");
    tell(&xml, &mut setting()).unwrap().0.into_pages(&[])
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

#[test]
fn stories_become_lines() {
    let cell = |text: &str| format!("<w:tc><w:p>{}</w:p></w:tc>", run(text));
    let boxed = |text: &str| format!("<w:txbxContent><w:p>{}</w:p></w:txbxContent>", run(text));
    let cases = [
        (format!("<w:p>{}{}</w:p>", run("One "), run("line &amp; more")), "One line & more\n"),
        (
            format!("<w:p><w:ins>{}</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>", run("new")),
            "new[deleted: gone]\n",
        ),
        (
            format!("<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>", cell("a"), cell("b"), cell(""), cell("d")),
            "a\tb\n\td\n",
        ),
        (format!("<w:p>{}<w:hyperlink>{}</w:hyperlink></w:p>", run("see "), run("here")), "see here\n"),
        (
            format!(
                "<w:p>{}<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>\
                 </mc:AlternateContent>{}</w:p>",
                run("be"),
                boxed("box"),
                boxed("box"),
                run("fore")
            ),
            "before\nbox\n",
        ),
        (
            format!(
                "<w:p><mc:AlternateContent><mc:Choice/><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:p>",
                run("old")
            ),
            "old\n",
        ),
        (
            "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText><w:t>code</w:t>\
             <w:fldChar w:fldCharType='separate'/><w:t>7</w:t><w:fldChar w:fldCharType='end'/><w:tab/><w:t>x</w:t>\
             <w:br/><w:t>y</w:t></w:r></w:p>"
                .into(),
            "7\tx\ny\n",
        ),
        (
            "<w:p><w:r><w:t>old</w:t><w:footnote><w:p><w:r><w:t>note</w:t></w:r></w:p></w:footnote></w:r></w:p>".into(),
            "old[1]\n\nFootnotes:\n[1] note\n",
        ),
        (
            format!("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>{}</w:p>", run("seen")),
            "[hidden: unseen]seen\n",
        ),
        (
            format!(
                "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{}<w:r><w:rPr><w:rStyle w:val='Quiet'/></w:rPr>\
                 <w:t>hush</w:t></w:r></w:p>",
                run("seen ")
            ),
            "seen [hidden: hush]\n",
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(pages(&body).concat(), expected, "{body}");
    }
}

#[test]
fn breaks_of_the_document_part_pages() {
    let paragraph = |text: &str| format!("<w:p>{}</w:p>", run(text));
    let section = |kind: &str| {
        format!("<w:p><w:pPr><w:sectPr><w:type w:val='{kind}'/></w:sectPr></w:pPr>{}</w:p>", run("end"))
    };
    let cases = [
        (
            format!(
                "<w:p>{}<w:r><w:br w:type='page'/></w:r>{}</w:p><w:p><w:r><w:lastRenderedPageBreak/></w:r></w:p>",
                run("one"),
                run("two")
            ),
            vec!["one\n", "two\n\n"],
        ),
        (
            format!("{}<w:p><w:pPr><w:pageBreakBefore/></w:pPr>{}</w:p>", paragraph("one"), run("two")),
            vec!["one\n", "two\n"],
        ),
        (
            format!(
                "{}{}{}<w:sectPr><w:type w:val='continuous'/></w:sectPr>",
                section("nextPage"),
                section("nextPage"),
                paragraph("last")
            ),
            vec!["end\n", "end\nlast\n"],
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(pages(&body), expected, "{body}");
    }
}

#[test]
fn a_document_type_is_refused_and_depth_is_limited() {
    let bomb = "<!DOCTYPE d [<!ENTITY a 'aaaa'>]><w:p><w:t>&a;</w:t></w:p>";
    assert_eq!(tell(bomb, &mut setting()).unwrap().1, Walked::Broken);
    assert!(tell(&"<w:p>".repeat(101), &mut setting()).is_err());
}
