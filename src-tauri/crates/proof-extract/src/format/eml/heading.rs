//! The header fields that people look at.

use mail_parser::{Addr, Address, Message};

/// The fields above the body, with their names, the date as the message words it. Those that say nothing are left out.
pub(crate) fn fields(message: &Message<'_>) -> Vec<(&'static str, String)> {
    let date = message.header_raw("Date").map(|date| date.trim().to_owned());
    let fields = [
        ("From", addresses(message.from())),
        ("To", addresses(message.to())),
        ("Cc", addresses(message.cc())),
        ("Date", date),
        ("Subject", message.subject().map(ToOwned::to_owned)),
    ];
    let told = |(name, value): (&'static str, Option<String>)| {
        let value = value?.split_whitespace().collect::<Vec<_>>().join(" ");
        (!value.is_empty()).then_some((name, value))
    };
    fields.into_iter().filter_map(told).collect()
}

/// Addresses with their names, parted by commas.
pub(super) fn addresses(address: Option<&Address<'_>>) -> Option<String> {
    let one = |addr: &Addr<'_>| match (addr.name(), addr.address()) {
        (Some(name), Some(address)) if name != address => Some(format!("{name} <{address}>")),
        (_, Some(address)) => Some(address.to_owned()),
        (Some(name), None) => Some(name.to_owned()),
        (None, None) => None,
    };
    let all: Vec<String> = address?.iter().filter_map(one).collect();
    (!all.is_empty()).then(|| all.join(", "))
}
