//! A mailbox of Outlook made byte by byte ([MS-PST]): one folder with what messages a test wants.

/// A property: its identifier and its value.
pub enum Value<'a> {
    Text(u16, &'a str),
    Bytes(u16, &'a [u8]),
    Number(u16, u32),
    Instant(u16, u64),
    /// A node below this one.
    Object(u16, u32),
}

/// A node: what its data is, and the nodes below it.
#[derive(Clone)]
pub struct Made {
    /// An identifier of the message instead, wherever it is met.
    is_message: bool,
    data: Vec<u8>,
    below: Vec<(u32, Made)>,
}

impl Made {
    /// Properties.
    pub fn of(values: &[Value<'_>]) -> Self {
        let mut pieces = vec![vec![0xb5, 2, 6, 0, 0x40, 0, 0, 0], Vec::new()];
        let mut records = Vec::new();
        for value in values {
            let (id, kind, bytes) = match value {
                Value::Text(id, text) => {
                    (id, 0x1f_u16, text.encode_utf16().flat_map(u16::to_le_bytes).collect())
                }
                Value::Bytes(id, bytes) => (id, 0x102, bytes.to_vec()),
                Value::Number(id, number) => (id, 3, number.to_le_bytes().to_vec()),
                Value::Instant(id, ticks) => (id, 0x40, ticks.to_le_bytes().to_vec()),
                Value::Object(id, node) => (id, 0xd, [node.to_le_bytes(), [0; 4]].concat()),
            };
            records.extend(id.to_le_bytes());
            records.extend(kind.to_le_bytes());
            if kind == 3 {
                records.extend(bytes);
            } else {
                pieces.push(bytes);
                records.extend(u32::try_from(pieces.len() << 5).unwrap().to_le_bytes());
            }
        }
        pieces[1] = records;
        Self { is_message: false, data: heap(0xbc, &pieces), below: Vec::new() }
    }

    /// A table of nothing but the identifiers of nodes.
    pub fn table(ids: &[u32]) -> Self {
        let mut info = vec![0x7c, 1];
        for end in [4_u16, 4, 4, 5] {
            info.extend(end.to_le_bytes());
        }
        info.extend([0; 4]);
        info.extend(if ids.is_empty() { 0_u32 } else { 2 << 5 }.to_le_bytes());
        info.extend([0; 4]);
        info.extend([3, 0, 0xf2, 0x67, 0, 0, 4, 0]);
        let rows: Vec<u8> = ids.iter().flat_map(|id| [&id.to_le_bytes()[..], &[0x80]].concat()).collect();
        Self { is_message: false, data: heap(0x7c, &[info, rows]), below: Vec::new() }
    }

    /// The same with a node below it.
    pub fn with(mut self, id: u32, below: Self) -> Self {
        self.below.push((id, below));
        self
    }
}

/// A heap of one block.
fn heap(kind: u8, pieces: &[Vec<u8>]) -> Vec<u8> {
    let mut block = vec![0, 0, 0xec, kind, 0x20, 0, 0, 0, 0, 0, 0, 0];
    let mut map = Vec::new();
    for piece in pieces {
        map.extend(u16::try_from(block.len()).unwrap().to_le_bytes());
        block.extend(piece);
    }
    map.extend(u16::try_from(block.len()).unwrap().to_le_bytes());
    let at = u16::try_from(block.len()).unwrap().to_le_bytes();
    block[..2].copy_from_slice(&at);
    block.extend(u16::try_from(pieces.len()).unwrap().to_le_bytes());
    block.extend([0, 0]);
    block.extend(map);
    block
}

/// The mailbox as it grows: its bytes, and where its blocks are.
struct Mailbox {
    bytes: Vec<u8>,
    blocks: Vec<(u64, u64, u16)>,
    /// The blocks of the message that holds itself.
    message: (u64, u64),
}

impl Mailbox {
    fn put(&mut self, data: &[u8], internal: u64) -> u64 {
        let id = (self.blocks.len() as u64 + 1) << 2 | internal;
        self.blocks.push((id, self.bytes.len() as u64, u16::try_from(data.len()).unwrap()));
        self.bytes.extend(data);
        id
    }

    /// The identifiers of a node's data and of the nodes below it.
    fn node(&mut self, node: &Made) -> (u64, u64) {
        if node.is_message {
            return self.message;
        }
        if node.below.is_empty() {
            return (self.put(&node.data, 0), 0);
        }
        let mut list = vec![2, 0, u8::try_from(node.below.len()).unwrap(), 0, 0, 0, 0, 0];
        for (id, below) in &node.below {
            let (data, deeper) = self.node(below);
            list.extend([u64::from(*id), data, deeper].iter().flat_map(|number| number.to_le_bytes()));
        }
        (self.put(&node.data, 0), self.put(&list, 2))
    }

    /// A page with these entries; where it is.
    fn page(&mut self, entries: &[u8], size: u8) -> u64 {
        let at = self.bytes.len();
        self.bytes.extend(entries);
        self.bytes.resize(at + 512, 0);
        let count = entries.len() / usize::from(size);
        assert!(entries.len() <= 488);
        self.bytes[at + 488..at + 492].copy_from_slice(&[u8::try_from(count).unwrap(), 20, size, 0]);
        at as u64
    }
}

/// A mailbox whose one folder `Inbox` holds these messages.
pub fn mailbox(messages: Vec<Made>) -> Vec<u8> {
    assembled(messages, (0, 0))
}

/// A mailbox of one message that carries itself under these identifiers.
pub fn mailbox_of_itself(message: Made, ids: &[u32], carried: &dyn Fn(Made) -> Made) -> Vec<u8> {
    let again = Made { is_message: true, data: Vec::new(), below: Vec::new() };
    let whole = ids.iter().fold(message, |message, id| message.with(*id, carried(again.clone())));
    // Its blocks come after the six of the folders: the data after all that is below it, then the list of that.
    let below = 1 + 2 * ids.len() as u64;
    let data = (6 + below + 1) << 2;
    assembled(vec![whole], (data, (data + 4) | 2))
}

fn assembled(messages: Vec<Made>, message: (u64, u64)) -> Vec<u8> {
    const ROOT: u32 = 0x122;
    const INBOX: u32 = 0x8022;
    let ids: Vec<u32> =
        (0..messages.len()).map(|index| 0x20_0004 + u32::try_from(index << 5).unwrap()).collect();
    let mut nodes = vec![
        (ROOT, Made::of(&[])),
        (ROOT & !31 | 0xd, Made::table(&[INBOX])),
        (ROOT & !31 | 0xe, Made::table(&[])),
        (INBOX, Made::of(&[Value::Text(0x3001, "Inbox")])),
        (INBOX & !31 | 0xd, Made::table(&[])),
        (INBOX & !31 | 0xe, Made::table(&ids)),
    ];
    nodes.extend(ids.into_iter().zip(messages));
    let mut mailbox = Mailbox { bytes: vec![0; 564], blocks: Vec::new(), message };
    let mut entries = Vec::new();
    for (id, node) in &nodes {
        let (data, below) = mailbox.node(node);
        entries.extend([u64::from(*id), data, below, 0].iter().flat_map(|number| number.to_le_bytes()));
    }
    let node_tree = mailbox.page(&entries, 32);
    let blocks = mailbox.blocks.clone();
    let entries: Vec<u8> = blocks
        .iter()
        .flat_map(|(id, at, length)| {
            [&id.to_le_bytes()[..], &at.to_le_bytes(), &length.to_le_bytes(), &[1, 0, 0, 0, 0, 0]].concat()
        })
        .collect();
    let block_tree = mailbox.page(&entries, 24);
    mailbox.bytes[..12].copy_from_slice(b"!BDN\0\0\0\0SM\x17\0");
    mailbox.bytes[224..232].copy_from_slice(&node_tree.to_le_bytes());
    mailbox.bytes[240..248].copy_from_slice(&block_tree.to_le_bytes());
    mailbox.bytes
}
