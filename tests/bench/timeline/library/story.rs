//! What the generated library tells: 50,000 events, each with three accounts, and the papers that prove them.

use super::{chance::Chance, day::Day};

pub const EVENTS: usize = 50_000;
pub const ACCOUNTS_EACH: usize = 3;
pub const PAPERS: usize = 2_000;
pub const PARTIES: usize = 500;
pub const CASES: [&str; 8] = [
    "Harrow v Vane Shipping",
    "Orchard Water inquiry",
    "Lindqvist v Meridian Bank",
    "Tollgate collective action",
    "Northmoor planning review",
    "Castellan export fine",
    "Brightwell v the Registry",
    "Sable Bay investigation",
];

const KINDS: [&str; 12] = [
    "filing",
    "hearing",
    "order",
    "letter",
    "payment",
    "meeting",
    "fine",
    "appeal",
    "notice",
    "report",
    "transfer",
    "interview",
];
const TAGS: [&str; 40] = [
    "access",
    "advice",
    "audit",
    "bail",
    "breach",
    "budget",
    "cargo",
    "census",
    "consent",
    "costs",
    "counsel",
    "customs",
    "damages",
    "deadline",
    "delay",
    "disclosure",
    "discovery",
    "expert",
    "export",
    "forensics",
    "fraud",
    "funding",
    "harbour",
    "insurer",
    "invoice",
    "jury",
    "lease",
    "licence",
    "minutes",
    "notice",
    "permit",
    "press",
    "privilege",
    "quorum",
    "refund",
    "safety",
    "tender",
    "transcript",
    "valuation",
    "witness",
];
const FAMILY: [&str; 25] = [
    "Abara",
    "Bellweather",
    "Castellan",
    "Dray",
    "Eastlake",
    "Fenwick",
    "Garrow",
    "Harrow",
    "Ingram",
    "Jessop",
    "Kestrel",
    "Lindqvist",
    "Marchetti",
    "Northmoor",
    "Okafor",
    "Pell",
    "Quillan",
    "Rosqvist",
    "Sable",
    "Tollgate",
    "Umber",
    "Vane",
    "Whitlock",
    "Yarrow",
    "Zell",
];
const SECOND: [&str; 20] = [
    "Ada", "Bruno", "Clara", "David", "Estelle", "Freya", "Goran", "Hanna", "Ivo", "June", "Trust",
    "Shipping", "Bank", "Water", "Council", "Registry", "Holdings", "Partners", "Union", "Press",
];
const SUBJECTS: [&str; 10] = [
    "the disclosure of the survey",
    "the lease of the north quay",
    "costs of the first hearing",
    "the sealed valuation",
    "the second tender",
    "the minutes of the board",
    "interim payment",
    "the recall of the permit",
    "the expert's second report",
    "the transfer of the deposits",
];
const STATUSES: [&str; 5] = ["alleged", "reported", "confirmed", "disputed", "scheduled"];
const STANCES: [&str; 5] = ["reports", "alleges", "denies", "confirms", "rules"];
const SUM_KINDS: [&str; 6] = ["claimed", "offered", "settled", "fined", "awarded", "paid"];

/// An event to be made.
#[derive(Debug)]
pub struct Told {
    /// Its place in [`CASES`].
    pub case: usize,
    pub title: String,
    pub kind: &'static str,
    pub status: &'static str,
    /// EDTF; empty where undated.
    pub when: String,
    /// Places among the parties.
    pub parties: Vec<usize>,
    pub tags: Vec<String>,
    pub starred: bool,
    pub accounts: Vec<Version>,
}

/// An account to be made.
#[derive(Debug)]
pub struct Version {
    /// The place, among all papers, of the one that it cites.
    pub paper: usize,
    /// The words that it cites: they stand once in that paper.
    pub quote: String,
    pub asserted_by: String,
    pub stance: &'static str,
    /// EDTF; empty where undated.
    pub when: String,
    /// Kind, figure and currency.
    pub sum: Option<(&'static str, usize, &'static str)>,
}

/// A paper to be imported.
#[derive(Debug)]
pub struct Paper {
    pub title: String,
    pub text: String,
    pub source: &'static str,
    pub origin: String,
    /// EDTF.
    pub published: String,
    pub case: usize,
}

/// Everything.
#[derive(Debug)]
pub struct Story {
    pub events: Vec<Told>,
    pub papers: Vec<Paper>,
}

/// The name of a party: a person's where its number is even, an organisation's where it is odd.
pub fn party_name(number: usize) -> String {
    let half = SECOND.len() / 2;
    let (family, second) = (FAMILY[number % FAMILY.len()], number / FAMILY.len() % half);
    match number % 2 {
        0 => format!("{} {family}", SECOND[second]),
        _ => format!("{family} {}", SECOND[half + second]),
    }
    .replace(' ', if number < PARTIES / 2 { " " } else { " de " })
}

impl Story {
    /// Makes it all up, the same each time.
    pub fn new() -> Self {
        let mut chance = Chance(0x50_72_6F_6F_66);
        let events: Vec<Told> = (0..EVENTS).map(|number| told(number, &mut chance)).collect();
        let mut papers: Vec<Paper> = (0..PAPERS).map(|number| paper(number, &mut chance)).collect();
        for version in events.iter().flat_map(|event| &event.accounts) {
            let text = &mut papers[version.paper].text;
            text.push_str(&version.quote);
            text.push_str(" Nothing further was put on the record that day.\n\n");
        }
        Self { events, papers }
    }
}

fn told(number: usize, chance: &mut Chance) -> Told {
    let (kind, subject) = (chance.of(&KINDS), chance.of(&SUBJECTS));
    let parties = (0..chance.below(4)).map(|_| chance.below(PARTIES)).collect();
    let who = party_name(chance.below(PARTIES));
    let day = Day::any(chance);
    let when = day.written(chance);
    let sum = chance.happens(12).then(|| (chance.of(&SUM_KINDS), 1_000 * (1 + chance.below(90_000)), "EUR"));
    let (contradicted, only_alleged) = (chance.happens(6), chance.happens(12));
    let event = Told {
        case: number % CASES.len(),
        title: format!("{who}: {kind} on {subject}, no. {number}"),
        kind,
        status: chance.of(&STATUSES),
        when,
        parties,
        tags: (0..chance.below(4)).map(|_| chance.of(&TAGS).to_owned()).collect(),
        starred: chance.happens(2),
        accounts: Vec::new(),
    };
    let accounts = (0..ACCOUNTS_EACH).map(|nth| {
        let apart = contradicted && nth == 2;
        let when = if apart && !event.when.is_empty() { day.next().iso() } else { event.when.clone() };
        let sum =
            sum.map(|(kind, figure, currency)| (kind, if apart { figure + 500 } else { figure }, currency));
        let told = version(number, nth, &event.title, (when, sum), chance);
        if only_alleged { Version { stance: "alleges", ..told } } else { told }
    });
    Told { accounts: accounts.collect(), ..event }
}

fn version(
    number: usize,
    nth: usize,
    title: &str,
    (when, sum): (String, Option<(&'static str, usize, &'static str)>),
    chance: &mut Chance,
) -> Version {
    let entry = number * ACCOUNTS_EACH + nth;
    let asserted_by = party_name(chance.below(PARTIES));
    let figure = sum.map(|(_, figure, currency)| format!(" The sum named was {figure} {currency}."));
    Version {
        // A step without a common divisor: every paper is cited equally often, and no event cites one twice.
        paper: entry * 7_919 % PAPERS,
        quote: format!(
            "Entry {entry}: {asserted_by} said of “{title}” that it was so.{}",
            figure.unwrap_or_default()
        ),
        asserted_by,
        stance: if chance.happens(70) { "reports" } else { chance.of(&STANCES) },
        when,
        sum,
    }
}

fn paper(number: usize, chance: &mut Chance) -> Paper {
    let source = chance.of(&["Harbour Gazette", "Court record", "The Ledger Post", "Wire desk", "Own notes"]);
    let published = Day::any(chance).iso();
    Paper {
        title: format!("Paper {number} of the {source}"),
        text: format!("PAPER {number}\n{source}, {published}\n\n"),
        source,
        origin: if chance.happens(50) { format!("wire {}", chance.below(40)) } else { String::new() },
        published,
        case: number % CASES.len(),
    }
}
