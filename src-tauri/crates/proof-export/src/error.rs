//! Why nothing was written.

use std::io;
use std::path::PathBuf;

/// Why nothing was written. What stood at the target before stands there still.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The system could not write it.
    #[error("{} could not be written: {error}; choose a folder that you may write to, on a disk with room", path.display())]
    NotWritten {
        /// The target.
        path: PathBuf,
        /// What the system says.
        #[source]
        error: io::Error,
    },
    /// A workbook cannot hold it; a CSV file can.
    #[error("{place} does not fit a workbook: {reason}; export it as CSV")]
    DoesNotFit {
        /// Which table and, if it is one row's fault, which row, the header being 1.
        place: String,
        /// What the format does not hold.
        reason: String,
    },
}
