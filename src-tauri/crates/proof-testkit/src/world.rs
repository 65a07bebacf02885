use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use proof_library::World;
use uuid::Uuid;

/// A world in which nothing is left to chance: each look at the clock is a second later, each identifier the
/// next.
#[derive(Debug)]
pub struct FixedWorld {
    start: DateTime<Utc>,
    ticks: AtomicU64,
}

impl FixedWorld {
    /// A world that begins at noon of 24 June 2021, UTC.
    pub fn new() -> Self {
        Self {
            start: DateTime::from_timestamp(1_624_536_000, 0).unwrap_or_default(),
            ticks: AtomicU64::new(0),
        }
    }

    /// The same world so many days on: its identifiers are others, too.
    pub fn later(days: u32) -> Self {
        Self { ticks: AtomicU64::new(u64::from(days) * 86_400), ..Self::new() }
    }

    fn tick(&self) -> u64 {
        self.ticks.fetch_add(1, Ordering::Relaxed)
    }
}

impl Default for FixedWorld {
    fn default() -> Self {
        Self::new()
    }
}

impl World for FixedWorld {
    fn now(&self) -> DateTime<Utc> {
        self.start + TimeDelta::seconds(i64::try_from(self.tick()).unwrap_or(0))
    }

    fn uuid(&self) -> Uuid {
        Uuid::from_u128(0x0179_0000_0000_7000_8000_0000_0000_0000 + u128::from(self.tick()))
    }

    fn actor(&self) -> String {
        "tester".to_owned()
    }
}
