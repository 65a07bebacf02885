//! Journeys of people at a terminal: the `proofline` command, as it is built, on libraries of their own.

mod api;
mod bad_input;
mod crash;
mod everyday;
mod terminal;
