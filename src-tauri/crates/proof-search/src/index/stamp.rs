//! What an index says of itself, in the payload of each commit.

use serde::{Deserialize, Serialize};

use super::schema;
use crate::entry::document_key;
use crate::error::Reason;

/// Which library an index belongs to, and which state of it the index shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stamp {
    /// The library's id.
    pub library: String,
    /// The caller's count of changes at the last commit. When the store is ahead of it, the index is behind.
    pub generation: u64,
}

#[derive(Serialize, Deserialize)]
struct Payload {
    schema: u32,
    library: String,
    generation: u64,
    /// tantivy guards every file of the index with a checksum, but not the one that holds this.
    check: u64,
}

impl Stamp {
    /// The payload to write; an error of serialisation leaves it empty, which reads as an unfinished index.
    pub(super) fn to_payload(&self) -> String {
        let check = check(&self.library, self.generation);
        let payload = Payload {
            schema: schema::VERSION,
            library: self.library.clone(),
            generation: self.generation,
            check,
        };
        serde_json::to_string(&payload).unwrap_or_default()
    }

    /// Reads the payload of an index that should belong to `library`, or says why it has to be built again.
    pub(super) fn from_payload(payload: Option<&str>, library: &str) -> Result<Self, Reason> {
        let text = payload.filter(|text| !text.is_empty()).ok_or(Reason::Unfinished)?;
        let read: Payload = serde_json::from_str(text).map_err(|error| Reason::Damaged(error.to_string()))?;
        if read.schema != schema::VERSION {
            return Err(Reason::OtherSchema);
        }
        if read.check != check(&read.library, read.generation) {
            return Err(Reason::Damaged("its stamp does not add up".into()));
        }
        if read.library != library {
            return Err(Reason::OtherLibrary);
        }
        Ok(Self { library: read.library, generation: read.generation })
    }
}

fn check(library: &str, generation: u64) -> u64 {
    document_key(&format!("{}|{library}|{generation}", schema::VERSION))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_survives_its_payload() {
        let stamp = Stamp { library: "lib".into(), generation: 7 };
        assert_eq!(Stamp::from_payload(Some(&stamp.to_payload()), "lib"), Ok(stamp));
    }

    #[test]
    fn each_foreign_payload_names_its_reason() {
        let good = Stamp { library: "lib".into(), generation: 7 }.to_payload();
        let read = |payload: Option<&str>, library| Stamp::from_payload(payload, library).unwrap_err();
        assert_eq!(read(None, "lib"), Reason::Unfinished);
        assert_eq!(read(Some(&good), "other"), Reason::OtherLibrary);
        assert_eq!(read(Some(&good.replace("\"schema\":2", "\"schema\":0")), "lib"), Reason::OtherSchema);
        assert!(matches!(
            read(Some(&good.replace("\"generation\":7", "\"generation\":8")), "lib"),
            Reason::Damaged(_)
        ));
        assert!(matches!(read(Some("{"), "lib"), Reason::Damaged(_)));
    }
}
