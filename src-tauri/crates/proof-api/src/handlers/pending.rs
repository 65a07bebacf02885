use crate::{Session, WireError, args::*, wire};

macro_rules! pending {
    ($($name:ident($args:ty) -> $answer:ty;)+) => {
        $(pub fn $name(_: &Session, _: $args) -> Result<$answer, WireError> {
            Err(WireError::internal(stringify!($name)))
        })+
    };
}

pending! {
    table_open(TableOpenArgs) -> wire::TablePreview;
    table_plan(TablePlanArgs) -> wire::TablePlan;
    table_import(TableImportArgs) -> wire::TablePlan;
    table_write(TableWriteArgs) -> wire::TableWritten;
}
