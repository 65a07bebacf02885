//! Journeys of people at a terminal: the `proofline` command, as it is built, on libraries of their own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod acts;
mod api;
mod archives;
mod bad_acts;
mod bad_input;
#[path = "../bench/chance.rs"]
mod chance;
mod chronology;
mod crash;
mod custody;
mod everyday;
mod everything;
mod evidence;
mod exhibits;
mod filters;
mod forger;
mod near;
mod order;
#[path = "../bench/passages.rs"]
mod passages;
mod quotes;
mod register;
mod sample;
mod schemas;
mod searches;
mod session;
mod table_commands;
mod tables;
mod tampering;
mod terminal;
mod terms;
mod threads;
mod upkeep;
mod watch;
