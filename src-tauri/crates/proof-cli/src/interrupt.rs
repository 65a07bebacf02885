//! Ctrl+C, for what can be stopped and still has something to say.

use std::{
    process,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// A flag that the first Ctrl+C sets. The second ends the program, as the first does where no flag was asked for.
pub fn flag() -> Arc<AtomicBool> {
    let flag = Arc::new(AtomicBool::new(false));
    let set = flag.clone();
    // Where the system does not let it be caught, Ctrl+C ends the program as it always does.
    ctrlc::set_handler(move || {
        if set.swap(true, Ordering::SeqCst) {
            process::exit(130);
        }
    })
    .ok();
    flag
}
