//! Ways in which a reader fails, or a worker that an attacker has taken answers.

use std::io::Write;
use std::thread::sleep;
use std::time::Duration;

/// Fails in the way that `kind` names; returns only where that is to go on and read.
#[allow(clippy::panic, reason = "this is what it is for")]
pub fn commit(kind: &str) {
    match kind {
        "panic" => panic!("a fault on purpose"),
        "abort" => std::process::abort(),
        "exit" => std::process::exit(0),
        "overflow" => assert_eq!(descend(0), 0),
        "exhaust" => exhaust(),
        "eat" => eat(),
        "hang" => sleep(Duration::from_hours(1)),
        "spin" => spin(),
        "trickle" => trickle(),
        "rubbish" => say(b"this is not a message"),
        "huge" => say(&[4, 0xff, 0xff, 0xff, 0xff]),
        "too-much" => (1..=u8::MAX).for_each(|number| say(&page(number, "hi"))),
        "loud" => return complain(),
        "stop-after-page" => say(&page(1, "hi")),
        "hang-after-page" => {
            say(&page(1, "hi"));
            sleep(Duration::from_hours(1));
        }
        "page-two-first" => say(&page(2, "hi")),
        "control-character" => say(&page(1, "h\u{7}")),
        _ => std::process::exit(64),
    }
    std::process::exit(0);
}

/// A message that holds a page without a label. Numbers and texts below 128, which take one byte each.
fn page(number: u8, text: &str) -> Vec<u8> {
    let length = u8::try_from(text.len()).unwrap_or_default();
    let mut payload = if number < 0x80 { vec![number] } else { vec![number, 1] };
    payload.extend([0, length]);
    payload.extend_from_slice(text.as_bytes());
    // It is no picture.
    payload.push(0);
    let mut message = vec![4];
    message.extend((u32::try_from(payload.len()).unwrap_or_default()).to_le_bytes());
    message.extend(payload);
    message
}

fn say(bytes: &[u8]) {
    let mut stdout = std::io::stdout().lock();
    let _ = stdout.write_all(bytes).and_then(|()| stdout.flush());
}

/// Complains more than anyone would read.
fn complain() {
    let mut stderr = std::io::stderr().lock();
    let line = [b'!'; 1 << 10];
    for _ in 0..(8 << 10) {
        let _ = stderr.write_all(&line);
    }
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

/// Takes memory until there is no more, or until 2 GiB show that nothing holds it.
fn eat() {
    let mut eaten: Vec<Vec<u8>> = Vec::new();
    while eaten.len() < 2_048 {
        eaten.push(vec![1; 1 << 20]);
    }
    std::hint::black_box(&eaten);
}

fn spin() {
    for turn in 0_u64.. {
        std::hint::black_box(turn);
    }
}

/// Says for ever that it makes progress.
fn trickle() {
    loop {
        say(&[2, 0, 0, 0, 0]);
        sleep(Duration::from_millis(50));
    }
}
