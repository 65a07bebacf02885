//! Time, randomness and who is at the keyboard: passed in, so that tests can fix them.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// What the library takes from outside itself.
pub trait World: Send + Sync {
    /// The time.
    fn now(&self) -> DateTime<Utc>;
    /// A new identifier, version 7.
    fn uuid(&self) -> Uuid;
    /// The account of the computer that acts.
    fn actor(&self) -> String;
}

/// The computer's clock, chance and account.
#[derive(Debug, Clone, Copy, Default)]
pub struct Computer;

impl World for Computer {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn uuid(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn actor(&self) -> String {
        whoami::username().unwrap_or_else(|_| "unknown".to_owned())
    }
}
