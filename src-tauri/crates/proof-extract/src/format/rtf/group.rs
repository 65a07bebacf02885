//! A group: what holds between a brace and the one that closes it.

/// Where the text of a group goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Destination {
    Text,
    /// Nowhere.
    Nowhere,
    Fonts,
    /// A date among the properties of the file, told by control words.
    Date,
}

/// What is put together apart from the body, until its group ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aside {
    Header,
    Footer,
    Footnote,
    Endnote,
    Comment,
    Author,
    CommentDate,
    Box,
    /// A property of the file, by the key of its claim.
    Claim(&'static str),
    /// A date among them.
    DateClaim(&'static str),
}

/// A group, with the formatting that ends with it.
#[derive(Debug, Clone)]
#[allow(clippy::struct_excessive_bools, reason = "kinds of formatting, each on or off by itself")]
pub(super) struct Group {
    pub destination: Destination,
    /// What ends with the group.
    pub aside: Option<Aside>,
    /// Characters after a `\u` that stand for it in programs that do not know it.
    pub fallback: usize,
    pub font: i32,
    pub hidden: bool,
    pub deleted: bool,
    pub in_table: bool,
    /// Whether it is the label of a list item.
    pub label: bool,
    /// Whether `\*` stands before the word that comes next.
    pub optional: bool,
}

impl Group {
    /// The outermost group.
    pub(super) const fn outermost() -> Self {
        Self {
            destination: Destination::Text,
            aside: None,
            fallback: 1,
            font: -1,
            hidden: false,
            deleted: false,
            in_table: false,
            label: false,
            optional: false,
        }
    }

    /// A group in this one.
    pub(super) fn inner(&self) -> Self {
        Self { aside: None, optional: false, ..self.clone() }
    }
}

/// What a control word that names a destination makes of its group; nothing for other words.
pub(super) fn destination(word: &str) -> Option<(Destination, Option<Aside>)> {
    use Destination::{Date, Fonts, Nowhere, Text};
    let claim = |key| Some((Text, Some(Aside::Claim(key))));
    let date = |key| Some((Date, Some(Aside::DateClaim(key))));
    match word {
        "fonttbl" => Some((Fonts, None)),
        "colortbl" | "stylesheet" | "pict" | "info" | "fldinst" | "xe" | "tc" | "nonesttables"
        | "shprslt" | "objdata" | "objclass" | "objname" | "filetbl" | "revtbl" | "listtable"
        | "listoverridetable" | "private" | "bkmkstart" | "bkmkend" | "upr" | "sp" | "ftnsep" | "ftnsepc"
        | "ftncn" | "aftnsep" | "aftnsepc" | "aftncn" | "list" | "listlevel" | "listname"
        | "listoverride" | "datafield" | "formfield" | "mailmerge" | "nextfile" | "template" => {
            Some((Nowhere, None))
        }
        "header" | "headerl" | "headerr" | "headerf" => Some((Text, Some(Aside::Header))),
        "footer" | "footerl" | "footerr" | "footerf" => Some((Text, Some(Aside::Footer))),
        "footnote" => Some((Text, Some(Aside::Footnote))),
        "annotation" => Some((Text, Some(Aside::Comment))),
        "atnauthor" => Some((Text, Some(Aside::Author))),
        "atndate" => Some((Text, Some(Aside::CommentDate))),
        "shptxt" | "dptxbxtext" => Some((Text, Some(Aside::Box))),
        "shpinst" | "do" | "ud" | "nesttableprops" | "fldrslt" | "result" => Some((Text, None)),
        "title" => claim("title"),
        "subject" => claim("subject"),
        "author" => claim("author"),
        "manager" => claim("manager"),
        "company" => claim("company"),
        "operator" => claim("last-modified-by"),
        "category" => claim("category"),
        "keywords" => claim("keywords"),
        "doccomm" => claim("description"),
        "generator" => claim("application"),
        "creatim" => date("created"),
        "revtim" => date("modified"),
        "printim" => date("printed"),
        _ => None,
    }
}
