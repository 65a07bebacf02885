//! An answer of a web server as it was sent (RFC 9112), and its content.

use super::Header;
use flate2::read::{MultiGzDecoder, ZlibDecoder};
use std::io::{self, BufRead, Read};

/// The head of an answer.
pub(super) struct Answer {
    pub status: u16,
    /// Without parameters, in lower case.
    pub media_type: String,
    is_chunked: bool,
    packed: Packed,
}

#[derive(Clone, Copy)]
enum Packed {
    Not,
    Gzip,
    Deflate,
    /// In a way that is not known here.
    Otherwise,
}

/// Whether files of that type are documents: neither what a page is drawn with nor what is heard and seen.
pub(super) fn is_document(media_type: &str) -> bool {
    let drawn_with = ["css", "javascript", "ecmascript", "font", "wasm", "x-shockwave-flash"];
    let (kind, of) = media_type.split_once('/').unwrap_or((media_type, ""));
    !matches!(kind, "image" | "audio" | "video" | "font") && !drawn_with.iter().any(|word| of.contains(word))
}

impl Answer {
    /// Reads the head of an answer, up to its content.
    pub(super) fn read(from: &mut dyn BufRead) -> io::Result<Self> {
        let mut line = Vec::new();
        from.take(4_096).read_until(b'\n', &mut line)?;
        let line = String::from_utf8_lossy(&line);
        let status = line.strip_prefix("HTTP/").and_then(|rest| rest.split_whitespace().nth(1)?.parse().ok());
        let status = status.ok_or(io::ErrorKind::InvalidData)?;
        let header = Header::read(from)?;
        let word = |name: &str| header.field(name).unwrap_or_default().to_ascii_lowercase();
        let media_type = word("content-type").split(';').next().unwrap_or_default().trim().to_owned();
        let packed = match word("content-encoding").trim() {
            "" | "identity" => Packed::Not,
            "gzip" | "x-gzip" => Packed::Gzip,
            "deflate" => Packed::Deflate,
            _ => Packed::Otherwise,
        };
        Ok(Self { status, media_type, is_chunked: word("transfer-encoding").contains("chunked"), packed })
    }

    /// Whether what was asked for was given.
    pub(super) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The content, unpacked. Some programs keep it unpacked and leave the head as it was: what does not begin as the
    /// head says is taken as it is.
    pub(super) fn content<'a>(&self, from: &'a mut dyn BufRead) -> Box<dyn Read + 'a> {
        let begins =
            |from: &mut dyn BufRead| from.fill_buf().map(|start| start.first().copied()).unwrap_or_default();
        let is_chunked = self.is_chunked && begins(from).is_some_and(|byte| byte.is_ascii_hexdigit());
        let mut sent: Box<dyn BufRead + 'a> = if is_chunked {
            Box::new(io::BufReader::new(Chunked { from, left: 0, state: State::Size }))
        } else {
            Box::new(from)
        };
        let first = begins(&mut sent);
        match self.packed {
            Packed::Gzip if first == Some(0x1f) => Box::new(MultiGzDecoder::new(sent)),
            Packed::Deflate if first.is_some_and(|byte| byte & 15 == 8) => Box::new(ZlibDecoder::new(sent)),
            Packed::Otherwise => Box::new(Unknown),
            _ => Box::new(sent),
        }
    }
}

/// Content that cannot be unpacked.
struct Unknown;

impl Read for Unknown {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::new(io::ErrorKind::Unsupported, "it is packed in a way that Proofline does not know"))
    }
}

/// Content in chunks (RFC 9112, 7.1).
struct Chunked<'a> {
    from: &'a mut dyn BufRead,
    left: u64,
    state: State,
}

enum State {
    /// The size of a chunk comes next.
    Size,
    /// The rest of a chunk, and then the end of its line.
    Chunk,
    Over,
}

impl Read for Chunked<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.state {
                State::Over => return Ok(0),
                State::Size => self.begin_chunk()?,
                State::Chunk if self.left == 0 => {
                    self.line()?;
                    self.state = State::Size;
                }
                State::Chunk => {
                    let count = (&mut *self.from).take(self.left).read(buffer)?;
                    if count == 0 && !buffer.is_empty() {
                        return Err(io::ErrorKind::UnexpectedEof.into());
                    }
                    self.left -= count as u64;
                    return Ok(count);
                }
            }
        }
    }
}

impl Chunked<'_> {
    fn begin_chunk(&mut self) -> io::Result<()> {
        let line = self.line()?;
        let digits = line.split(';').next().unwrap_or_default().trim();
        self.left = u64::from_str_radix(digits, 16).map_err(|_| io::ErrorKind::InvalidData)?;
        self.state = if self.left == 0 { State::Over } else { State::Chunk };
        Ok(())
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = Vec::new();
        (&mut *self.from).take(4_096).read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(String::from_utf8_lossy(&line).into_owned())
    }
}
