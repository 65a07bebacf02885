//! Journeys of people at a terminal: the `proofline` command, as it is built, on libraries of their own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod api;
mod bad_input;
mod crash;
mod everyday;
mod schemas;
mod terminal;
