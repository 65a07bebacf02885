use super::*;
use crate::format::html::text_of;

const MOST: u64 = 1 << 20;

fn body(html: &str) -> String {
    let page = portray("text/html", html.as_bytes(), MOST).unwrap().unwrap();
    let (_, body) = page.html.split_once("<body>").unwrap();
    body.strip_suffix("</body></html>\n").unwrap().to_owned()
}

#[test]
fn pages_are_shown_without_what_acts() {
    let left_out = |what: &str| format!("<span class=\"left-out\">[picture not loaded: {what}]</span>");
    let cases = [
        (
            "<h1>A</h1><p lang=fr dir=rtl>b <b>c</b>",
            "<h1>A</h1><p lang=\"fr\" dir=\"rtl\">b <b>c</b></p>".into(),
        ),
        (
            "<a href='http://x.example/?a&b' target=y>t</a>",
            "<a title=\"http://x.example/?a&amp;b\">t</a>".into(),
        ),
        ("<a href=#n>t</a><a name=n>u</a>", "<a href=\"#part-n\">t</a><a id=\"part-n\">u</a>".into()),
        (
            "<a href='javascript:x()'>t</a><a href=''>u</a>",
            "<a title=\"javascript:x()\">t</a><a>u</a>".into(),
        ),
        ("<img src=http://x.example/a.png>", left_out("x.example")),
        ("<img src=http://x.example/a.png alt='A \"map\"'>", left_out("A \"map\"")),
        ("<image src=//x.example/a>", left_out("x.example")),
        ("<svg><text>t</text></svg>", left_out("a drawing") + "t"),
        ("<input type=image src=//x.example/a><input value=v>", left_out("a drawing")),
        (
            "<img src='data:image/gif;base64,R0lGODlhAQABAA==' width=9 height=9px onload=x()>",
            "<img src=\"data:image/gif;base64,R0lGODlhAQABAA==\" alt=\"\" width=\"9\">".into(),
        ),
        (
            "<table background=x><tr><td colspan=2 style='color:red' nowrap>t</table>",
            "<table><tbody><tr><td colspan=\"2\">t</td></tr></tbody></table>".into(),
        ),
        (
            "<form action=x><select><option>a<option>b</select><textarea> c</textarea>",
            "<div><div>a<div>b<pre> c</pre></div></div></div>".into(),
        ),
        ("<details><summary>a</summary>b</details>", "<div><div>a</div>b</div>".into()),
        ("<p class=left-out id=x>a", "<p id=\"part-x\">a</p>".into()),
        ("a<script>b</script><style>c</style><!--d--><noscript>e</noscript>f&#7;&#13;", "af\n".into()),
        ("<title>T</title><xmp><b>c</b></xmp>", "<pre>&lt;b&gt;c&lt;/b&gt;</pre>".into()),
    ];
    for (html, expected) in cases {
        assert_eq!(body(html), expected, "{html}");
    }
}

#[test]
fn a_page_is_a_complete_document() {
    let cases = [
        ("<p>a", "lang=\"und\"", "Web page"),
        ("<html lang=en-GB dir=RTL><title>A &lt; B</title><p>a", "lang=\"en-GB\" dir=\"rtl\"", "A &lt; B"),
        ("<html lang='\"><script>'><body lang=fr><title>\n A\n</title>a", "lang=\"fr\"", "A"),
    ];
    for (html, language, title) in cases {
        let page = portray("text/html", html.as_bytes(), MOST).unwrap().unwrap().html;
        let start = format!(
            "<!doctype html><html {language}><head><meta charset=\"utf-8\"><title>{title}</title>\
             <link rel=\"stylesheet\" href=\"/reader/page.css\"></head><body>"
        );
        assert!(page.starts_with(&start), "{page}");
    }
}

/// Without spaces, as words are compared with a page's text, and without what says that a picture is left out.
fn words(html: &str) -> String {
    let left_out = "[picture not loaded: ";
    let text = text_of(html);
    let mut parts = text.split(left_out);
    let first = parts.next().unwrap_or_default().to_owned();
    let seen = parts.fold(first, |seen, part| seen + part.split_once(']').unwrap().1);
    text::clean(&seen).split_whitespace().collect()
}

#[test]
fn what_is_seen_is_what_the_text_says() {
    let pages = [
        "<p>One</p><p>Two <b>bold</b>ly<div style='display:none'>hidden</div><p hidden>too",
        "<table>odd<tr><td>1<td>2<tr><th>3</table>after",
        "<b>a<p>b</b>c</p>d<i>e<div>f</i>g</div>",
        "<ul><li>a<li>b<ol><li>c</ol></ul><dl><dt>d<dd>e</dl>",
        "<svg><title>x</title><text>a</text><desc>b</desc><style>.c{}</style></svg>d",
        "<math><mi>a</mi><annotation-xml encoding='text/html'><p>b</p></annotation-xml></math>c",
        "<select><option>a<option>b</select><textarea>c</textarea><button>d</button><label>e</label>",
        "<template><p>a</p></template>b<noscript>c</noscript><iframe>d</iframe><noframes>e</noframes>f",
        "<xmp>a<b>c</xmp><listing>d</listing><plaintext>e</plaintext>f",
        "<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby><q>c</q><video>d</video><object>e<p>f</object>",
        "<frameset><frame src=x></frameset>a<body>b</body>c</html>d",
        "a &amp; b &lt;c&gt; &nbsp;d&shy;e &#x200b;f\u{202e}g",
    ];
    for html in pages {
        assert_eq!(words(&body(html)), words(html), "{html}");
    }
}

#[test]
fn depth_and_length_are_held_in_bounds() {
    let deep = body(&("<div>".repeat(50_000) + "deep" + &"</div>".repeat(50_000) + "<p>after"));
    assert_eq!(words(&deep), "deepafter");
    assert!(deep.ends_with("</div><p>after</p>"));
    assert!(body(&"<div></b>".repeat(20_000)).matches("<div>").count() <= 4_000);
    let long = "word ".repeat(300_000);
    assert!(matches!(portray("text/html", long.as_bytes(), MOST), Err(Stop::Limit(_))));
}

#[test]
fn only_web_pages_and_messages_are_drawn() {
    for media_type in ["text/plain", "application/pdf", "image/svg+xml", "application/octet-stream"] {
        assert_eq!(portray(media_type, b"<p>a", MOST).unwrap(), None, "{media_type}");
    }
    assert_eq!(portray("message/rfc822", b"", MOST).unwrap(), None);
}

#[test]
fn the_lines_of_a_plain_message_end_once() {
    let mail = b"From: a@b.example\r\nSubject: s\r\n\r\nOne\r\ntwo\r\n\r\nthree\r\n";
    let page = portray("message/rfc822", mail, MOST).unwrap().unwrap();
    assert!(page.html.contains("<pre class=\"plain\">\nOne\ntwo\n\nthree\n</pre>"), "{}", page.html);
}
