//! One date: its parts in the order in which people write them, which is almost any.

use super::{
    language::{Era, Part, Sense, Unit},
    parser::{Fault, Parser},
    partial::{Blank, Partial, Side, Value, parse_date},
    token::Kind,
};

impl Parser<'_> {
    /// Reads one date, with its doubt before it and after it.
    pub(super) fn date(&mut self) -> Result<Partial, Fault> {
        self.skip_fillers();
        let mut partial = Partial { from: self.at, ..Partial::default() };
        while self.doubt(&mut partial) {}
        while self.component(&mut partial)? {}
        if partial.has_no_date() && partial.clock.is_none() {
            return Err(self.unexpected());
        }
        while self.doubt_after(&mut partial) {}
        partial.to = self.at;
        Ok(partial)
    }

    fn doubt(&mut self, partial: &mut Partial) -> bool {
        let from = self.at;
        self.skip_fillers();
        match self.sense(0) {
            Some(Sense::About) => partial.qualifier.approximate = true,
            Some(Sense::Perhaps) => partial.qualifier.uncertain = true,
            _ => {
                self.at = from;
                return false;
            }
        }
        self.at += 1;
        true
    }

    fn doubt_after(&mut self, partial: &mut Partial) -> bool {
        match self.kind(0) {
            Some(Kind::Mark('?')) => partial.qualifier.uncertain = true,
            Some(Kind::Mark('~') | Kind::Sense(Sense::AboutAfter)) => {
                partial.qualifier.approximate = true;
            }
            Some(Kind::Mark('%')) => {
                partial.qualifier.uncertain = true;
                partial.qualifier.approximate = true;
            }
            // “2019 (approx.)”.
            Some(Kind::Sense(Sense::About)) if self.kind(1).is_none() => {
                partial.qualifier.approximate = true;
            }
            _ => return self.side(partial),
        }
        self.at += 1;
        true
    }

    /// “Or before”, unless a date follows: then it is the next of a list.
    fn side(&mut self, partial: &mut Partial) -> bool {
        let side = match (self.sense(0), self.sense(1)) {
            (Some(Sense::Or), Some(Sense::Before | Sense::Earlier)) => Side::Before,
            (Some(Sense::Or), Some(Sense::After | Sense::Later)) => Side::After,
            _ => return false,
        };
        let ends = match self.kind(2) {
            None | Some(Kind::Mark(',' | ';' | '.' | '-')) => true,
            Some(Kind::Sense(sense)) => matches!(sense, Sense::Or | Sense::And | Sense::To | Sense::Until),
            _ => false,
        };
        if !ends || partial.side.is_some() {
            return false;
        }
        partial.side = Some(side);
        self.at += 2;
        true
    }

    /// Reads one more part of the date; gives back what it cannot use.
    fn component(&mut self, partial: &mut Partial) -> Result<bool, Fault> {
        let from = self.at;
        let comma = self.eat_mark(',');
        self.skip_fillers();
        if comma && !self.belongs_after_comma(partial) {
            self.at = from;
            return Ok(false);
        }
        let found = self.clock(partial)?
            || self.relative(partial)?
            || self.digits(partial)?
            || self.named(partial)?
            || (!partial.has_no_date() && self.doubt(partial));
        if !found {
            self.at = from;
        }
        Ok(found)
    }

    /// A comma inside a date is followed by what the date lacks; else it parts two dates of a list.
    fn belongs_after_comma(&self, partial: &Partial) -> bool {
        let only_weekday = partial.weekday.is_some() && partial.day.is_none() && partial.has_no_calendar();
        let only_clock = partial.has_no_date();
        let lacks_year = partial.year.is_none() && partial.whole.is_none() && partial.week.is_none();
        match self.kind(0) {
            _ if only_weekday || only_clock => true,
            _ if self.is_clock(partial) => partial.clock.is_none(),
            Some(Kind::Number { digits: 4, .. }) => {
                lacks_year && (partial.day.is_some() || partial.month.is_some())
            }
            Some(Kind::Sense(Sense::DayUnknown | Sense::MonthUnknown)) => true,
            Some(Kind::Sense(Sense::Weekday(_))) => partial.weekday.is_none() && partial.day.is_some(),
            Some(Kind::Sense(Sense::Last | Sense::This | Sense::Next)) => {
                lacks_year && matches!(self.sense(1), Some(Sense::Unit(Unit::Year | Unit::Week)))
            }
            _ => partial.clock.as_ref().is_some_and(|clock| clock.zones.is_empty()) && !lacks_year,
        }
    }

    /// Reads what begins with a word that needs no date of a source.
    pub(super) fn named(&mut self, partial: &mut Partial) -> Result<bool, Fault> {
        let Some(sense) = self.sense(0) else { return Ok(false) };
        match sense {
            Sense::Month(month) => {
                let found = self.month(partial, month);
                if found {
                    self.joined_year(partial);
                }
                Ok(found)
            }
            Sense::Season(code) => Ok(self.month(partial, code)),
            Sense::Hemisphere(more) => Ok(self.hemisphere(partial, more)),
            Sense::QuarterMark => Ok(self.numbered(partial, 4, 32)),
            Sense::HalfMark => Ok(self.numbered(partial, 2, 39)),
            Sense::Weekday(day) if partial.weekday.is_none() => {
                partial.weekday = Some(day);
                partial.within = None;
                self.at += 1;
                Ok(true)
            }
            Sense::Ordinal(number) => self.ordinal(partial, number.into(), 1),
            Sense::Part(part) => Ok(self.part(partial, part)),
            Sense::Era(era) => Ok(self.leading_era(partial, era)),
            Sense::Unit(Unit::Year) => Ok(self.year_word(partial)),
            Sense::Unit(Unit::Decade) => Ok(self.decade_word(partial)),
            Sense::PartOfDay => {
                self.note("the part of the day is not kept: EDTF has none");
                self.at += 1;
                Ok(true)
            }
            Sense::DayUnknown => Ok(self.blank(partial, Blank::Day)),
            Sense::MonthUnknown => Ok(self.blank(partial, Blank::Month)),
            _ => Ok(false),
        }
    }

    fn month(&mut self, partial: &mut Partial, month: u8) -> bool {
        if partial.month.is_some() || partial.whole.is_some() || partial.week.is_some() {
            return false;
        }
        partial.month = Some(month);
        partial.within = None;
        self.at += 1;
        true
    }

    fn hemisphere(&mut self, partial: &mut Partial, more: u8) -> bool {
        let Some(Sense::Season(code)) = self.sense(1) else { return false };
        self.at += 1;
        self.month(partial, code + more)
    }

    /// “Q2”, “H1”.
    fn numbered(&mut self, partial: &mut Partial, most: u8, before: u8) -> bool {
        let number = self.number(1).and_then(|(value, _)| u8::try_from(value).ok());
        match number.filter(|number| (1..=most).contains(number)) {
            Some(number) if partial.month.is_none() && partial.whole.is_none() => {
                partial.month = Some(before + number);
                self.at += 2;
                true
            }
            _ => false,
        }
    }

    fn part(&mut self, partial: &mut Partial, part: Part) -> bool {
        if partial.part.is_some() {
            return false;
        }
        partial.part = Some(part);
        partial.within = None;
        self.at += 1;
        self.eat_mark('-');
        true
    }

    /// “AD 43”.
    fn leading_era(&mut self, partial: &mut Partial, era: Era) -> bool {
        self.number(1).is_some_and(|(value, _)| self.era_year(partial, value.into(), era))
    }

    /// “The year 2019”, and the one way to write a year of more than four digits.
    fn year_word(&mut self, partial: &mut Partial) -> bool {
        match self.number(1) {
            Some((value, _)) if partial.year.is_none() && partial.whole.is_none() => {
                partial.year = Some(value.into());
                self.at += 2;
                true
            }
            _ => false,
        }
    }

    /// “The decade 1900 to 1909”.
    fn decade_word(&mut self, partial: &mut Partial) -> bool {
        match (self.number(1), self.sense(2), self.number(3)) {
            (Some((first, 4)), Some(Sense::To), Some((last, 4)))
                if partial.has_no_calendar() && first % 10 == 0 && last == first + 9 =>
            {
                partial.whole = parse_date(&format!("{:03}X", first / 10)).map(Value::Date);
                self.at += 4;
                partial.whole.is_some()
            }
            _ => false,
        }
    }

    fn blank(&mut self, partial: &mut Partial, blank: Blank) -> bool {
        if partial.blank.is_some() || partial.day.is_some() || partial.whole.is_some() {
            return false;
        }
        partial.blank = Some(blank);
        self.at += 1;
        true
    }
}
