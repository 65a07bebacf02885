//! Dates that are told from the day of their source: “last week”, “three days ago”, “October last year”.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::{
    language::{Sense, Unit},
    parser::{Choice, Fault, Parser},
    partial::{Partial, Value, bounds, date, day_date, qualified},
};

/// Which of several: the one before, of now, or after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Last,
    This,
    Next,
}

impl Direction {
    const fn step(self) -> i32 {
        match self {
            Self::Last => -1,
            Self::This => 0,
            Self::Next => 1,
        }
    }
}

impl Parser<'_> {
    /// Reads what is told from the day of the source, or from another date (“the day after …”).
    pub(super) fn relative(&mut self, partial: &mut Partial) -> Result<bool, Fault> {
        if partial.whole.is_some() {
            return Ok(false);
        }
        match self.sense(0) {
            Some(Sense::Days(step)) => self.days_from_source(partial, step),
            Some(Sense::Earlier | Sense::Later) => self.earlier_or_later(partial),
            Some(Sense::Last) => self.directed(partial, Direction::Last),
            Some(Sense::This) => self.directed(partial, Direction::This),
            Some(Sense::Next) => self.directed(partial, Direction::Next),
            Some(Sense::WeekOf) => self.week_of(partial),
            Some(Sense::Unit(unit)) if matches!(self.sense(1), Some(Sense::After | Sense::Before)) => {
                self.beside(partial, unit)
            }
            _ => self.ago(partial),
        }
    }

    fn set_day(&self, partial: &mut Partial, day: Option<NaiveDate>) -> Result<bool, Fault> {
        let date =
            day.and_then(day_date).ok_or_else(|| self.fault(self.at, "that day is outside the calendar"))?;
        partial.whole = Some(Value::Date(date));
        Ok(true)
    }

    fn days_from_source(&mut self, partial: &mut Partial, step: i8) -> Result<bool, Fault> {
        if !partial.has_no_calendar() {
            return Ok(false);
        }
        self.at += 1;
        let today = self.reference(self.at - 1, self.at)?;
        self.set_day(partial, shift(today, Unit::Day, step.into()))
    }

    /// “Earlier this year”: up to the day of the source, unless a month follows. “Later” from it on.
    fn earlier_or_later(&mut self, partial: &mut Partial) -> Result<bool, Fault> {
        let from = self.at;
        let earlier = self.sense(0) == Some(Sense::Earlier);
        self.at += 1;
        self.skip_fillers();
        self.eat(Sense::This);
        self.skip_fillers();
        let unit = match self.sense(0) {
            Some(Sense::Days(0)) => return self.days_from_source(partial, 0),
            Some(Sense::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year))) => {
                unit
            }
            Some(Sense::Month(_)) => return self.named(partial),
            _ => {
                self.at = from;
                return Ok(false);
            }
        };
        let bare = partial.has_no_date();
        if !self.step_unit(partial, unit, Direction::This, from)? {
            return Ok(false);
        }
        let today = self.reference(from, self.at)?;
        let span = span_of(unit, today);
        partial.within =
            span.filter(|_| bare).map(|(first, last)| if earlier { (first, today) } else { (today, last) });
        Ok(true)
    }

    /// “Last”, “this” or “next” before a unit, a month, a season or a weekday.
    fn directed(&mut self, partial: &mut Partial, direction: Direction) -> Result<bool, Fault> {
        let from = self.at;
        match self.sense(1) {
            Some(Sense::Unit(unit)) if direction == Direction::Last && self.sense(2) == Some(Sense::Of) => {
                Ok(self.last_of(partial, unit))
            }
            Some(Sense::Weekday(day)) if direction == Direction::Last && self.sense(2) == Some(Sense::Of) => {
                let free = partial.weekday.is_none() && self.last_of(partial, Unit::Week);
                partial.weekday = if free { Some(day) } else { partial.weekday };
                Ok(free)
            }
            Some(Sense::WeekOf) if direction == Direction::Last => Ok(self.last_of(partial, Unit::Week)),
            Some(Sense::Unit(unit)) => {
                self.at += 1;
                let found = self.step_unit(partial, unit, direction, from)?;
                self.at = if found { self.at } else { from };
                Ok(found)
            }
            Some(Sense::Month(code) | Sense::Season(code))
                if partial.month.is_none() && partial.year.is_none() =>
            {
                self.at += 2;
                let today = self.reference(from, self.at)?;
                partial.month = Some(code);
                partial.year = Some(self.year_of(code, Some(direction), today));
                Ok(true)
            }
            Some(Sense::Weekday(weekday)) if partial.has_no_date() => {
                self.at += 2;
                let today = self.reference(from, self.at)?;
                self.set_day(partial, weekday_of(today, weekday, Some(direction)))
            }
            _ => Ok(false),
        }
    }

    /// “The last quarter of”, “the last day of”.
    fn last_of(&mut self, partial: &mut Partial, unit: Unit) -> bool {
        match unit {
            Unit::Quarter if partial.month.is_none() => partial.month = Some(36),
            Unit::Day | Unit::Week if partial.nth.is_none() => partial.nth = Some((unit, 0)),
            _ => return false,
        }
        self.at += 2;
        true
    }

    /// Steps from the unit in which the source is dated. The cursor is on the unit.
    fn step_unit(
        &mut self,
        partial: &mut Partial,
        unit: Unit,
        direction: Direction,
        from: usize,
    ) -> Result<bool, Fault> {
        let free = match unit {
            Unit::Year => partial.year.is_none(),
            Unit::Month | Unit::Quarter => partial.year.is_none() && partial.month.is_none(),
            Unit::Day | Unit::Week | Unit::Weekend => partial.has_no_calendar() && partial.day.is_none(),
            Unit::Half | Unit::Decade | Unit::Century => false,
        };
        if !free {
            return Ok(false);
        }
        self.at += 1;
        let today = self.reference(from, self.at)?;
        let step = direction.step();
        match unit {
            Unit::Year => partial.year = Some(i64::from(today.year()) + i64::from(step)),
            Unit::Week => partial.week = Some(step.into()),
            Unit::Weekend => {
                partial.within =
                    week(today, step.into()).and_then(|(_, sunday)| Some((sunday.pred_opt()?, sunday)));
            }
            Unit::Quarter => {
                let quarter = i64::from(today.year()) * 4 + i64::from(today.month0() / 3) + i64::from(step);
                partial.year = Some(quarter.div_euclid(4));
                partial.month = u8::try_from(33 + quarter.rem_euclid(4)).ok();
            }
            Unit::Month => {
                let other = shift(today, Unit::Month, step);
                partial.year = other.map(|day| day.year().into());
                partial.month = other.and_then(|day| u8::try_from(day.month()).ok());
            }
            _ => return self.set_day(partial, shift(today, Unit::Day, step)),
        }
        Ok(true)
    }

    /// “The week after”, “the day before 4 August 2020”.
    fn beside(&mut self, partial: &mut Partial, unit: Unit) -> Result<bool, Fault> {
        let from = self.at;
        let direction = if self.sense(1) == Some(Sense::After) { Direction::Next } else { Direction::Last };
        if self.tokens.len() == self.at + 2 {
            let found = self.step_unit(partial, unit, direction, from)?;
            self.at += usize::from(found);
            return Ok(found);
        }
        if !matches!(unit, Unit::Day | Unit::Week) || !partial.has_no_date() {
            return Ok(false);
        }
        self.at += 2;
        let base = self.known_day()?;
        let day = shift(base, unit, direction.step());
        if unit == Unit::Day {
            return self.set_day(partial, day);
        }
        partial.within = day.and_then(|day| week(day, 0));
        Ok(partial.within.is_some())
    }

    fn week_of(&mut self, partial: &mut Partial) -> Result<bool, Fault> {
        if !partial.has_no_date() {
            return Ok(false);
        }
        self.at += 1;
        let day = self.known_day()?;
        partial.within = week(day, 0);
        Ok(partial.within.is_some())
    }

    /// A date that must be one day, to count from.
    fn known_day(&mut self) -> Result<NaiveDate, Fault> {
        let from = self.at;
        let other = self.date()?;
        match self.settle(&other)? {
            Value::Date(date) => bounds(date).filter(|(first, last)| first == last).map(|(day, _)| day),
            _ => None,
        }
        .ok_or_else(|| self.fault(from, "a single day is needed to count from"))
    }

    /// “Three days ago”, which is never to the day.
    fn ago(&mut self, partial: &mut Partial) -> Result<bool, Fault> {
        let count = match (self.sense(0), self.number(0)) {
            (Some(Sense::Count(count)), _) => i32::from(count),
            (Some(Sense::Article), _) => 1,
            (_, Some((value, 1..=4))) => i32::try_from(value).unwrap_or(0),
            _ => return Ok(false),
        };
        let (Some(Sense::Unit(unit)), Some(Sense::Ago)) = (self.sense(1), self.sense(2)) else {
            return Ok(false);
        };
        let from = self.at;
        if !partial.has_no_date() {
            return Ok(false);
        }
        self.at += 3;
        let today = self.reference(from, self.at)?;
        let Some(day) = shift(today, unit, -count) else {
            return Err(self.fault(from, "that is outside the calendar"));
        };
        let (year, month) = (i64::from(day.year()), u8::try_from(day.month()).ok());
        let found = match unit {
            Unit::Day => day_date(day),
            Unit::Month => date(year, month, None),
            Unit::Year | Unit::Decade | Unit::Century => date(year, None, None),
            _ => {
                partial.within = day.checked_sub_days(Days::new(3)).zip(day.checked_add_days(Days::new(3)));
                return Ok(partial.within.is_some());
            }
        };
        let about = edtf_core::Qualifier { uncertain: false, approximate: true };
        partial.whole = found.map(|date| Value::Date(qualified(date, about)));
        Ok(partial.whole.is_some())
    }

    /// The year of a month or season that is told without one: by itself the most recent that had begun.
    /// “Last” is one that had ended, “next” one not yet begun; where that is in the year of the source,
    /// the one a year further may be meant too.
    pub(super) fn year_of(&self, code: u8, direction: Option<Direction>, today: NaiveDate) -> i64 {
        let now = i64::from(today.year());
        let span = |year| date(year, Some(code), None).and_then(bounds);
        let begun = |year| span(year).is_some_and(|(first, _)| first <= today);
        let ended = |year| span(year).is_some_and(|(_, last)| last < today);
        match direction {
            None => now - i64::from(!begun(now)),
            Some(Direction::This) => now,
            Some(Direction::Last) if ended(now) => now - i64::from(self.ask(Choice::YearFurther)),
            Some(Direction::Last) if ended(now - 1) => now - 1,
            Some(Direction::Last) => now - 2,
            Some(Direction::Next) if !begun(now) => now + i64::from(self.ask(Choice::YearFurther)),
            Some(Direction::Next) => now + 1,
        }
    }
}

/// The week, month, quarter or year that a day is in; the day itself for anything else.
fn span_of(unit: Unit, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let year = i64::from(today.year());
    let month = u8::try_from(today.month()).ok()?;
    match unit {
        Unit::Week => week(today, 0),
        Unit::Month => bounds(date(year, Some(month), None)?),
        Unit::Quarter => bounds(date(year, Some(33 + (month - 1) / 3), None)?),
        Unit::Year => bounds(date(year, None, None)?),
        _ => Some((today, today)),
    }
}

/// So many units from a day.
fn shift(day: NaiveDate, unit: Unit, count: i32) -> Option<NaiveDate> {
    let days = |count: u32, length: u64| {
        let days = Days::new(u64::from(count) * length);
        move |day: NaiveDate, back| if back { day.checked_sub_days(days) } else { day.checked_add_days(days) }
    };
    let months = |count: u32, length: u32| {
        let months = count.checked_mul(length).map(Months::new);
        move |day: NaiveDate, back| {
            if back { day.checked_sub_months(months?) } else { day.checked_add_months(months?) }
        }
    };
    let (size, back) = (count.unsigned_abs(), count < 0);
    match unit {
        Unit::Day => days(size, 1)(day, back),
        Unit::Week | Unit::Weekend => days(size, 7)(day, back),
        Unit::Month => months(size, 1)(day, back),
        Unit::Quarter => months(size, 3)(day, back),
        Unit::Half => months(size, 6)(day, back),
        Unit::Year => months(size, 12)(day, back),
        Unit::Decade => months(size, 120)(day, back),
        Unit::Century => months(size, 1200)(day, back),
    }
}

/// Monday and Sunday of the week so many weeks from the one of `day` (ISO 8601: weeks begin on Monday).
pub(super) fn week(day: NaiveDate, weeks: i64) -> Option<(NaiveDate, NaiveDate)> {
    let to_monday = i64::from(day.weekday().num_days_from_monday());
    let monday = day.checked_add_signed(chrono::TimeDelta::try_days(weeks * 7 - to_monday)?)?;
    Some((monday, monday.checked_add_days(Days::new(6))?))
}

/// The day that a weekday names: by itself the most recent, the day of the source included.
pub(super) fn weekday_of(
    today: NaiveDate,
    weekday: Weekday,
    direction: Option<Direction>,
) -> Option<NaiveDate> {
    let back = u64::from((7 + today.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7);
    match direction {
        None => today.checked_sub_days(Days::new(back)),
        Some(Direction::Last) => today.checked_sub_days(Days::new(if back == 0 { 7 } else { back })),
        Some(Direction::Next) => today.checked_add_days(Days::new(7 - back)),
        Some(Direction::This) => {
            week(today, 0)?.0.checked_add_days(Days::new(weekday.num_days_from_monday().into()))
        }
    }
}
