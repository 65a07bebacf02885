//! Days that things happened on, in the shapes in which people know them.

use super::chance::Chance;

/// A day from 2010 to 2025, never so late in its month that the next one is in another.
#[derive(Debug, Clone, Copy)]
pub struct Day {
    year: usize,
    month: usize,
    of_month: usize,
}

impl Day {
    pub fn any(chance: &mut Chance) -> Self {
        Self { year: 2010 + chance.below(16), month: 1 + chance.below(12), of_month: 1 + chance.below(27) }
    }

    pub fn next(self) -> Self {
        Self { of_month: self.of_month + 1, ..self }
    }

    pub fn iso(self) -> String {
        format!("{}-{:02}-{:02}", self.year, self.month, self.of_month)
    }

    /// Of a hundred: 60 days, 20 months, intervals and uncertain ones, 10 with a time, 5 years, 5 undated.
    pub fn written(self, chance: &mut Chance) -> String {
        let Self { year, month, .. } = self;
        match chance.below(100) {
            0..60 => self.iso(),
            60..66 => format!("{year}-{month:02}"),
            66..70 => format!("{}/{}", self.iso(), self.next().iso()),
            70..74 => format!("[{}..{}-{month:02}-28]", self.iso(), year + 1),
            74..77 => format!("{}?", self.iso()),
            77..80 => format!("{year}-{month:02}~"),
            80..90 => format!("{}T{:02}:{:02}:00Z", self.iso(), chance.below(24), chance.below(60)),
            90..95 => year.to_string(),
            _ => String::new(),
        }
    }
}
