//! The order of dates: three-valued between two of them, and one fixed order for lists.

use std::cmp::Ordering;

use chrono::{NaiveDateTime, NaiveTime};
use edtf_core::{Bound, BoundDate, Edtf, Modality, Relation, Time, TimeShift};

use super::When;

/// An answer that may not be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// It is so, whatever the dates turn out to be.
    Yes,
    /// It may be so.
    Possibly,
    /// It cannot be so.
    No,
}

impl When {
    /// Whether this is before `other`. Undated is possibly before anything.
    ///
    /// Bounds decide, to the day; on one day two times of day do, where both are known. A qualification
    /// (`~`, `?`) does not widen the bounds (ISO 8601-2, 8.4.2).
    pub fn is_before(&self, other: &Self) -> Truth {
        let (Some(one), Some(two)) = (self.value(), other.value()) else { return Truth::Possibly };
        if let (Some(one), Some(two)) = (instant(one), instant(two))
            && self.earliest() == other.earliest()
        {
            return if one < two { Truth::Yes } else { Truth::No };
        }
        match one.relation(two).modality(Relation::Before) {
            Modality::Definite => Truth::Yes,
            Modality::Possible => Truth::Possibly,
            Modality::Impossible => Truth::No,
        }
    }

    /// Whether no day can be both dates: the one sign that two accounts contradict each other in time.
    /// What is undated contradicts nothing.
    pub fn excludes(&self, other: &Self) -> bool {
        let (Some(one), Some(two)) = (self.value(), other.value()) else { return false };
        let relations = one.relation(two);
        relations.is_definite(Relation::Before) || relations.is_definite(Relation::After)
    }

    /// The order of lists: by the earliest day (by the latest where the start is open), the surer before
    /// the vaguer, then by time of day; what is undated comes last. Never contradicts [`When::is_before`].
    pub fn list_order(&self, other: &Self) -> Ordering {
        self.list_key().cmp(&other.list_key())
    }

    /// The order of lists as bytes, for who sorts without reading the dates: they compare as [`When::list_order`] does.
    pub fn sort_key(&self) -> Vec<u8> {
        let (undated, start, end, qualified, time) = self.list_key();
        let mut key = vec![u8::from(undated)];
        for day in [start, end] {
            key.extend(ordered(day.year));
            key.extend([day.month, day.day]);
        }
        key.extend([u8::from(qualified), u8::from(time.is_some())]);
        key.extend(time.map(|time| ordered(time.and_utc().timestamp())).unwrap_or_default());
        key
    }

    fn list_key(&self) -> (bool, BoundDate, BoundDate, bool, Option<NaiveDateTime>) {
        let bounds = self.value().map(Edtf::bounds);
        let (earliest, latest) =
            bounds.map_or((None, None), |bounds| (known(bounds.earliest), known(bounds.latest)));
        let start = earliest.or(latest).unwrap_or(LAST);
        let end = latest.unwrap_or(LAST);
        let undated = earliest.is_none() && latest.is_none();
        let time = self.value().and_then(|value| instant(value).or_else(|| local_time(value)));
        (undated, start, end, self.is_qualified(), time)
    }
}

/// After every day that EDTF can hold.
const LAST: BoundDate = BoundDate { year: i64::MAX, month: 12, day: 31 };

/// A number as bytes that compare as the number does.
const fn ordered(number: i64) -> [u8; 8] {
    (number ^ i64::MIN).to_be_bytes()
}

const fn known(bound: Bound) -> Option<BoundDate> {
    match bound {
        Bound::Date(day) => Some(day),
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => None,
    }
}

/// The moment on the clock of its place, where the zone is not known.
fn local_time(value: &Edtf) -> Option<NaiveDateTime> {
    let Edtf::DateTime(at) = value else { return None };
    Some(super::bound(value.bounds().earliest)?.and_time(wall_clock(at.time)?))
}

fn wall_clock(time: Time) -> Option<NaiveTime> {
    // A leap second (60) has no place on chrono's clock: it is the second before.
    NaiveTime::from_hms_opt(time.hour.into(), time.minute.into(), time.second.min(59).into())
}

/// The moment on the UTC axis, where a value has a time of day with a shift.
fn instant(value: &Edtf) -> Option<NaiveDateTime> {
    let Edtf::DateTime(at) = value else { return None };
    let day = super::bound(value.bounds().earliest)?;
    let minutes = match at.time.shift? {
        TimeShift::Utc => 0,
        TimeShift::Offset { minutes, .. } => minutes,
    };
    day.and_time(wall_clock(at.time)?).checked_sub_signed(chrono::TimeDelta::minutes(minutes.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(text: &str) -> When {
        When::parse(text).unwrap()
    }

    #[test]
    fn the_order_of_two_dates_is_yes_possibly_or_no() {
        let check = |one: &str, two: &str, expect| {
            assert_eq!(when(one).is_before(&when(two)), expect, "{one} before {two}");
        };
        check("2020", "2021-01-01", Truth::Yes);
        check("2021-01-01", "2020", Truth::No);
        check("2021", "2021-02", Truth::Possibly);
        check("2021-02", "2021-02", Truth::Possibly);
        check("2021-02-01", "2021-02-01", Truth::No);
        check("", "2021", Truth::Possibly);
        check("[..2018-05-24]", "2018-05-25", Truth::Yes);
        check("2020-08-04T10:30:00Z", "2020-08-04T10:31:00Z", Truth::Yes);
        check("2020-08-04T10:30:00-05:00", "2020-08-04T10:31:00Z", Truth::No);
        // Their days decide, though the second was earlier on the clock of UTC.
        check("2020-08-04T23:00:00-05:00", "2020-08-05T01:00:00Z", Truth::Yes);
        check("2020-08-05T01:00:00Z", "2020-08-04T23:00:00-05:00", Truth::No);
    }

    #[test]
    fn lists_put_the_sure_before_the_vague_and_the_undated_last() {
        let mut dates = ["", "2020", "2020-01", "2021-02~", "2021-02", "2018-05-25/..", "[..2018-05-24]"]
            .map(when)
            .to_vec();
        dates.sort_by(When::list_order);
        let order: Vec<_> = dates.iter().map(When::edtf).collect();
        assert_eq!(order, ["[..2018-05-24]", "2018-05-25/..", "2020-01", "2020", "2021-02", "2021-02~", ""]);
    }

    #[test]
    fn two_times_on_one_day_are_listed_in_the_order_of_their_moments() {
        let (london, new_york) = (when("2020-08-04T10:30:00+01:00"), when("2020-08-04T08:00:00-04:00"));
        assert_eq!(london.is_before(&new_york), Truth::Yes);
        assert_eq!(london.list_order(&new_york), Ordering::Less);
    }

    #[test]
    fn years_beyond_the_calendar_are_in_order() {
        let (one, two) = (when("Y262143?"), when("Y262144"));
        assert_eq!(one.is_before(&two), Truth::Yes);
        assert_eq!(one.list_order(&two), Ordering::Less);
    }

    #[test]
    fn only_dates_without_a_common_day_exclude_each_other() {
        assert!(when("2020-12").excludes(&when("2021")));
        assert!(!when("2020-12").excludes(&when("2020")));
        assert!(!when("").excludes(&when("2020")));
    }
}
