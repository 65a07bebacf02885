//! What lies in SQLite: the pages that everything is made from, and the full-text index that is compared.

pub mod fts5;
pub mod pages;
