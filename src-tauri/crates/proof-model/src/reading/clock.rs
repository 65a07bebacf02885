//! Times of day and the zones after them.

use chrono_tz::{TZ_VARIANTS, Tz};

use super::{
    language::{Sense, ZoneWord},
    parser::{Fault, Parser},
    partial::{Clock, Partial, Zone},
    token::Kind,
};

/// The most minutes that a shift from UTC has (ISO 8601-2: fourteen hours).
const WIDEST_SHIFT: i32 = 14 * 60;

impl Parser<'_> {
    /// Whether a time of day stands here.
    pub(super) fn is_clock(&self, partial: &Partial) -> bool {
        let skip = usize::from(self.sense(0) == Some(Sense::TimeMark));
        let short = |ahead| self.number(ahead).is_some_and(|(_, digits)| digits <= 2);
        match (self.kind(skip), self.kind(skip + 1)) {
            (Some(Kind::Number { value: 12, .. }), Some(Kind::Sense(Sense::Noon | Sense::Midnight)))
            | (Some(Kind::Sense(Sense::Noon | Sense::Midnight)), _) => true,
            (Some(Kind::Number { .. }), Some(Kind::Mark(':') | Kind::Sense(Sense::Am | Sense::Pm))) => {
                short(skip)
            }
            (Some(Kind::Number { .. }), Some(Kind::Mark('.'))) => {
                let meridiem = matches!(self.sense(skip + 3), Some(Sense::Am | Sense::Pm));
                let dated = (partial.day.is_some() && partial.year.is_some()) || partial.whole.is_some();
                short(skip) && short(skip + 2) && (meridiem || (dated && self.mark(skip + 3) != Some('.')))
            }
            _ => false,
        }
    }

    /// Reads a time of day, or the zone of one already read.
    pub(super) fn clock(&mut self, partial: &mut Partial) -> Result<bool, Fault> {
        if let Some(clock) = &mut partial.clock {
            let from = self.at;
            if clock.zones.is_empty() {
                clock.zones = self.zones()?;
            }
            return Ok(self.at > from);
        }
        if !self.is_clock(partial) {
            return Ok(false);
        }
        self.eat(Sense::TimeMark);
        let from = self.at;
        // “12 noon”.
        self.at += usize::from(
            matches!(self.sense(1), Some(Sense::Noon | Sense::Midnight)) && self.number(0).is_some(),
        );
        let mut clock = self.time_of_day()?;
        if clock.hour > 23 || clock.minute > 59 || clock.second > 60 {
            let words = self.words(from, self.at);
            return Err(self.fault(from, format!("{words} is not a time of day")));
        }
        clock.zones = self.zones()?;
        self.eat(Sense::ZoneTail);
        partial.clock = Some(clock);
        Ok(true)
    }

    fn time_of_day(&mut self) -> Result<Clock, Fault> {
        let clock = |hour, minute, second| Clock { hour, minute, second, next_day: false, zones: Vec::new() };
        if self.eat(Sense::Noon) {
            return Ok(clock(12, 0, 0));
        }
        if self.eat(Sense::Midnight) {
            let next_day = self.ask(super::parser::Choice::DayEnd);
            return Ok(Clock { next_day, ..clock(0, 0, 0) });
        }
        let from = self.at;
        let mut fields = [0; 3];
        for (place, field) in fields.iter_mut().enumerate() {
            if place > 0 && !(matches!(self.mark(0), Some(':' | '.')) && self.number(1).is_some()) {
                break;
            }
            self.at += usize::from(place > 0);
            let Some((value, _)) = self.number(0) else { return Err(self.unexpected()) };
            *field = value;
            self.at += 1;
        }
        let [hour, minute, second] = fields;
        Ok(clock(self.meridiem(from, hour)?, minute, second))
    }

    fn meridiem(&mut self, from: usize, hour: u32) -> Result<u32, Fault> {
        let afternoon = match self.sense(0) {
            Some(Sense::Am) => false,
            Some(Sense::Pm) => true,
            _ => return Ok(hour),
        };
        self.at += 1;
        if !(1..=12).contains(&hour) {
            return Err(self.fault(from, "before “am” and “pm” the hour is 1 to 12"));
        }
        Ok(hour % 12 + if afternoon { 12 } else { 0 })
    }

    /// Every zone that the words here can mean; none where no zone is named.
    fn zones(&mut self) -> Result<Vec<Zone>, Fault> {
        let from = self.at;
        let bare = self.number(1).is_some_and(|_| self.text.get(self.column(from + 1)) == Some(&'0'));
        if self.mark(0) == Some('+') || (self.mark(0) == Some('-') && bare) {
            return Ok(vec![self.shift()?]);
        }
        let named = self.tz_names();
        let words = match self.sense(0) {
            Some(Sense::Zone(words)) => words,
            _ if named.is_empty() => return Ok(Vec::new()),
            _ => &[],
        };
        if words.is_empty() {
            return Ok(self.take_tz(named));
        }
        self.at += 1;
        if words == [ZoneWord::Utc] && matches!(self.mark(0), Some('+' | '-')) && self.number(1).is_some() {
            return Ok(vec![self.shift()?]);
        }
        self.eat(Sense::ZoneTail);
        Ok(words.iter().filter_map(|word| zone(*word)).collect())
    }

    /// `+1`, `+05:30`, `-0500`.
    fn shift(&mut self) -> Result<Zone, Fault> {
        let from = self.at;
        let east = self.mark(0) == Some('+');
        self.at += 1;
        let Some((value, digits)) = self.number(0) else { return Err(self.unexpected()) };
        self.at += 1;
        let (hours, minutes) = match (digits, self.mark(0), self.number(1)) {
            (1 | 2, Some(':'), Some((minutes, 2))) => {
                self.at += 2;
                (value, minutes)
            }
            (4, ..) => (value / 100, value % 100),
            _ => (value, 0),
        };
        let total = i32::try_from(hours.saturating_mul(60).saturating_add(minutes)).unwrap_or(i32::MAX);
        if minutes > 59 || total > WIDEST_SHIFT {
            return Err(self.fault(from, "a zone is at most 14 hours from UTC"));
        }
        Ok(if total == 0 { Zone::Utc } else { Zone::Offset(if east { total } else { -total }) })
    }

    /// The zones of the tz database whose name, or whose city, stands here; with the length in characters.
    fn tz_names(&self) -> Vec<(Tz, usize)> {
        let Some(rest) = self
            .text
            .get(self.column(self.at)..)
            .filter(|rest| rest.first().is_some_and(|sign| sign.is_alphabetic()))
        else {
            return Vec::new();
        };
        let mut found: Vec<(Tz, usize)> = Vec::new();
        for tz in TZ_VARIANTS {
            let name = tz.name();
            let city = name.rsplit('/').next().unwrap_or(name);
            let Some(length) = [name, city].into_iter().find_map(|name| begins_with(rest, name)) else {
                continue;
            };
            match found.first().map_or(0, |(_, longest)| *longest) {
                longest if length > longest => found = vec![(tz, length)],
                longest if length == longest => found.push((tz, length)),
                _ => {}
            }
        }
        found
    }

    fn take_tz(&mut self, found: Vec<(Tz, usize)>) -> Vec<Zone> {
        let end = self.column(self.at) + found.first().map_or(0, |(_, length)| *length);
        while self.tokens.get(self.at).is_some_and(|token| token.from < end) {
            self.at += 1;
        }
        found.into_iter().map(|(tz, _)| Zone::Named(tz)).collect()
    }
}

/// The length of `name` where `rest` begins with it as a whole word; `_` is a space.
fn begins_with(rest: &[char], name: &str) -> Option<usize> {
    let mut length = 0;
    for sign in name.chars() {
        let written = *rest.get(length)?;
        let space = sign == '_' && matches!(written, ' ' | '_');
        if !space && !written.eq_ignore_ascii_case(&sign) {
            return None;
        }
        length += 1;
    }
    rest.get(length)
        .is_none_or(|next| !next.is_alphanumeric() && !matches!(next, '+' | '/'))
        .then_some(length)
}

fn zone(word: ZoneWord) -> Option<Zone> {
    match word {
        ZoneWord::Utc => Some(Zone::Utc),
        ZoneWord::Offset(minutes) => Some(Zone::Offset(minutes.into())),
        ZoneWord::Named(name) => name.parse().ok().map(Zone::Named),
    }
}
