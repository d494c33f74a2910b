//! The plugin's log: shown in the dashboard and written to the host's log.

use crate::abi::Kept;
use crate::declare::{enumeration, lower_record, record};

mod raw {
    #[link(wasm_import_module = "phira:plugin/log@1.0.0")]
    extern "C" {
        pub fn write(level: u32, message: *const u8, message_length: usize, fields: *const u8, field_count: usize);
    }
}

enumeration! {
    /// How important a line is.
    pub enum Level {
        Trace,
        Debug,
        Info,
        Warn,
        Error,
    }
}

record! {
    /// A named value that belongs to a line.
    pub struct Field {
        pub key: String,
        pub value: String,
    }
}

lower_record!(Field { key, value });

/// Writes one line.
pub fn write(level: Level, message: &str, fields: &[Field]) {
    let mut kept = Kept::default();
    let list = kept.list(fields);
    unsafe { raw::write(level as u32, message.as_ptr(), message.len(), list, fields.len()) }
}

pub fn debug(message: &str) {
    write(Level::Debug, message, &[]);
}

pub fn info(message: &str) {
    write(Level::Info, message, &[]);
}

pub fn warn(message: &str) {
    write(Level::Warn, message, &[]);
}

pub fn error(message: &str) {
    write(Level::Error, message, &[]);
}
