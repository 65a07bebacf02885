//! A task of which one runs at a time, and the flag by which it is cancelled.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use crate::{ErrorCode, WireError};

/// The flag of the task that runs, or of the last that ran.
#[derive(Debug, Default)]
pub(crate) struct Running {
    flag: Mutex<Option<Arc<AtomicBool>>>,
    closed: AtomicBool,
}

impl Running {
    /// Marks the beginning of a task and gives its flag, which it holds for as long as it runs.
    ///
    /// # Errors
    /// [`ErrorCode::Busy`] where one is running: `what` says what, "an import".
    pub(crate) fn begin(&self, what: &str) -> Result<Arc<AtomicBool>, WireError> {
        let mut running = self.flag.lock().unwrap_or_else(PoisonError::into_inner);
        if running.as_ref().is_some_and(|flag| Arc::strong_count(flag) > 1) {
            let hint = "Wait until it ends, or cancel it.";
            return Err(WireError::new(ErrorCode::Busy, format!("{what} is running"), hint));
        }
        let flag = Arc::new(AtomicBool::new(false));
        *running = Some(flag.clone());
        Ok(flag)
    }

    /// Whether a task runs.
    pub(crate) fn is_busy(&self) -> bool {
        let running = self.flag.lock().unwrap_or_else(PoisonError::into_inner);
        running.as_ref().is_some_and(|flag| Arc::strong_count(flag) > 1)
    }

    /// Asks the task to stop.
    pub(crate) fn cancel(&self) {
        if let Some(flag) = &*self.flag.lock().unwrap_or_else(PoisonError::into_inner) {
            flag.store(true, Ordering::Relaxed);
        }
    }

    /// Asks the task to stop for good: what it works on is open no longer.
    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::Relaxed);
        self.cancel();
    }

    /// Whether nothing is to be begun any more.
    pub(crate) fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Relaxed)
    }
}
