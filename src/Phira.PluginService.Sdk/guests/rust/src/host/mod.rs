//! What the host offers: one module for each interface of the package.
//!
//! Each module declares the core functions as the canonical ABI flattens them, and wraps them in safe ones. Pointers stay valid during
//! the call because they come from borrowed arguments.

pub mod charts;
pub mod clock;
pub mod commands;
pub mod configuration;
pub mod events;
pub mod http_client;
pub mod http_routes;
pub mod http_streams;
pub mod log;
pub mod messages;
pub mod metrics;
pub mod records;
pub mod rooms;
pub mod services;
pub mod shared_storage;
pub mod storage;
pub mod system;
pub mod timers;
pub mod users;

/// An optional text as the flattened parameters want it: whether there is one, where, how long.
fn optional_text(text: Option<&str>) -> (u32, *const u8, usize) {
    let content = text.unwrap_or_default();
    (text.is_some() as u32, content.as_ptr(), content.len())
}
