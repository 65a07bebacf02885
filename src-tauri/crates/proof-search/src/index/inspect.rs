//! Whether the files of an index hold what was written.

use tantivy::directory::error::OpenReadError;
use tantivy::index::{IndexSettings, SegmentComponent, SegmentMeta, SegmentReader};
use tantivy::{Index, TantivyError};

use super::schema;

const COMPONENTS: [SegmentComponent; 6] = [
    SegmentComponent::Terms,
    SegmentComponent::Postings,
    SegmentComponent::Positions,
    SegmentComponent::FastFields,
    SegmentComponent::FieldNorms,
    SegmentComponent::Store,
];

/// Reads every file of the index and compares checksums and counts.
///
/// tantivy's own check passes over files that its list does not name and over `meta.json`, which has no checksum;
/// so the files are taken from the segments, and the counts in `meta.json` are compared with those in the files.
/// `Some` tells what is wrong.
pub(super) fn damage(index: &Index) -> Result<Option<String>, TantivyError> {
    let metas = index.load_metas()?;
    if index.schema() != schema::schema().0 || index.settings() != &IndexSettings::default() {
        return Ok(Some("its description was changed".into()));
    }
    for segment in &metas.segments {
        if let Some(damage) = segment_damage(index, segment)? {
            return Ok(Some(damage));
        }
    }
    Ok(None)
}

fn segment_damage(index: &Index, segment: &SegmentMeta) -> Result<Option<String>, TantivyError> {
    let deletes = segment.has_deletes().then_some(SegmentComponent::Delete);
    for component in COMPONENTS.into_iter().chain(deletes) {
        let path = segment.relative_path(component);
        match index.directory().validate_checksum(&path) {
            Ok(true) => {}
            Ok(false) => return Ok(Some(format!("{} was changed", path.display()))),
            Err(OpenReadError::FileDoesNotExist(path)) => {
                return Ok(Some(format!("{} is missing", path.display())));
            }
            Err(error) => return Err(error.into()),
        }
    }
    let reader = SegmentReader::open(&index.segment(segment.clone()))?;
    let pages = reader.fast_fields().u64(schema::DIGEST)?.num_docs();
    let consistent = pages == segment.max_doc()
        && reader.num_docs() == segment.num_docs()
        && segment.delete_opstamp().is_some() == segment.has_deletes();
    Ok((!consistent).then(|| "its page counts do not add up".into()))
}
