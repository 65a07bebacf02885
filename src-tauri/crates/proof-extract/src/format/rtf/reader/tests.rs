use super::super::token::Tokens;
use super::*;

fn read(body: &[u8]) -> Reader {
    let mut reader = Reader::default();
    let head = b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}\
        {\\f2\\fcharset2 Symbol;}{\\f3\\fcharset128 Mincho;}}";
    for token in Tokens::new(&[head, body, b"}"].concat()) {
        reader.take(token);
    }
    assert_eq!(reader.depth(), 0, "{}", body.escape_ascii());
    reader
}

fn text(body: &[u8]) -> String {
    let (story, margins, _) = read(body).finish();
    story.into_pages(&margins).join("\u{c}")
}

#[test]
fn documents_become_lines() {
    let cases: [(&[u8], &str); 21] = [
        (b"a\\par b", "a\nb\n"),
        (b"caf\\'e9 \\f1 \\'e4\\'e0", "café да\n"),
        (b"\\f3 \\'93\\'fa\\'96\\'7b", "日本\n"),
        (b"{\\listtext\\f2 \\'b7\\tab}item", "• item\n"),
        (b"\\u8364?x\\uc2\\u8364\\'80\\'80y\\uc0\\u8364z", "€x€y€z\n"),
        (b"\\u-10179?\\u-8704?", "😀\n"),
        (b"\\emdash\\ldblquote q\\rdblquote\\~a\\_b\\-c\\{\\}\\\\", "—“q”\u{a0}a-bc{}\\\n"),
        (b"{\\*\\unknown lost}kept{\\pict\\bin3 }}} lost}", "kept\n"),
        (b"{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt shown}}", "shown\n"),
        (b"seen{\\v unseen}seen", "seen[hidden: unseen]seen\n"),
        (b"{\\deleted gone}kept", "[deleted: gone]kept\n"),
        (b"\\trowd\\intbl a\\par b\\cell c\\cell\\row\\trowd d\\cell\\cell\\row\\pard after\\par", "a b\tc\nd\t\nafter\n"),
        (
            b"\\pard\\intbl\\itap2 in\\nestcell{\\*\\nesttableprops\\nestrow}{\\nonesttables\\par}\\itap1 a\\cell b\\cell\\row",
            "in a\tb\n",
        ),
        (b"one\\page two", "one\n\u{c}two\n"),
        (b"one\\sect\\sectd two\\sect\\sectd\\sbknone three\\sect", "one\n\u{c}two\nthree\n"),
        (b"{\\header Draft\\par}body{\\footer 1}", "body\n\nHeader:\nDraft\n\nFooter:\n1\n"),
        (b"text{\\super\\chftn{\\footnote\\pard\\plain{\\super\\chftn} note}} on", "text[1] on\n\nFootnotes:\n[1] note\n"),
        (b"text{\\footnote\\ftnalt end} on", "text[1] on\n\nEndnotes:\n[1] end\n"),
        (
            b"text{\\*\\atnid AB}{\\*\\atnauthor A. Clerk}\\chatn{\\*\\annotation{\\*\\atndate 127015173}Why?}",
            "text\n\nComments:\nA. Clerk, 2021-02-03T04:05: Why?\n",
        ),
        (b"{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt box\\par}}{\\shprslt{\\*\\do{\\dptxbxtext box}}}}text",
            "text\nbox\n"),
        (b"{\\upr{ansi}{\\*\\ud unicode}}", "unicode\n"),
    ];
    for (body, expected) in cases {
        assert_eq!(text(body), expected, "{}", body.escape_ascii());
    }
}

#[test]
fn properties_are_claims() {
    let (_, _, claims) =
        read(b"{\\info{\\title Terms}{\\author A. Clerk}{\\creatim\\yr2021\\mo2\\dy3\\hr4\\min5}}").finish();
    let claims: Vec<_> = claims.iter().map(|(key, value)| (*key, value.as_str())).collect();
    assert_eq!(claims, [("title", "Terms"), ("author", "A. Clerk"), ("created", "2021-02-03T04:05")]);
}
