//! The worker as a program of its own, for this crate's tests. With `fault KIND` it misbehaves on purpose instead.

use std::io::Write;
use std::time::Duration;

fn main() {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some("fault") {
        misbehave(&arguments.next().unwrap_or_default());
    }
    proof_extract::serve_if_worker();
    std::process::exit(64);
}

#[allow(clippy::panic, reason = "this is what it is for")]
fn misbehave(fault: &str) {
    match fault {
        "panic" => panic!("a fault on purpose"),
        "abort" => std::process::abort(),
        "exit" => std::process::exit(0),
        "overflow" => assert_eq!(descend(0), 0),
        "exhaust" => exhaust(),
        "hang" => std::thread::sleep(Duration::from_hours(1)),
        "rubbish" => say(b"this is not a message"),
        "huge" => say(&[4, 0xff, 0xff, 0xff, 0xff]),
        "stop-after-page" => say(&PAGE_ONE),
        "hang-after-page" => {
            say(&PAGE_ONE);
            std::thread::sleep(Duration::from_hours(1));
        }
        "page-two-first" => say(&[4, 5, 0, 0, 0, 2, 0, 2, b'h', b'i']),
        "control-character" => say(&[4, 5, 0, 0, 0, 1, 0, 2, b'h', 7]),
        _ => std::process::exit(64),
    }
    std::process::exit(0);
}

/// A page message: number 1, no label, the text "hi".
const PAGE_ONE: [u8; 10] = [4, 5, 0, 0, 0, 1, 0, 2, b'h', b'i'];

fn say(bytes: &[u8]) {
    let mut stdout = std::io::stdout().lock();
    let _ = stdout.write_all(bytes).and_then(|()| stdout.flush());
}

#[allow(unconditional_recursion, reason = "this is what it is for")]
fn descend(depth: u64) -> u64 {
    let frame = [depth; 64];
    std::hint::black_box(&frame);
    descend(depth + 1) + frame[0]
}

/// What the allocator says when memory runs out, without taking the machine's memory.
fn exhaust() {
    let layout = std::alloc::Layout::new::<[u8; 4096]>();
    std::alloc::handle_alloc_error(layout)
}
