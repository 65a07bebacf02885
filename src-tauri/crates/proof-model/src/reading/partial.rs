//! What has been read of one date so far, and what it settles to.

use chrono::{Datelike, NaiveDate, Weekday};
use chrono_tz::Tz;
use edtf_core::{Date, Edtf, Qualifier};

use super::language::{Part, Unit};
use crate::When;

/// The parts of a date that its words name. What they leave out is filled from the other end of a range, or
/// from the date of the source.
#[derive(Debug, Clone, Default)]
pub(super) struct Partial {
    /// Its tokens.
    pub from: usize,
    pub to: usize,
    pub day: Option<u8>,
    /// 1 to 12, or an EDTF code from 21 for a season, a quarter, a third or a half.
    pub month: Option<u8>,
    /// Astronomical: 44 BC is -43.
    pub year: Option<i64>,
    pub weekday: Option<Weekday>,
    /// Weeks from the week of the source.
    pub week: Option<i64>,
    pub part: Option<Part>,
    /// The n-th week, day or half of what the rest names; 0 is the last.
    pub nth: Option<(Unit, u8)>,
    pub clock: Option<Clock>,
    /// Settled by its words alone.
    pub whole: Option<Value>,
    /// “Earlier this year”: holds unless more is said.
    pub within: Option<(NaiveDate, NaiveDate)>,
    pub blank: Option<Blank>,
    /// “By Friday” may be the next as well as the last.
    pub ahead: bool,
    pub side: Option<Side>,
    pub qualifier: Qualifier,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Blank {
    Day,
    Month,
}

/// “Or before”, “or after”.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

/// A time of day, with every zone that its words can mean; none where none was named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clock {
    pub hour: u32,
    pub minute: u32,
    /// 60 on a leap second.
    pub second: u32,
    /// Midnight at the end of its day.
    pub next_day: bool,
    pub zones: Vec<Zone>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    Utc,
    /// Minutes east of UTC.
    Offset(i32),
    Named(Tz),
}

/// What one date is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Date(Date),
    /// One unknown day of these.
    Within(NaiveDate, NaiveDate),
    /// One unknown year of these.
    Years(i64, i64),
    /// From one year to another.
    Span(i64, i64),
    Moment(NaiveDate, When),
}

impl Partial {
    /// Whether nothing but a time of day and doubt has been read.
    pub(super) fn has_no_date(&self) -> bool {
        self.day.is_none()
            && self.weekday.is_none()
            && self.part.is_none()
            && self.nth.is_none()
            && self.blank.is_none()
            && self.has_no_calendar()
    }

    /// Whether neither a month nor a year nor a whole date has been read.
    pub(super) const fn has_no_calendar(&self) -> bool {
        self.month.is_none()
            && self.year.is_none()
            && self.week.is_none()
            && self.whole.is_none()
            && self.within.is_none()
    }

    /// Takes what it lacks from a neighbour: “1” from “4 August 2020”.
    pub(super) fn fill_from(&mut self, other: &Self) {
        let settled = self.whole.is_some() || self.week.is_some() || self.within.is_some();
        if settled || (self.weekday.is_some() && self.day.is_none()) {
            return;
        }
        let only_clock = self.has_no_date() && self.clock.is_some();
        let lacks_month = self.day.is_some() || only_clock || (self.part.is_some() && self.year.is_none());
        if self.month.is_none() && lacks_month {
            self.month = other.month;
        }
        if only_clock {
            self.day = other.day;
            self.whole.clone_from(&other.whole);
        }
        self.year = self.year.or(other.year);
    }
}

/// The EDTF date of these numbers; none where no such day is.
pub(super) fn date(year: i64, month: Option<u8>, day: Option<u8>) -> Option<Date> {
    let mut text = year_text(year);
    for field in [month, day].into_iter().flatten() {
        text = format!("{text}-{field:02}");
    }
    parse_date(&text)
}

pub(super) fn year_text(year: i64) -> String {
    match year {
        0..=9999 => format!("{year:04}"),
        -9999..=-1 => format!("-{:04}", -year),
        _ => format!("Y{year}"),
    }
}

pub(super) fn parse_date(text: &str) -> Option<Date> {
    match Edtf::parse(text) {
        Ok(Edtf::Date(date)) => Some(date),
        _ => None,
    }
}

pub(super) fn day_date(day: NaiveDate) -> Option<Date> {
    let field = |number: u32| u8::try_from(number).ok();
    date(day.year().into(), field(day.month()), field(day.day()))
}

/// The earliest and the latest day of a date, where chrono's calendar holds them.
pub(super) fn bounds(date: Date) -> Option<(NaiveDate, NaiveDate)> {
    let bounds = Edtf::Date(date).bounds();
    Some((crate::when::bound(bounds.earliest)?, crate::when::bound(bounds.latest)?))
}

/// Marks a date as doubtful, over what it already is.
pub(super) fn qualified(mut date: Date, doubt: Qualifier) -> Date {
    let mark = |qualifier: &mut Qualifier| {
        qualifier.uncertain |= doubt.uncertain;
        qualifier.approximate |= doubt.approximate;
    };
    mark(&mut date.year.qualifier);
    date.month.iter_mut().for_each(|month| mark(&mut month.qualifier));
    date.day.iter_mut().for_each(|day| mark(&mut day.qualifier));
    date
}
