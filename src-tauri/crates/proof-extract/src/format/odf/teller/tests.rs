use super::*;

const STYLES: &str = "<style:style style:name='New'><style:paragraph-properties fo:break-before='page'/></style:style>\
    <style:style style:name='Off'><style:text-properties text:display='none'/></style:style>\
    <text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='1' \
    style:num-suffix='.'/><text:list-level-style-number text:level='2' style:num-format='a' style:num-suffix=')' \
    text:display-levels='2'/></text:list-style>";

fn pages(body: &str) -> Vec<String> {
    let xml = format!(
        "<office:document-content>{STYLES}<office:body>{body}</office:body></office:document-content>"
    );
    tell(&xml, &mut Styles::default()).unwrap().0.into_pages(&[])
}

#[test]
fn texts_become_lines() {
    let cases = [
        (
            "<text:h>Head</text:h>\n <text:p>a<text:s text:c='2'/>b<text:tab/>c\n  d</text:p>",
            "Head\na  b\tc d\n",
        ),
        (
            "<text:p>seen<text:span text:style-name='Off'>unseen</text:span></text:p>",
            "seen[hidden: unseen]\n",
        ),
        (
            "<text:tracked-changes><text:changed-region text:id='c1'><text:deletion><office:change-info>\
             <dc:creator>A</dc:creator></office:change-info><text:p>gone</text:p></text:deletion>\
             </text:changed-region></text:tracked-changes><text:p>kept <text:change text:change-id='c1'/>on</text:p>",
            "kept [deleted: gone]on\n",
        ),
        (
            "<text:p>Text<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>\
             <text:note-body><text:p>Note</text:p></text:note-body></text:note> goes<office:annotation>\
             <dc:creator>A</dc:creator><dc:date>2021-02-03</dc:date><text:p>Why?</text:p></office:annotation> on\
             </text:p>",
            "Text[1] goes on\n\nFootnotes:\n[1] Note\n\nComments:\nA, 2021-02-03: Why?\n",
        ),
        (
            "<text:p>be<draw:frame><svg:title>Picture</svg:title><draw:text-box><text:p>box</text:p></draw:text-box>\
             </draw:frame>fore</text:p>",
            "before\nbox\n",
        ),
        (
            "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>\
             <table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>",
            "a\tb\n",
        ),
        (
            "<text:list text:style-name='L'><text:list-item><text:p>one</text:p><text:p>more</text:p><text:list>\
             <text:list-item><text:p>in</text:p></text:list-item></text:list></text:list-item><text:list-item>\
             <text:p>two</text:p></text:list-item></text:list>",
            "1. one\nmore\n1.a) in\n2. two\n",
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(pages(body).concat(), expected, "{body}");
    }
}

#[test]
fn breaks_part_pages() {
    let body = "<text:p>one</text:p><text:p text:style-name='New'>two <text:soft-page-break/>three</text:p>";
    assert_eq!(pages(body), ["one\n", "two \n", "three\n"]);
}

#[test]
fn slides_are_pages() {
    let body = "<draw:page draw:style-name='Off'><draw:custom-shape><text:p>Shape</text:p></draw:custom-shape>\
        <draw:frame presentation:class='title'><draw:text-box><text:p>Title</text:p></draw:text-box></draw:frame><presentation:notes><draw:frame>\
        <draw:text-box><text:p>Say this.</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>\
        <draw:page/>";
    assert_eq!(pages(body), ["[hidden slide]\nTitle\nShape\n\nNotes:\nSay this.\n", ""]);
}

#[test]
fn headers_and_footers_are_told() {
    let xml = "<s><style:master-page><style:header><text:p>Draft</text:p></style:header><style:footer>\
        <text:p>Page 1</text:p></style:footer></style:master-page></s>";
    let margins = margins(xml, &mut Styles::default()).unwrap();
    assert_eq!(margins, [("Header", vec!["Draft\n".to_owned()]), ("Footer", vec!["Page 1\n".to_owned()])]);
}
