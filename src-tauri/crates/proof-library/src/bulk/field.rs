//! The fields that columns fill, and which column seems to fill which.

use super::spec::{ACCOUNTS, EVENTS, Spec};

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TableOf {
    /// Events.
    Events,
    /// Accounts: one source's version of an event each.
    Accounts,
}

/// A field that a column can fill, or that an export writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// What the table calls the row's event or account.
    Key,
    /// An event's case.
    Case,
    /// The date, in EDTF or as people write it.
    Date,
    /// The date in words; written only.
    DateInWords,
    /// What happened.
    Title,
    /// A short free word.
    Kind,
    /// How firmly an event stands.
    Status,
    /// Who took part.
    People,
    /// Tags.
    Tags,
    /// Whether an event bears a star.
    Star,
    /// What an event rests on; written only.
    RestsOn,
    /// On what its accounts contradict each other; written only.
    InConflict,
    /// An account's event.
    Event,
    /// The title of an account's event; written only.
    EventTitle,
    /// Who asserts an account.
    AssertedBy,
    /// How they stand to it.
    Stance,
    /// The date in the source's words.
    Stated,
    /// The document that an account cites.
    Document,
    /// The page of the file.
    Page,
    /// The passage.
    Quote,
    /// The sums that an account states.
    Sums,
    /// Numbers of people or things.
    Numbers,
}

impl TableOf {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Events, Self::Accounts];

    /// The word for it at the wire, which an export's sheet bears with a capital.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Accounts => "accounts",
        }
    }

    /// The name of an export's sheet.
    pub(super) const fn sheet(self) -> &'static str {
        match self {
            Self::Events => "Events",
            Self::Accounts => "Accounts",
        }
    }

    /// What a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|of| of.as_str() == word)
    }

    /// Every field, in the order of an export's columns.
    pub(super) const fn specs(self) -> &'static [Spec] {
        match self {
            Self::Events => EVENTS,
            Self::Accounts => ACCOUNTS,
        }
    }

    /// The fields that columns can fill.
    pub fn fields(self) -> impl Iterator<Item = &'static Spec> {
        self.specs().iter().filter(|spec| spec.is_read())
    }

    /// The field that a mapping names.
    pub(super) fn field(self, name: &str) -> Option<Field> {
        self.fields().find(|spec| spec.name == name).map(|spec| spec.field)
    }

    /// What a field is called.
    pub fn spec(self, field: Field) -> Option<&'static Spec> {
        self.specs().iter().find(|spec| spec.field == field)
    }

    /// The field that each column seems to fill, each field at most once: by the title of an export, else by what others
    /// call it.
    pub(super) fn suggest(self, columns: &[String]) -> Vec<Option<Field>> {
        let heads: Vec<String> = columns.iter().map(|column| plain(column)).collect();
        let mut found: Vec<Option<Field>> = heads
            .iter()
            .map(|head| self.by(|spec| plain(spec.title) == *head || plain(spec.name) == *head))
            .collect();
        for at in 0..found.len() {
            let earlier = found[..at].contains(&found[at]);
            if earlier || found[at].is_none() {
                let other = self.by(|spec| spec.also.contains(&&*heads[at]));
                found[at] = other.filter(|_| !found.contains(&other));
            }
        }
        let is_read = |field: &Field| self.spec(*field).is_some_and(Spec::is_read);
        found.into_iter().map(|field| field.filter(is_read)).collect()
    }

    /// What a sheet seems to hold: what its name says, else that of which it fills more fields.
    pub(super) fn guess(sheet: &str, columns: &[String]) -> Self {
        let named = Self::ALL.into_iter().find(|of| plain(sheet) == of.as_str());
        let fits = |of: Self| of.suggest(columns).into_iter().flatten().count();
        let fuller = if fits(Self::Accounts) > fits(Self::Events) { Self::Accounts } else { Self::Events };
        named.unwrap_or(fuller)
    }

    fn by(self, fits: impl Fn(&Spec) -> bool) -> Option<Field> {
        self.specs().iter().find(|spec| fits(spec)).map(|spec| spec.field)
    }
}

/// Small letters and digits, words parted by single spaces.
fn plain(head: &str) -> String {
    let signs = head.chars().map(|sign| if sign.is_alphanumeric() { sign } else { ' ' });
    let words: String = signs.collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggested(of: TableOf, heads: &[&str]) -> Vec<&'static str> {
        let heads: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
        let name = |field: Option<Field>| field.and_then(|field| of.spec(field)).map_or("", |spec| spec.name);
        of.suggest(&heads).into_iter().map(name).collect()
    }

    #[test]
    fn columns_are_matched_by_what_people_call_them() {
        let check =
            |of, heads: &[&str], expect: &[&str]| assert_eq!(suggested(of, heads), expect, "{heads:?}");
        let events = TableOf::Events;
        check(events, &["Ref.", "MATTER", "When", "What happened?"], &["key", "case", "date", "title"]);
        check(events, &["Description", "Title", "Who", "Issues"], &["", "title", "people", "tags"]);
        check(events, &["Date", "When", "Date in words", "Rests on"], &["date", "", "", ""]);
        check(events, &["Colour", "", "Event-Type"], &["", "", "kind"]);
        let accounts = TableOf::Accounts;
        check(
            accounts,
            &["Event", "Source", "Quantities", "p."],
            &["event", "asserted_by", "numbers", "page"],
        );
        check(accounts, &["Date as stated", "Date", "Amounts"], &["stated", "date", "sums"]);
    }

    #[test]
    fn an_exports_own_columns_fill_their_fields() {
        for of in TableOf::ALL {
            let titles: Vec<String> = of.specs().iter().map(|spec| spec.title.to_owned()).collect();
            let expect: Vec<_> = of.specs().iter().map(|spec| spec.is_read().then_some(spec.field)).collect();
            assert_eq!(of.suggest(&titles), expect);
            assert_eq!(TableOf::guess("", &titles), of);
        }
        assert_eq!(TableOf::guess("Accounts", &[]), TableOf::Accounts);
    }
}
