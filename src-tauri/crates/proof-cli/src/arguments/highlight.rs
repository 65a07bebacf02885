use clap::{Args, Subcommand};
use proof_api::CiteArgs;
use proof_model::Colour;

/// What to do with highlights and notes on passages.
#[derive(Debug, Subcommand)]
pub enum HighlightCommand {
    /// List what cites or marks a passage of a document.
    List {
        /// The document.
        doc: String,
    },
    /// Highlight a passage, or write a note on it.
    Add {
        #[command(flatten)]
        passage: PassageArguments,
        /// yellow, green, blue, pink or orange.
        #[arg(long, default_value = "yellow", value_parser = colour)]
        colour: Colour,
        /// The note.
        #[arg(long, default_value = "", value_name = "TEXT")]
        note: String,
    },
    /// Change the colour or the note of a highlight.
    Edit {
        /// The highlight, by its identifier.
        highlight: String,
        /// yellow, green, blue, pink or orange.
        #[arg(long, value_parser = colour)]
        colour: Option<Colour>,
        /// The note; empty for none.
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    /// Take a highlight away. Undo brings it back.
    Remove {
        /// The highlight, by its identifier.
        highlight: String,
    },
    /// The colours, each with what it stands for.
    Colours,
    /// Say what a colour stands for; its own name again where nothing is given.
    Name {
        /// yellow, green, blue, pink or orange.
        #[arg(value_parser = colour)]
        colour: Colour,
        /// What it stands for.
        #[arg(default_value = "")]
        name: String,
    },
    /// Show a passage as it would be cited, with page, exhibit mark and Bates number.
    Cite(PassageArguments),
}

/// A passage of a document.
#[derive(Debug, Args)]
pub struct PassageArguments {
    /// The document.
    doc: String,
    /// Page of the file, from 1.
    #[arg(long, default_value_t = 1, value_name = "N")]
    page: u32,
    /// The exact words.
    #[arg(long, value_name = "WORDS")]
    quote: String,
    /// The words right before them, where the same words stand on the page more than once.
    #[arg(long, default_value = "", value_name = "WORDS")]
    after: String,
    /// The words right after them.
    #[arg(long, default_value = "", value_name = "WORDS")]
    before: String,
}

impl PassageArguments {
    /// As the handler takes it.
    pub fn cite(&self) -> CiteArgs {
        CiteArgs {
            document: self.doc.clone(),
            page: self.page,
            quote: self.quote.clone(),
            prefix: self.after.clone(),
            suffix: self.before.clone(),
            seen: false,
        }
    }
}

fn colour(word: &str) -> Result<Colour, String> {
    Colour::from_word(word).map_err(|error| error.to_string())
}
