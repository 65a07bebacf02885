//! What a language lends the reader of dates: its words, each with the sense that the grammar works with.

use chrono::Weekday;

/// The words of one language. The grammar knows senses only, so a language joins by filling this in.
///
/// Words are lower case and without the dots of abbreviations; a phrase of several words is written with
/// single spaces. Where two phrases begin alike, the longer is tried first.
pub(super) struct Language {
    /// January first.
    pub months: [&'static [&'static str]; 12],
    /// Monday first.
    pub weekdays: [&'static [&'static str]; 7],
    /// Spring first.
    pub seasons: [&'static [&'static str]; 4],
    /// One first.
    pub counts: &'static [&'static str],
    /// First, first.
    pub ordinals: &'static [&'static str],
    /// What follows the digits of an ordinal, as the letters of 4th.
    pub ordinal_endings: &'static [&'static str],
    /// What follows the digits of a decade, as the letter of 1990s.
    pub decade_endings: &'static [&'static str],
    /// Places and abbreviations that name a zone. Cities of the tz database need no entry.
    pub zones: &'static [(&'static str, &'static [ZoneWord])],
    /// Every other phrase.
    pub phrases: &'static [(&'static str, Sense)],
}

/// What a phrase means to the grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    Month(u8),
    Weekday(Weekday),
    /// The EDTF code, 21 to 24.
    Season(u8),
    /// What a hemisphere adds to the code of a season.
    Hemisphere(u8),
    Count(u8),
    /// “A”, where it stands for one.
    Article,
    Ordinal(u8),
    OrdinalEnding,
    DecadeEnding,
    Unit(Unit),
    Part(Part),
    About,
    /// “Or so”, after its date.
    AboutAfter,
    Perhaps,
    Before,
    By,
    Until,
    After,
    OnOrAfter,
    Since,
    From,
    /// After the date of “from”, for an open end.
    Onwards,
    Between,
    And,
    Or,
    To,
    DayUnknown,
    MonthUnknown,
    StartUnknown,
    EndUnknown,
    Undated,
    Last,
    This,
    Next,
    /// So many days from the day of the source.
    Days(i8),
    Ago,
    Earlier,
    Later,
    WeekOf,
    Of,
    /// Morning, evening.
    PartOfDay,
    /// A word that only leads to a date: in, on, the.
    Filler,
    QuarterMark,
    HalfMark,
    TimeMark,
    Am,
    Pm,
    Noon,
    Midnight,
    /// A word that follows a zone and adds nothing.
    ZoneTail,
    Era(Era),
    Zone(&'static [ZoneWord]),
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// One of three parts of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Early,
    Mid,
    Late,
    /// Its last days, whose own end is the end of the whole.
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Era {
    BeforeChrist,
    AnnoDomini,
}

/// What a zone word stands for. An abbreviation is an offset, in minutes east of UTC: it says whether it is
/// summer; a place is a zone of the tz database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ZoneWord {
    Utc,
    Offset(i16),
    Named(&'static str),
}

const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// The most words that a phrase has.
pub(super) const LONGEST_PHRASE: usize = 5;

impl Language {
    /// The sense of a phrase in lower case.
    pub(super) fn sense(&self, phrase: &str) -> Option<Sense> {
        let listed =
            |list: &[&[&str]]| (1..).zip(list).find(|(_, words)| words.contains(&phrase)).map(|(n, _)| n);
        let placed = |list: &[&str]| (1..).zip(list).find(|(_, word)| **word == phrase).map(|(n, _)| n);
        let weekday = || {
            let found = WEEKDAYS.iter().zip(&self.weekdays).find(|(_, words)| words.contains(&phrase));
            found.map(|(day, _)| Sense::Weekday(*day))
        };
        let phrases = || self.phrases.iter().find(|(known, _)| *known == phrase).map(|(_, sense)| *sense);
        let zone =
            || self.zones.iter().find(|(known, _)| *known == phrase).map(|(_, zone)| Sense::Zone(zone));
        listed(&self.months)
            .map(Sense::Month)
            .or_else(weekday)
            .or_else(|| listed(&self.seasons).map(|season: u8| Sense::Season(season + 20)))
            .or_else(|| placed(self.counts).map(Sense::Count))
            .or_else(|| placed(self.ordinals).map(Sense::Ordinal))
            .or_else(phrases)
            .or_else(zone)
    }

    /// Every single word that it knows, for finding the nearest to one that it does not.
    pub(super) fn vocabulary(&self) -> impl Iterator<Item = &'static str> {
        let lists =
            self.months.iter().chain(&self.weekdays).chain(&self.seasons).flat_map(|words| words.iter());
        lists
            .chain(self.counts)
            .chain(self.ordinals)
            .copied()
            .chain(self.phrases.iter().map(|(phrase, _)| *phrase))
            .flat_map(|phrase| phrase.split(' '))
    }
}
