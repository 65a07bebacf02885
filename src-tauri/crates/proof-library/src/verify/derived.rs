use proof_store::{Fault, Read, StoreError};

use super::{Part, Verification, Walk};
use crate::LibraryError;

/// Looks for what is not as it should be.
type Check = fn(Read<'_>) -> Result<Vec<Fault>, StoreError>;

impl Walk<'_> {
    /// SQLite's own file, and what is derived from rows and ledger in it.
    pub(super) fn derived(&self, _: &mut Verification) -> Result<(), LibraryError> {
        let checks: [Check; 5] = [
            |read| read.check_database(),
            |read| read.check_lines(),
            |read| read.check_document_lines(),
            |read| read.check_numbers(),
            |read| read.check_ledger_documents(),
        ];
        let total = checks.len() as u64;
        for (done, check) in (0..).zip(checks) {
            self.watcher.reached(Part::Database, done, total);
            if self.watcher.cancelled() {
                return Ok(());
            }
            let faults = self.read(|read| Ok(check(read)?))?;
            self.faults(Part::Database, faults);
        }
        self.watcher.reached(Part::Database, total, total);
        Ok(())
    }
}
