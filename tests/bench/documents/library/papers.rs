//! What the documents of the register are: 100,000 of them, in four cases.

use proof_model::{Marks, Relevance};

use super::{chance::Chance, day::Day};

pub const DOCUMENTS: usize = 100_000;
pub const CASES: [&str; 4] = [
    "Harrow v Vane Shipping",
    "Orchard Water inquiry",
    "Tollgate collective action",
    "Sable Bay investigation",
];
/// A word in the titles of every second document, at least.
pub const FREQUENT: &str = "letter";
/// A word in the titles of a few dozen.
pub const RARE: &str = "zweckbestimmung";

/// Kinds, each with its ending and of how many in a hundred.
const KINDS: [(&str, &str, usize); 5] = [
    ("application/pdf", "pdf", 55),
    (MAIL, "eml", 20),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", 12),
    ("text/html", "html", 8),
    ("text/plain", "txt", 5),
];
pub const MAIL: &str = "message/rfc822";
pub const TAGS: [&str; 24] = [
    "access", "advice", "audit", "breach", "budget", "cargo", "consent", "costs", "customs", "damages",
    "delay", "expert", "export", "funding", "harbour", "insurer", "invoice", "lease", "minutes", "permit",
    "press", "safety", "tender", "witness",
];
const ISSUES: [&str; 6] = ["liability", "notice", "quantum", "limitation", "title to sue", "mitigation"];
const SOURCES: [&str; 20] = [
    "Harbour Gazette",
    "Court record",
    "The Ledger Post",
    "Wire desk",
    "Own notes",
    "Vane Shipping",
    "Orchard Water",
    "Meridian Bank",
    "Tollgate Council",
    "Port authority",
    "Customs house",
    "Ministry of Works",
    "Insurers' pool",
    "Northmoor survey",
    "Castellan Exports",
    "Brightwell chambers",
    "Auditors",
    "Sable Bay trust",
    "Union office",
    "Witness bundle",
];
const SUBJECTS: [&str; 12] = [
    "the survey of the north quay",
    "the lease of the warehouse",
    "costs of the first hearing",
    "the sealed valuation",
    "the second tender",
    "the minutes of the board",
    "the interim payment",
    "the recall of the permit",
    "the expert's report",
    "the transfer of the deposits",
    "the crane's last inspection",
    "the demurrage account",
];
const FORMS: [&str; 10] = [
    "Letter",
    "Letter",
    "Letter",
    "Letter",
    "Letter before action",
    "Report",
    "Memorandum",
    "Invoice",
    "Minutes",
    "Statement",
];

/// A document to be made.
#[derive(Debug)]
pub struct Paper {
    pub title: String,
    pub file_name: String,
    pub media_type: &'static str,
    pub source: &'static str,
    /// EDTF; empty where undated.
    pub dated: String,
    /// EDTF; empty where it was not published.
    pub published: String,
    /// Their texts.
    pub pages: Vec<String>,
    /// Size of its original, bytes.
    pub size: u64,
    /// Its place in [`CASES`].
    pub case: usize,
    pub marks: Marks,
    /// Whether it was attached to the last e-mail before it.
    pub attached: bool,
}

/// Makes the next document up; the same sequence of `chance` gives the same documents.
pub fn paper(number: usize, after_mail: bool, chance: &mut Chance) -> Paper {
    let (media_type, ending) = kind(chance);
    let (form, subject, source) = (chance.of(&FORMS), chance.of(&SUBJECTS), chance.of(&SOURCES));
    let rare = if number % 3_001 == 17 { " (Zweckbestimmung)" } else { "" };
    let title = format!("{form} no. {} on {subject}{rare}", chance.below(20_000));
    let day = Day::any(chance);
    let undated = chance.happens(8);
    let dated = if undated { String::new() } else { day.written(chance) };
    let published = if chance.happens(40) { day.next().iso() } else { String::new() };
    let attached = after_mail && media_type != MAIL && chance.happens(60);
    // Most are short, as in any bundle: the smaller of two throws.
    let length = 1 + chance.below(12).min(chance.below(12));
    Paper {
        file_name: format!("{:06}-{}.{ending}", number, form.to_lowercase().replace(' ', "-")),
        pages: (1..=length).map(|page| text(page, &title, source, chance)).collect(),
        size: 2_000 + chance.below(900_000) as u64,
        case: chance.below(100) % CASES.len(),
        marks: marks(chance),
        title,
        media_type,
        source,
        dated,
        published,
        attached,
    }
}

fn kind(chance: &mut Chance) -> (&'static str, &'static str) {
    let mut thrown = chance.below(100);
    for (media_type, ending, of_hundred) in KINDS {
        if thrown < of_hundred {
            return (media_type, ending);
        }
        thrown -= of_hundred;
    }
    (KINDS[0].0, KINDS[0].1)
}

fn text(page: usize, title: &str, source: &str, chance: &mut Chance) -> String {
    let (subject, other) = (chance.of(&SUBJECTS), chance.of(&TAGS));
    format!(
        "{title}, page {page}. {source} notes on {subject} that the {other} was seen to on day {}.",
        chance.below(900)
    )
}

fn marks(chance: &mut Chance) -> Marks {
    let mut some = |words: &[&'static str], most: usize| -> Vec<String> {
        let mut chosen: Vec<String> = (0..chance.below(most)).map(|_| chance.of(words).to_owned()).collect();
        chosen.sort();
        chosen.dedup();
        chosen
    };
    let (tags, issues) = (some(&TAGS, 4), some(&ISSUES, 2));
    Marks {
        reviewed: chance.happens(35),
        starred: chance.happens(3),
        confidential: chance.happens(6),
        privilege: chance.happens(2).then(|| "legal advice".to_owned()),
        relevance: match chance.below(10) {
            0 => Some(Relevance::Key),
            1 | 2 => Some(Relevance::Relevant),
            3 => Some(Relevance::NotRelevant),
            _ => None,
        },
        tags,
        issues,
    }
}
