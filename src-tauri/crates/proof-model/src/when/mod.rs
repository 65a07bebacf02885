//! When something happened: an EDTF value (ISO 8601-2:2019, levels 0 to 2) and never more than that.

mod display;
mod order;

use std::{fmt, str::FromStr};

use chrono::NaiveDate;
use chrono_tz::Tz;
use edtf_core::{Bound, BoundDate, Date, Edtf, SetKind};
use serde::{Deserialize, Serialize};

pub use order::Truth;

/// A date as it is known: a day, a month, a season, one of several, a range with open ends, or nothing.
///
/// Two readings of a range are kept apart. An interval (`2020-08-01/2020-08-04`) lasted; a set of one
/// member (`[2020-08-01..2020-08-04]`) is one unknown day among those.
///
/// A date with a time of day may name its zone after it as in RFC 9557:
/// `2020-08-04T10:30:00+01:00[Europe/London]`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct When {
    value: Option<Edtf>,
    zone: Option<Tz>,
}

/// What a date is drawn as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// One known day.
    Day,
    /// One unknown moment between the bounds.
    Within,
    /// It lasted from the earliest to the latest day.
    Span,
    /// No date.
    Undated,
}

/// Text that is no EDTF value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{text}” is not a date that EDTF can hold: {reason}, at character {column}. \
     Write it like 2021-02-25, 2021-02, 2019~ or [2020-08-01..2020-08-04]"
)]
pub struct WhenError {
    /// The text that was given.
    pub text: String,
    /// What is wrong with it.
    pub reason: String,
    /// The character at which reading stopped, from 1.
    pub column: usize,
}

impl When {
    /// No date is known.
    pub const UNDATED: Self = Self { value: None, zone: None };

    /// Reads EDTF, with an optional zone in square brackets after a time of day. Empty text is undated.
    ///
    /// # Errors
    /// [`WhenError`] with the character at which reading stopped.
    pub fn parse(text: &str) -> Result<Self, WhenError> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Ok(Self::UNDATED);
        }
        let (date, zone) = split_zone(trimmed)?;
        let value = Edtf::parse(date).map_err(|error| WhenError {
            text: trimmed.to_owned(),
            reason: error.message.to_owned(),
            column: trimmed[..error.offset.min(trimmed.len())].chars().count() + 1,
        })?;
        Ok(Self { value: Some(value), zone })
    }

    /// One day.
    pub fn day(day: NaiveDate) -> Self {
        Self::parse(&day.format("%Y-%m-%d").to_string()).unwrap_or_default()
    }

    /// The EDTF text, canonical; empty where undated.
    pub fn edtf(&self) -> String {
        let date = self.value.as_ref().map(ToString::to_string).unwrap_or_default();
        self.zone.map_or_else(|| date.clone(), |zone| format!("{date}[{zone}]"))
    }

    /// Whether no date is known.
    pub const fn is_undated(&self) -> bool {
        self.value.is_none()
    }

    /// The earliest day that it can be; none where that is open or unknown.
    pub fn earliest(&self) -> Option<NaiveDate> {
        bound(self.value.as_ref()?.bounds().earliest)
    }

    /// The latest day that it can be; none where that is open or unknown.
    pub fn latest(&self) -> Option<NaiveDate> {
        bound(self.value.as_ref()?.bounds().latest)
    }

    /// Whether its source marks it as approximate (`~`) or uncertain (`?`).
    pub fn is_qualified(&self) -> bool {
        self.value.as_ref().is_some_and(|value| value.is_approximate() || value.is_uncertain())
    }

    /// What it is drawn as. Nothing imprecise is ever [`Extent::Day`].
    pub fn extent(&self) -> Extent {
        match &self.value {
            None => Extent::Undated,
            Some(Edtf::Interval(_)) => Extent::Span,
            Some(Edtf::Set(set)) if set.kind == SetKind::AllMembers => Extent::Span,
            Some(Edtf::Date(date)) if is_exact_day(date) => Extent::Day,
            Some(Edtf::DateTime(_)) => Extent::Day,
            Some(_) => Extent::Within,
        }
    }

    pub(crate) const fn value(&self) -> Option<&Edtf> {
        self.value.as_ref()
    }

    pub(crate) const fn zone(&self) -> Option<Tz> {
        self.zone
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&display::words(self))
    }
}

impl FromStr for When {
    type Err = WhenError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl Serialize for When {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.edtf())
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// Takes a trailing `[Area/City]` off a date with a time of day.
fn split_zone(text: &str) -> Result<(&str, Option<Tz>), WhenError> {
    let Some((date, rest)) = text.split_once('[').filter(|(date, _)| date.contains('T')) else {
        return Ok((text, None));
    };
    rest.strip_suffix(']').and_then(|name| name.parse().ok()).map(|zone| (date, Some(zone))).ok_or_else(
        || WhenError {
            text: text.to_owned(),
            reason: "a zone such as [Europe/London] is expected after the time".to_owned(),
            column: date.chars().count() + 1,
        },
    )
}

pub(crate) fn bound(bound: Bound) -> Option<NaiveDate> {
    match bound {
        Bound::Date(BoundDate { year, month, day }) => {
            NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month.into(), day.into())
        }
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => None,
    }
}

fn is_exact_day(date: &Date) -> bool {
    date.day.is_some() && !date.has_unspecified() && !date.is_approximate() && !date.is_uncertain()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_the_bounds_that_its_words_allow() {
        let check = |text: &str, expect: (&str, &str)| {
            let when = When::parse(text).unwrap();
            let show = |day: Option<NaiveDate>| day.map_or_else(|| "..".to_owned(), |day| day.to_string());
            assert_eq!((&*show(when.earliest()), &*show(when.latest())), expect, "{text}");
        };
        check("2021-02", ("2021-02-01", "2021-02-28"));
        check("2019~", ("2019-01-01", "2019-12-31"));
        check("[2020-08-01..2020-08-04]", ("2020-08-01", "2020-08-04"));
        check("[..2018-05-24]", ("..", "2018-05-24"));
        check("2018-05-25/..", ("2018-05-25", ".."));
        check("2020-08-04T10:30:00Z", ("2020-08-04", "2020-08-04"));
        check("", ("..", ".."));
    }

    #[test]
    fn only_a_known_day_is_a_day() {
        let check = |text: &str, expect| assert_eq!(When::parse(text).unwrap().extent(), expect, "{text}");
        check("2020-08-04", Extent::Day);
        check("2020-08-04T10:30:00Z", Extent::Day);
        check("2020-08-04~", Extent::Within);
        check("2020-08-XX", Extent::Within);
        check("2020-08", Extent::Within);
        check("[2020-08-01..2020-08-04]", Extent::Within);
        check("2020-08-01/2020-08-04", Extent::Span);
        check("", Extent::Undated);
    }

    #[test]
    fn what_edtf_cannot_hold_is_refused_with_its_place() {
        let check = |text: &str, column| assert_eq!(When::parse(text).unwrap_err().column, column, "{text}");
        check("2021-13", 6);
        check("yesterday", 1);
        check("2020-08-04T10:30:00+01:00[London]", 26);
    }

    #[test]
    fn a_zone_survives_being_written_and_read() {
        let text = "2020-08-04T10:30:00+01:00[Europe/London]";
        assert_eq!(When::parse(text).unwrap().edtf(), text);
    }
}
