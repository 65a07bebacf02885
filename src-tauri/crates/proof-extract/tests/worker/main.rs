//! The worker as a program of its own, for this crate's tests. It does as others do, unless the document it is given
//! begins with an order: then it misbehaves, or tries to get out, once it is confined as any worker is.
//!
//! Started with `fault KIND` it misbehaves at once, with `tries …` it tries the same things without being confined,
//! and with `parent …` it has a document read by a worker of its own.

#[cfg(target_os = "linux")]
mod escapes;
mod faults;
mod parent;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let order = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    match (order.as_str(), rest.as_slice()) {
        ("fault", [kind, ..]) => faults::commit(kind),
        ("tries", [aims]) => say(&try_to_escape(aims)),
        ("parent", [kind, document]) => parent::have_read(kind, document),
        _ => proof_extract::serve_if_worker_acting(act),
    }
    std::process::exit(64);
}

/// Obeys the order in the document's first line, if there is one; what is to be read instead of it.
fn act(document: Vec<u8>) -> Vec<u8> {
    let first = document.split(|&byte| byte == b'\n').next().unwrap_or_default();
    match std::str::from_utf8(first).ok().and_then(|line| line.strip_prefix("#!")?.split_once(' ')) {
        Some(("fault", kind)) => {
            faults::commit(kind);
            document
        }
        Some(("tries", aims)) => try_to_escape(aims).into_bytes(),
        Some(("tell", _)) => started().into_bytes(),
        _ => document,
    }
}

/// The number of this process, and how the program was called that it is or is forked from.
fn started() -> String {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    format!("{} {}", std::process::id(), arguments.join(" "))
}

#[cfg(target_os = "linux")]
fn try_to_escape(aims: &str) -> String {
    escapes::report(aims)
}

#[cfg(not(target_os = "linux"))]
fn try_to_escape(_aims: &str) -> String {
    String::new()
}

fn say(text: &str) -> ! {
    let mut stdout = std::io::stdout().lock();
    let written = std::io::Write::write_all(&mut stdout, text.as_bytes());
    std::process::exit(i32::from(written.is_err()))
}
