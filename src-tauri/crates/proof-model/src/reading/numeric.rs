//! Dates and parts of dates that are written in digits.

use super::{
    language::{Era, Sense, Unit},
    parser::{Choice, Fault, Parser},
    partial::{Partial, Value, parse_date},
    token::Kind,
};

impl Parser<'_> {
    /// Reads what begins with a digit.
    pub(super) fn digits(&mut self, partial: &mut Partial) -> Result<bool, Fault> {
        let (value, digits) = match self.kind(0) {
            Some(Kind::Date(date)) => {
                return Ok(self.season_year(partial) || self.whole_date(partial, Value::Date(date)));
            }
            Some(Kind::Number { value, digits }) => (value, digits),
            _ => return Ok(false),
        };
        if self.triple(partial)? || self.pair(partial)? || self.with_named_month(partial)? {
            return Ok(true);
        }
        match self.sense(1) {
            Some(Sense::Era(era)) => Ok(self.era_year(partial, value.into(), era)),
            Some(Sense::DecadeEnding) => self.decade(partial, value, digits),
            Some(Sense::OrdinalEnding) => self.ordinal(partial, value, 2),
            _ => self.bare(partial, value, digits),
        }
    }

    fn whole_date(&mut self, partial: &mut Partial, value: Value) -> bool {
        if !(partial.has_no_calendar() && partial.day.is_none()) {
            return false;
        }
        partial.whole = Some(value);
        self.at += 1;
        true
    }

    /// “Winter 2020-21” would else be the spring of 2020, as EDTF writes it.
    fn season_year(&mut self, partial: &mut Partial) -> bool {
        let text = self.words(self.at, self.at + 1);
        let years =
            text.split_once('-').and_then(|(year, next)| Some((year.parse().ok()?, next.parse().ok()?)));
        match years {
            Some((year, next))
                if partial.month == Some(24) && partial.year.is_none() && follows(year, next) =>
            {
                partial.year = Some(year.into());
                self.at += 1;
                true
            }
            _ => false,
        }
    }

    /// `2020-08-04`, `4.8.2020`, `04/08/20`.
    fn triple(&mut self, partial: &mut Partial) -> Result<bool, Fault> {
        let (Some(first), Some(second), Some(third)) = (self.number(0), self.number(2), self.number(4))
        else {
            return Ok(false);
        };
        let Some(mark @ ('-' | '/' | '.')) = self.mark(1) else { return Ok(false) };
        if self.mark(3) != Some(mark) || !partial.has_no_calendar() || partial.day.is_some() {
            return Ok(false);
        }
        let (day, month, year) = match (first, second, third) {
            ((year, 4), (month, 1 | 2), (day, 1 | 2)) => ((day, 4), (month, 2), year.into()),
            ((one, 1 | 2), (two, 1 | 2), (year, digits @ (2 | 4))) => {
                let first_is_month = one != two && self.ask(Choice::MonthFirst);
                let (day, month) = if first_is_month { ((two, 2), (one, 0)) } else { ((one, 0), (two, 2)) };
                self.tell_order(one, two, first_is_month);
                (day, month, if digits == 4 { year.into() } else { self.short_year(year) })
            }
            _ => return Ok(false),
        };
        partial.month = Some(self.month_number(self.at + month.1, month.0)?);
        partial.day = Some(self.day_number(self.at + day.1, day.0)?);
        partial.year = Some(year);
        self.at += 5;
        Ok(true)
    }

    /// `4-Aug-2020`, as spreadsheets write it.
    fn with_named_month(&mut self, partial: &mut Partial) -> Result<bool, Fault> {
        let (Some((day, 1 | 2)), Some(Sense::Month(month)), Some((year, digits @ (2 | 4)))) =
            (self.number(0), self.sense(2), self.number(4))
        else {
            return Ok(false);
        };
        let Some(mark @ ('-' | '/')) = self.mark(1) else { return Ok(false) };
        if self.mark(3) != Some(mark) || !partial.has_no_calendar() || partial.day.is_some() {
            return Ok(false);
        }
        partial.day = Some(self.day_number(self.at, day)?);
        partial.month = Some(month);
        partial.year = Some(if digits == 4 { year.into() } else { self.short_year(year) });
        self.at += 5;
        Ok(true)
    }

    /// The year of `Aug-20` or `Aug-2020`, after its month.
    pub(super) fn joined_year(&mut self, partial: &mut Partial) {
        let goes_on = matches!(self.kind(2), Some(Kind::Sense(_) | Kind::Number { .. } | Kind::Mark('-')));
        if self.mark(0) != Some('-') || goes_on || partial.year.is_some() || partial.day.is_some() {
            return;
        }
        partial.year = match self.number(1) {
            Some((year, 4)) => Some(year.into()),
            Some((year, 2)) => Some(self.short_year(year)),
            _ => return,
        };
        self.at += 2;
    }

    fn tell_order(&self, one: u32, two: u32, first_is_month: bool) {
        if one != two && one <= 12 && two <= 12 {
            self.note(if first_is_month { "read with the month first" } else { "read with the day first" });
        }
    }

    /// `12/2020`, `2020/12`, `2019–20`.
    fn pair(&mut self, partial: &mut Partial) -> Result<bool, Fault> {
        let (Some(first), Some(second)) = (self.number(0), self.number(2)) else { return Ok(false) };
        let Some(mark @ ('-' | '/' | '.')) = self.mark(1) else { return Ok(false) };
        let goes_on = matches!(self.kind(3), Some(Kind::Sense(Sense::Month(_) | Sense::OrdinalEnding)));
        if goes_on || (self.mark(3) == Some(mark) && self.number(4).is_some()) || partial.day.is_some() {
            return Ok(false);
        }
        match (first, second) {
            ((month, 1 | 2), (year, 4)) if partial.has_no_calendar() => {
                partial.month = Some(self.month_number(self.at, month)?);
                partial.year = Some(year.into());
            }
            ((year, 4), (month, 1)) if mark != '.' && partial.has_no_calendar() => {
                partial.month = Some(self.month_number(self.at + 2, month)?);
                partial.year = Some(year.into());
            }
            ((year, 4), (next, 2))
                if partial.month.is_some_and(|month| month > 12) && partial.year.is_none() =>
            {
                if !follows(year, next) {
                    return Err(self.fault(self.at + 2, "the second year is not the one after the first"));
                }
                partial.year = Some(year.into());
            }
            ((year, 4), (next, 2)) if mark != '.' && partial.has_no_calendar() => {
                self.year_and_two_digits(partial, year, next)?;
            }
            _ => return Ok(false),
        }
        self.at += 3;
        Ok(true)
    }

    /// `2020/12` is a month, `2019/20` two years, and `2010/11` either.
    fn year_and_two_digits(&mut self, partial: &mut Partial, year: u32, next: u32) -> Result<(), Fault> {
        let later = next > year % 100;
        if later && !((1..=12).contains(&next) && self.ask(Choice::MonthAfterYear)) {
            let end = year - year % 100 + next;
            if !(1..=12).contains(&next) || follows(year, next) {
                partial.whole = Some(Value::Span(year.into(), end.into()));
                return Ok(());
            }
        }
        partial.month = Some(self.month_number(self.at + 2, next)?);
        partial.year = Some(year.into());
        Ok(())
    }

    pub(super) fn era_year(&mut self, partial: &mut Partial, value: i64, era: Era) -> bool {
        if partial.year.is_some() || partial.whole.is_some() {
            return false;
        }
        partial.year = Some(if era == Era::BeforeChrist { 1 - value } else { value });
        self.at += 2;
        true
    }

    /// “The 1990s”. The 1900s may be ten years or a hundred.
    fn decade(&mut self, partial: &mut Partial, value: u32, digits: usize) -> Result<bool, Fault> {
        if !partial.has_no_calendar() {
            return Ok(false);
        }
        let year = match digits {
            4 => i64::from(value),
            2 => self.short_year(value),
            _ => return Err(self.fault(self.at, "a decade is written with four digits, like 1990s")),
        };
        if year % 10 != 0 {
            return Err(self.fault(self.at, "a decade begins with a year that ends in 0"));
        }
        let century = digits == 4 && year % 100 == 0 && self.ask(Choice::Century);
        let mask = if century { format!("{:02}XX", year / 100) } else { format!("{:03}X", year / 10) };
        if digits == 4 && year % 100 == 0 {
            self.note(if century { "read as a hundred years" } else { "read as ten years" });
        }
        partial.whole = parse_date(&mask).map(Value::Date);
        self.at += 2;
        Ok(partial.whole.is_some())
    }

    /// “4th” and “fourth”; “2nd quarter”, “20th century”. `length` tokens stand for the number.
    pub(super) fn ordinal(
        &mut self,
        partial: &mut Partial,
        value: u32,
        length: usize,
    ) -> Result<bool, Fault> {
        match self.sense(length) {
            Some(Sense::Unit(unit)) => return self.nth(partial, unit, value, length),
            Some(Sense::WeekOf) => return self.nth(partial, Unit::Week, value, length),
            Some(Sense::Weekday(day)) if partial.weekday.is_none() && partial.nth.is_none() => {
                partial.weekday = Some(day);
                return self.nth(partial, Unit::Week, value, length);
            }
            _ => {}
        }
        if self.sense(length) == Some(Sense::Ordinal(3)) {
            partial.month = (1..=3).contains(&value).then(|| 36 + u8::try_from(value).unwrap_or(1));
            self.at += length + 1;
            return Ok(partial.month.is_some());
        }
        if partial.day.is_some() {
            return Ok(false);
        }
        partial.day = Some(self.day_number(self.at, value)?);
        self.at += length;
        Ok(true)
    }

    fn nth(&mut self, partial: &mut Partial, unit: Unit, value: u32, length: usize) -> Result<bool, Fault> {
        let (most, code) = match unit {
            Unit::Quarter => (4, Some(32)),
            Unit::Half => (2, None),
            Unit::Century => (99, None),
            Unit::Week => (5, None),
            Unit::Day => (31, None),
            _ => return Ok(false),
        };
        let number = u8::try_from(value).ok().filter(|number| (1..=most).contains(number));
        let Some(number) = number else {
            let words = self.words(self.at, self.at + length + 1);
            return Err(self.fault(self.at, format!("there is no “{words}”")));
        };
        match (unit, code) {
            (Unit::Century, _) => {
                self.note("read by its first two digits, as EDTF counts centuries");
                partial.whole = parse_date(&format!("{:02}XX", number - 1)).map(Value::Date);
            }
            (_, Some(before)) if partial.month.is_none() => partial.month = Some(before + number),
            (_, None) if partial.nth.is_none() => partial.nth = Some((unit, number)),
            _ => return Ok(false),
        }
        self.at += length + 1;
        Ok(true)
    }

    /// A number with nothing after it that says what it is.
    fn bare(&mut self, partial: &mut Partial, value: u32, digits: usize) -> Result<bool, Fault> {
        let free_year = partial.year.is_none() && partial.whole.is_none();
        match digits {
            4 if free_year => partial.year = Some(value.into()),
            1 | 2 if partial.day.is_none() && partial.whole.is_none() && (1..=31).contains(&value) => {
                partial.day = u8::try_from(value).ok();
            }
            2 if free_year && partial.month.is_some() => partial.year = Some(self.short_year(value)),
            8 if partial.has_no_calendar() => return self.compact(partial, value),
            1 | 2 if partial.day.is_none() => self.day_number(self.at, value).map(|_| ())?,
            1 | 2 | 4 => return Ok(false),
            _ => {
                return Err(self.fault(
                    self.at,
                    format!(
                        "{value} is neither a day nor a year of four digits; a longer year is “year {value}”"
                    ),
                ));
            }
        }
        self.at += 1;
        Ok(true)
    }

    fn compact(&mut self, partial: &mut Partial, value: u32) -> Result<bool, Fault> {
        partial.month = Some(self.month_number(self.at, value / 100 % 100)?);
        partial.day = Some(self.day_number(self.at, value % 100)?);
        partial.year = Some((value / 10_000).into());
        self.at += 1;
        Ok(true)
    }

    /// A year of two digits: this century or the last.
    fn short_year(&self, value: u32) -> i64 {
        let last = self.ask(Choice::LastCentury);
        i64::from(value) + if last { 1900 } else { 2000 }
    }

    fn month_number(&self, token: usize, value: u32) -> Result<u8, Fault> {
        let month = u8::try_from(value).ok().filter(|month| (1..=12).contains(month));
        month.ok_or_else(|| self.fault(token, format!("there is no month {value}")))
    }

    fn day_number(&self, token: usize, value: u32) -> Result<u8, Fault> {
        let day = u8::try_from(value).ok().filter(|day| (1..=31).contains(day));
        day.ok_or_else(|| self.fault(token, format!("there is no day {value}")))
    }
}

/// Whether `next` is the year after `year`, in two digits.
const fn follows(year: u32, next: u32) -> bool {
    (year + 1) % 100 == next
}
