//! Families of copies: documents that are nearly the same.

use std::collections::{BTreeMap, HashMap, HashSet};

use proof_findings::{Signature, VERSION, Words, common};
use proof_model::DocumentId;
use proof_store::{DocumentRecord, Signed};

use crate::{Library, LibraryError, near::age};

/// The share of its words that each of two copies has of the other at least.
const COPY: f64 = 0.8;
/// Two documents that resemble each other less, as estimated, are not counted: where each has 0.8 of the other, they
/// resemble each other by about 0.67, five standard errors more.
const WORTH_COUNTING: f64 = 0.45;
/// Families that a document is held against of those in one band.
const TRIED: usize = 16;

/// Documents that are nearly the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Family {
    /// The member with the earliest date of publication, or that it bears; where none has one, that came in first.
    pub oldest: DocumentId,
    /// Its title.
    pub title: String,
    /// The others, by age.
    pub copies: Vec<FamilyCopy>,
}

/// A member of a family. Shares are of words in common runs of 8 or more, from 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct FamilyCopy {
    /// The document.
    pub document: DocumentId,
    /// Its title.
    pub title: String,
    /// The share of the oldest's words that it has.
    pub share_of_oldest: f64,
    /// The share of its own words that the oldest has.
    pub share_of_copy: f64,
}

impl Library {
    /// The families of a case, or of all documents, the largest first, and how many documents are not compared yet.
    ///
    /// A family is a connected group: each member has, with some other, at least 0.8 of the words in common both ways.
    /// One that only quotes another is in none. In one band a document is held against one member of each of at most
    /// 16 groups, so a chain of copies of copies may come out as two families.
    ///
    /// # Errors
    /// Where there is no such case, or the library cannot be read.
    pub fn families(&self, case: Option<&str>) -> Result<(Vec<Family>, usize), LibraryError> {
        let unsigned = self.sign_missing()?;
        let signed = self.read::<_, LibraryError>(|read| {
            let case = case.map(|key| read.find_case(key)).transpose()?;
            Ok(read.signed(case.map(|case| case.id), VERSION)?)
        })?;
        let mut families = Vec::new();
        for members in self.groups(&signed)? {
            families.push(self.family_of(&members)?);
        }
        families.sort_by_key(|family: &Family| (std::cmp::Reverse(family.copies.len()), family.oldest));
        Ok((families, unsigned))
    }

    fn groups(&self, signed: &[Signed]) -> Result<Vec<Vec<DocumentId>>, LibraryError> {
        let sketches: Vec<Option<Signature>> =
            signed.iter().map(|signed| Signature::from_bytes(&signed.sketch)).collect();
        let mut bands: HashMap<u64, Vec<usize>> = HashMap::new();
        for (at, sketch) in sketches.iter().enumerate() {
            let keys = sketch.iter().flat_map(Signature::bands);
            keys.for_each(|key| bands.entry(key).or_default().push(at));
        }
        let mut bands: Vec<Vec<usize>> = bands.into_values().filter(|band| band.len() > 1).collect();
        bands.sort_unstable();
        let mut groups = Groups((0..signed.len()).collect());
        let mut counted = HashSet::new();
        for band in bands {
            let mut tried: Vec<usize> = Vec::new();
            for at in band {
                for other in tried.clone() {
                    let apart = groups.of(at) != groups.of(other) && counted.insert((other, at));
                    if apart && self.is_copy((&sketches, signed), at, other)? {
                        groups.join(at, other);
                    }
                }
                let is_new = tried.iter().all(|other| groups.of(at) != groups.of(*other));
                if is_new && tried.len() < TRIED {
                    tried.push(at);
                }
            }
        }
        let mut members: BTreeMap<usize, Vec<DocumentId>> = BTreeMap::new();
        for (at, signed) in signed.iter().enumerate() {
            members.entry(groups.of(at)).or_default().push(signed.document);
        }
        Ok(members.into_values().filter(|members| members.len() > 1).collect())
    }

    fn is_copy(
        &self,
        (sketches, signed): (&[Option<Signature>], &[Signed]),
        at: usize,
        other: usize,
    ) -> Result<bool, LibraryError> {
        let (Some(one), Some(two)) = (&sketches[at], &sketches[other]) else { return Ok(false) };
        if one.resemblance(two) < WORTH_COUNTING {
            return Ok(false);
        }
        let (one, two) = (self.words_of(signed[at].document)?.1, self.words_of(signed[other].document)?.1);
        let common = common(&one, &two);
        Ok(common.share_of_a.min(common.share_of_b) >= COPY)
    }

    fn family_of(&self, members: &[DocumentId]) -> Result<Family, LibraryError> {
        let mut records: Vec<DocumentRecord> = self.read::<_, LibraryError>(|read| {
            members.iter().map(|member| Ok(read.find_document(&member.to_string())?)).collect()
        })?;
        records.sort_by_key(age);
        let mut records = records.into_iter();
        let Some(oldest) = records.next() else {
            return Err(LibraryError::Refused("a family has no member".to_owned()));
        };
        let words = self.words_of(oldest.document.id)?.1;
        let copies = records.map(|record| self.family_copy(&words, record)).collect::<Result<_, _>>()?;
        Ok(Family { oldest: oldest.document.id, title: oldest.document.title, copies })
    }

    fn family_copy(&self, oldest: &Words, record: DocumentRecord) -> Result<FamilyCopy, LibraryError> {
        let common = common(oldest, &self.words_of(record.document.id)?.1);
        Ok(FamilyCopy {
            document: record.document.id,
            title: record.document.title,
            share_of_oldest: common.share_of_a,
            share_of_copy: common.share_of_b,
        })
    }
}

/// Which are in one group: each points to one of its group, and the first of a group to itself.
struct Groups(Vec<usize>);

impl Groups {
    fn of(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.of(one), self.of(other));
        self.0[one.max(other)] = one.min(other);
    }
}
