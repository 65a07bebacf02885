use proof_model::Colour;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::CiteArgs;

/// A highlight, or a note on a passage.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AnnotationArgs {
    /// The passage.
    pub cite: CiteArgs,
    /// Colour.
    #[ts(type = "Colour")]
    pub colour: Colour,
    /// The note, plain text; empty for a highlight alone.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub note: String,
}

/// What is to change of a highlight or a note; what is left out stays.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AnnotationEditArgs {
    /// The annotation.
    pub annotation: String,
    /// Colour.
    #[serde(default)]
    #[ts(optional, type = "Colour")]
    pub colour: Option<Colour>,
    /// The note.
    #[serde(default)]
    #[ts(optional)]
    pub note: Option<String>,
}

/// A highlight or a note, by its identifier.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AnnotationRef {
    /// The annotation.
    pub annotation: String,
}

/// What a colour stands for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ColourArgs {
    /// Colour.
    #[ts(type = "Colour")]
    pub colour: Colour,
    /// What it stands for; empty for the colour's own name.
    pub name: String,
}
