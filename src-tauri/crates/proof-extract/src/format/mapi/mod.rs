//! Messages as Outlook keeps them ([MS-OXCMSG]), made into e-mail as it is sent (RFC 5322 with MIME): the same bytes
//! each time, so that a copy is known as one.

mod code_page;
mod compose;
mod lzfu;
mod rtf;

pub(crate) use code_page::decoded;
pub(crate) use compose::compose;

/// A message, by its properties. Empty text where it has none.
#[derive(Debug, Default)]
#[allow(clippy::struct_field_names, reason = "a message's identifier is called that")]
pub(crate) struct Message {
    /// The header that it came with (`PidTagTransportMessageHeaders`).
    pub transport: String,
    pub subject: String,
    pub from: Person,
    /// Who sent it for whom it is from, if that is another.
    pub sender: Person,
    pub to: Vec<Person>,
    pub cc: Vec<Person>,
    pub bcc: Vec<Person>,
    /// When it was handed in, else when it was delivered: tenths of a microsecond since 1601.
    pub date: Option<u64>,
    /// Its `Message-ID`.
    pub id: String,
    pub in_reply_to: String,
    pub references: String,
    pub plain: String,
    pub html: String,
    /// The body as compressed RTF (`PidTagRtfCompressed`), which counts where there is no other.
    pub rtf: Vec<u8>,
    pub attachments: Vec<Attachment>,
}

/// A person, as a message names them.
#[derive(Debug, Default, Clone)]
pub(crate) struct Person {
    pub name: String,
    pub address: String,
}

/// A file or a message that a message carries.
#[derive(Debug)]
pub(crate) struct Attachment {
    pub name: String,
    /// Empty where it is not told.
    pub media_type: String,
    /// What the HTML calls it, for pictures.
    pub content_id: String,
    pub content: Content,
}

#[derive(Debug)]
pub(crate) enum Content {
    Bytes(Vec<u8>),
    Message(Box<Message>),
}

impl Message {
    /// Makes text of the RTF where there is no other body.
    pub(crate) fn settle_body(&mut self) {
        if !self.plain.trim().is_empty() || !self.html.trim().is_empty() || self.rtf.is_empty() {
            return;
        }
        let Some(source) = lzfu::unpacked(&self.rtf) else { return };
        match rtf::unwrapped(&source) {
            rtf::Unwrapped::Html(html) => self.html = html,
            rtf::Unwrapped::Text(text) => self.plain = text,
        }
    }
}

impl Person {
    /// Whether nothing is known of them.
    pub(crate) fn is_nobody(&self) -> bool {
        self.name.is_empty() && self.address.is_empty()
    }
}
