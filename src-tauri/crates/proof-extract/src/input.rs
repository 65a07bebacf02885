//! The original, as a worker reads it: a file that was opened for it, from any place in it.

use crate::Limits;
use crate::output::Stop;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

/// The original: its bytes, and how many there are.
#[derive(Debug)]
pub(crate) struct Input {
    file: File,
    length: u64,
}

impl Input {
    /// The file that this process was given as its standard input. To be asked for before the process is confined.
    pub(crate) fn given() -> io::Result<Self> {
        Self::new(standard_input()?)
    }

    /// That file, from its beginning.
    pub(crate) fn new(mut file: File) -> io::Result<Self> {
        let length = file.seek(SeekFrom::End(0))?;
        file.rewind()?;
        Ok(Self { file, length })
    }

    /// How many bytes it has.
    pub(crate) const fn length(&self) -> u64 {
        self.length
    }

    /// Its first bytes; it stands at its beginning afterwards.
    pub(crate) fn head(&mut self, most: u64) -> io::Result<Vec<u8>> {
        let mut head = Vec::new();
        self.file.rewind()?;
        self.file.by_ref().take(most).read_to_end(&mut head)?;
        self.file.rewind()?;
        Ok(head)
    }

    /// Its first and its last bytes, that many of each, with nothing between; all of a short one.
    pub(crate) fn ends(&mut self, most: u64) -> io::Result<Vec<u8>> {
        let mut ends = self.head(most)?;
        self.file.seek(SeekFrom::Start(self.length.saturating_sub(most).max(ends.len() as u64)))?;
        self.file.by_ref().take(most).read_to_end(&mut ends)?;
        self.file.rewind()?;
        Ok(ends)
    }

    /// All of it, unless it is longer than documents may be.
    pub(crate) fn whole(&mut self, limits: &Limits) -> Result<Vec<u8>, Stop> {
        if self.length > limits.input_bytes {
            return Err(Stop::Limit(format!("it is larger than {} MB", limits.input_bytes >> 20)));
        }
        self.head(limits.input_bytes).map_err(|error| match error.kind() {
            // Asked for as one piece, which the system may deny.
            io::ErrorKind::OutOfMemory => {
                Stop::Limit(format!("reading it takes more than {} MB of memory", limits.memory >> 20))
            }
            _ => Stop::Gone(error),
        })
    }
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.file.read(buffer)
    }
}

impl Seek for Input {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

#[cfg(unix)]
fn standard_input() -> io::Result<File> {
    use std::os::fd::AsFd;
    Ok(File::from(io::stdin().as_fd().try_clone_to_owned()?))
}

#[cfg(windows)]
fn standard_input() -> io::Result<File> {
    use std::os::windows::io::AsHandle;
    Ok(File::from(io::stdin().as_handle().try_clone_to_owned()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn input(bytes: &[u8]) -> Input {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        Input::new(file).unwrap()
    }

    #[test]
    fn ends_are_the_head_and_the_tail_without_overlap() {
        let cases: [(&[u8], &[u8]); 4] =
            [(b"", b""), (b"abc", b"abc"), (b"abcdefg", b"abcdefg"), (b"abcd....wxyz", b"abcdwxyz")];
        for (bytes, expected) in cases {
            assert_eq!(input(bytes).ends(4).unwrap(), expected);
        }
    }

    #[test]
    fn a_document_that_is_too_long_is_not_read() {
        let limits = Limits { input_bytes: 3, ..Limits::default() };
        assert!(input(b"abcd").whole(&limits).is_err());
        assert_eq!(input(b"abc").whole(&limits).unwrap(), b"abc");
    }
}
