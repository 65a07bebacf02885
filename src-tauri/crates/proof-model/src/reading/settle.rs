//! From the parts of one date to what it is.

use chrono::{Datelike, NaiveDate, NaiveTime, Offset, TimeDelta, TimeZone};
use edtf_core::{Date, Precision, Qualifier, YearKind};

use super::{
    Reading,
    explain::explanation,
    language::{Part, Unit},
    parser::{Choice, Fault, Parser},
    partial::{Blank, Clock, Partial, Value, Zone, bounds, date, day_date, parse_date, qualified, year_text},
    relative::{Direction, week, weekday_of},
};
use crate::When;

impl Parser<'_> {
    /// What a date is, with its doubt and its time of day.
    pub(super) fn settle(&self, partial: &Partial) -> Result<Value, Fault> {
        let value = self.day_or_more(partial)?;
        if let Some(clock) = &partial.clock {
            return self.moment(partial, clock, &value);
        }
        if partial.qualifier == Qualifier::default() {
            return Ok(value);
        }
        if let Value::Date(date) = value {
            return Ok(Value::Date(qualified(date, partial.qualifier)));
        }
        self.note_lost_doubt();
        Ok(value)
    }

    pub(super) fn note_lost_doubt(&self) {
        self.note("its doubt has no sign of its own here: the range stands for it");
    }

    fn day_or_more(&self, partial: &Partial) -> Result<Value, Fault> {
        if let Some((first, last)) = partial.within.filter(|_| partial.day.is_none()) {
            return self.part_of_days(partial, first, last);
        }
        if let Some(whole) = &partial.whole {
            return self.part_of_whole(partial, whole);
        }
        if let Some(weeks) = partial.week {
            return self.day_of_week(partial, weeks);
        }
        let only_weekday = partial.day.is_none() && partial.has_no_calendar() && partial.nth.is_none();
        match partial.weekday {
            Some(weekday) if only_weekday => {
                let today = self.reference(partial.from, partial.to)?;
                let ahead = partial.ahead && self.ask(Choice::YearFurther);
                let day = weekday_of(today, weekday, ahead.then_some(Direction::Next));
                let date = self.known(partial, day.and_then(day_date))?;
                self.part_of_whole(partial, &Value::Date(date))
            }
            Some(_) if partial.day.is_none() && partial.nth.is_none() => {
                Err(self.fault(partial.from, "the day of the month is missing"))
            }
            _ => self.calendar(partial),
        }
    }

    fn known<T>(&self, partial: &Partial, value: Option<T>) -> Result<T, Fault> {
        value.ok_or_else(|| self.fault(partial.from, "EDTF cannot hold that date"))
    }

    fn day_of_week(&self, partial: &Partial, weeks: i64) -> Result<Value, Fault> {
        let today = self.reference(partial.from, partial.to)?;
        let (monday, sunday) = self.known(partial, week(today, weeks))?;
        let Some(weekday) = partial.weekday else { return self.part_of_days(partial, monday, sunday) };
        let day = monday + TimeDelta::days(weekday.num_days_from_monday().into());
        self.known(partial, day_date(day)).map(Value::Date)
    }

    /// A day, a month or a year of the calendar, or a part of one.
    fn calendar(&self, partial: &Partial) -> Result<Value, Fault> {
        if partial.month.is_none() && partial.day.is_some() && partial.year.is_some() {
            return Err(self.fault(partial.from, "the month is missing"));
        }
        if partial.month.is_some_and(|month| month > 12) && partial.day.is_some() {
            return Err(self.fault(partial.from, "a season or a part of a year has no day of its own"));
        }
        let (year, month) = self.year_and_month(partial)?;
        if let Some(blank) = partial.blank {
            return self.masked(partial, year, blank);
        }
        if let Some(day) = partial.day {
            let date =
                date(year, month, Some(day)).ok_or_else(|| self.no_such_day(partial, year, month, day))?;
            self.check_weekday(partial, date)?;
            return Ok(Value::Date(date));
        }
        let whole = self.known(partial, date(year, month, None))?;
        match partial.nth {
            Some((Unit::Half, number)) if month.is_none() => {
                self.known(partial, date(year, Some(39 + number), None)).map(Value::Date)
            }
            Some((unit, number)) => self.nth_of(partial, whole, unit, number),
            None => self.part_of_whole(partial, &Value::Date(whole)),
        }
    }

    /// The year and the month, from the day of the source where the words leave them out.
    fn year_and_month(&self, partial: &Partial) -> Result<(i64, Option<u8>), Fault> {
        if let Some(year) = partial.year {
            return Ok((year, partial.month));
        }
        if partial.day.is_none() && partial.month.is_none() {
            return Err(self.fault(partial.from, "there is no date in it"));
        }
        let today = self.reference(partial.from, partial.to)?;
        if let (Some(month), None) = (partial.month, partial.day) {
            let ahead = partial.ahead && self.ask(Choice::YearFurther);
            return Ok((self.year_of(month, None, today) + i64::from(ahead), Some(month)));
        }
        let fits = |day: &NaiveDate| {
            partial.day.is_some_and(|number| u32::from(number) == day.day())
                && partial.month.is_none_or(|number| u32::from(number) == day.month())
        };
        // Eight years and a leap day: 29 February can be no further back.
        let found = today.iter_days().rev().take(366 * 8 + 1).find(fits);
        let day = found.ok_or_else(|| {
            let month = partial.month.unwrap_or_default();
            self.no_such_day(partial, today.year().into(), Some(month), partial.day.unwrap_or_default())
        })?;
        Ok((day.year().into(), u8::try_from(day.month()).ok()))
    }

    fn no_such_day(&self, partial: &Partial, year: i64, month: Option<u8>, day: u8) -> Fault {
        let whole = date(year, month, None);
        let words = whole.map(|whole| reading(&Value::Date(whole)));
        let name = words.as_ref().map_or_else(|| "the month".to_owned(), |reading| reading.when.to_string());
        let mut at = self.column(partial.from);
        if let Some(token) = (partial.from..partial.to).find(|token| self.is_number(*token, day)) {
            at = self.column(token);
        }
        Fault::Unreadable { at, reason: format!("{name} has no day {day}"), nearest: words.map(Box::new) }
    }

    fn is_number(&self, token: usize, number: u8) -> bool {
        let kind = self.tokens.get(token).map(|token| token.kind);
        matches!(kind, Some(super::token::Kind::Number { value, .. }) if value == u32::from(number))
    }

    fn check_weekday(&self, partial: &Partial, date: Date) -> Result<(), Fault> {
        let (Some(weekday), Some((day, _))) = (partial.weekday, bounds(date)) else { return Ok(()) };
        if day.weekday() == weekday {
            return Ok(());
        }
        Err(Fault::Unreadable {
            at: self.column(partial.from),
            reason: format!("{} was a {}", When::day(day), day.format("%A")),
            nearest: Some(Box::new(reading(&Value::Date(date)))),
        })
    }

    fn masked(&self, partial: &Partial, year: i64, blank: Blank) -> Result<Value, Fault> {
        let year = year_text(year);
        let text = match (blank, partial.month) {
            (Blank::Month, None) => format!("{year}-XX"),
            (Blank::Day, None) => format!("{year}-XX-XX"),
            (Blank::Day, Some(month)) => format!("{year}-{month:02}-XX"),
            (Blank::Month, Some(_)) => return Err(self.fault(partial.from, "the month is given")),
        };
        self.known(partial, parse_date(&text)).map(Value::Date)
    }

    /// The first week of a month, the second half of one, the last day of a year.
    fn nth_of(&self, partial: &Partial, whole: Date, unit: Unit, number: u8) -> Result<Value, Fault> {
        let (first, last) = self.known(partial, bounds(whole))?;
        let days = (last - first).num_days() + 1;
        let (from, to) = match (unit, number) {
            (Unit::Half, 1) => (0, 14),
            (Unit::Half, _) => (15, days - 1),
            (Unit::Week, 0) => (days - 7, days - 1),
            (Unit::Week, number) => (i64::from(number) * 7 - 7, (i64::from(number) * 7 - 1).min(days - 1)),
            (_, 0) => (days - 1, days - 1),
            (_, number) => (i64::from(number) - 1, i64::from(number) - 1),
        };
        if from > to || to >= days || (unit == Unit::Half && whole.precision() != Precision::Month) {
            return Err(self.fault(partial.from, "there is no such part of it"));
        }
        if let Some(weekday) = partial.weekday {
            let mut days = first.iter_days().skip(usize::try_from(from).unwrap_or(0)).take(7);
            let day = days.find(|day| day.weekday() == weekday && *day <= last);
            return self.known(partial, day.and_then(day_date)).map(Value::Date);
        }
        Ok(within(first + TimeDelta::days(from), first + TimeDelta::days(to)))
    }

    fn part_of_whole(&self, partial: &Partial, whole: &Value) -> Result<Value, Fault> {
        let (Some(part), Value::Date(date)) = (partial.part, whole) else {
            if let Value::Date(date) = whole {
                self.check_weekday(partial, *date)?;
            }
            return Ok(whole.clone());
        };
        if date.precision() == Precision::Day {
            self.note("the part of the day is not kept: EDTF has none");
            return Ok(whole.clone());
        }
        self.note_third(part);
        match (date.precision(), date.year.value()) {
            (Precision::Year, Some(year)) => {
                self.known(partial, super::partial::date(year, Some(37 + third(part)), None)).map(Value::Date)
            }
            (Precision::Year, None) => self.part_of_years(partial, *date, part),
            _ => {
                let (first, last) = self.known(partial, bounds(*date))?;
                self.part_of_days(partial, first, last)
            }
        }
    }

    /// A third of a decade or a century: the 1990s were early to 1993 and late from 1997.
    fn part_of_years(&self, partial: &Partial, date: Date, part: Part) -> Result<Value, Fault> {
        let YearKind::Standard { .. } = date.year.kind else { return self.known(partial, None) };
        let (first, last) = self.known(partial, bounds(date))?;
        let (first, last) = (i64::from(first.year()), i64::from(last.year()));
        let years = last - first + 1;
        let (early, late) = ((years + 2) / 3, years - years / 3);
        Ok(match third(part) {
            0 => Value::Years(first, first + early - 1),
            1 => Value::Years(first + early, first + late - 1),
            _ => Value::Years(first + late, last),
        })
    }

    fn part_of_days(&self, partial: &Partial, first: NaiveDate, last: NaiveDate) -> Result<Value, Fault> {
        let Some(part) = partial.part else { return Ok(within(first, last)) };
        self.note_third(part);
        let days = (last - first).num_days() + 1;
        // A month in tens, its last part the longer.
        let length = if (28..=31).contains(&days) { 10 } else { days / 3 };
        let day = |count| first + TimeDelta::days(count);
        match third(part) {
            _ if length == 0 => Err(self.fault(partial.from, "a day has no such part in EDTF")),
            0 => Ok(within(first, day(length - 1))),
            1 => Ok(within(day(length), day(2 * length - 1))),
            _ => Ok(within(day(2 * length), last)),
        }
    }

    fn note_third(&self, part: Part) {
        self.note(match third(part) {
            0 => "read as the first of three parts",
            1 => "read as the second of three parts",
            _ => "read as the last of three parts",
        });
    }

    fn moment(&self, partial: &Partial, clock: &Clock, value: &Value) -> Result<Value, Fault> {
        let exact = match value {
            Value::Date(date) if date.precision() == Precision::Day && !date.has_unspecified() => {
                bounds(*date)
            }
            _ => None,
        };
        let Some((day, _)) = exact else {
            return Err(self.fault(partial.from, "a time of day needs its day"));
        };
        let doubtful = matches!(value, Value::Date(date) if date.is_uncertain() || date.is_approximate());
        if doubtful || partial.qualifier != Qualifier::default() {
            let nearest =
                day_date(day).map(|date| Box::new(reading(&Value::Date(qualified(date, partial.qualifier)))));
            let reason = "EDTF has no doubt about a date with a time of day".to_owned();
            return Err(Fault::Unreadable { at: self.column(partial.from), reason, nearest });
        }
        let day = if clock.next_day { day.succ_opt() } else { Some(day) };
        let day = self.known(partial, day)?;
        let zone = self.zone_text(partial, clock, day)?;
        let Clock { hour, minute, second, .. } = clock;
        let text = format!("{}T{hour:02}:{minute:02}:{second:02}{zone}", day.format("%Y-%m-%d"));
        self.known(partial, When::parse(&text).ok()).map(|when| Value::Moment(day, when))
    }

    /// The shift from UTC, and the name of the zone where there is one.
    fn zone_text(&self, partial: &Partial, clock: &Clock, day: NaiveDate) -> Result<String, Fault> {
        let time = NaiveTime::from_hms_opt(clock.hour, clock.minute, clock.second.min(59));
        let local = day.and_time(self.known(partial, time)?);
        let mut shifts: Vec<(i32, String)> = Vec::new();
        for zone in &clock.zones {
            let (minutes, name) = match zone {
                Zone::Utc => (0, "Z".to_owned()),
                Zone::Offset(minutes) => (*minutes, shift_text(*minutes)),
                Zone::Named(tz) => {
                    let found = tz.offset_from_local_datetime(&local);
                    let later =
                        matches!(found, chrono::LocalResult::Ambiguous(..)) && self.ask(Choice::LaterClock);
                    let Some(offset) = (if later { found.latest() } else { found.earliest() }) else {
                        let reason = format!("the clocks of {} skip that time", tz.name());
                        return Err(self.fault(partial.from, reason));
                    };
                    let minutes = offset.fix().local_minus_utc().div_euclid(60);
                    (minutes, format!("{}[{}]", shift_text(minutes), tz.name()))
                }
            };
            if shifts.iter().all(|(known, _)| *known != minutes) {
                shifts.push((minutes, name));
            }
        }
        if shifts.is_empty() {
            return Ok(String::new());
        }
        let wanted = if shifts.len() == 1 { 0 } else { self.zone_choice() };
        self.known(partial, shifts.into_iter().nth(wanted).map(|(_, text)| text))
    }

    fn zone_choice(&self) -> usize {
        usize::from(self.ask(Choice::Zone)) + 2 * usize::from(self.ask(Choice::ZoneHigh))
    }
}

const fn third(part: Part) -> u8 {
    match part {
        Part::Early => 0,
        Part::Mid => 1,
        Part::Late | Part::End => 2,
    }
}

fn within(first: NaiveDate, last: NaiveDate) -> Value {
    match day_date(first).filter(|_| first == last) {
        Some(day) => Value::Date(day),
        None => Value::Within(first, last),
    }
}

fn shift_text(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

fn reading(value: &Value) -> Reading {
    let when = super::assemble::when(value).unwrap_or_default();
    let explanation = explanation(&when, &[], None);
    Reading { when, explanation, relative: false }
}
