//! Sums as they are sent, read into the model's.

use proof_model::{Amount, AmountKind, Scope, SumRange, currency};

use crate::{WireError, args::AmountArgs};

/// Reads sums.
///
/// # Errors
/// [`crate::ErrorCode::BadValue`] with the one that is none.
pub(crate) fn amounts(args: &[AmountArgs]) -> Result<Vec<Amount>, WireError> {
    args.iter().map(|args| Ok(amount(args).map_err(proof_library::LibraryError::from)?)).collect()
}

/// Why a sum could not be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoAmount {
    #[error(transparent)]
    Word(#[from] proof_model::UnknownWord),
    #[error(transparent)]
    Figures(#[from] proof_model::AmountError),
}

impl From<NoAmount> for proof_library::LibraryError {
    fn from(error: NoAmount) -> Self {
        match error {
            NoAmount::Word(error) => error.into(),
            NoAmount::Figures(error) => error.into(),
        }
    }
}

fn amount(args: &AmountArgs) -> Result<Amount, NoAmount> {
    let plain = |text: &str| text.replace([',', ' ', '\u{a0}', '_'], "");
    Ok(Amount {
        kind: AmountKind::from_word(&args.kind)?,
        range: SumRange::parse(&plain(&args.low), &plain(&args.high))?,
        currency: currency(args.currency.trim())?,
        scope: if args.scope.is_empty() { Scope::Total } else { Scope::from_word(&args.scope)? },
        as_stated: args.as_stated.trim().to_owned(),
        converted: args.converted.trim().to_owned(),
    })
}
