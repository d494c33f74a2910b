//! Bindings for Phira plugins: the WIT package `phira:plugin@1.0.0` as Rust types and functions. No dependencies.
//!
//! A plugin implements [`Plugin`] and whichever handler traits it needs, and names them all in [`export_plugin!`]:
//!
//! ```ignore
//! use phira_plugin::{events, export_plugin, log, Event, EventHandler, Json, Metadata, Outcome, Plugin};
//!
//! struct Hello;
//!
//! impl Plugin for Hello {
//!     fn metadata() -> Metadata {
//!         Metadata::new("hello", "1.0.0", "me")
//!     }
//!
//!     fn init(_config: &Json) -> Result<Self, String> {
//!         events::subscribe("user_connect", None)?;
//!         Ok(Hello)
//!     }
//! }
//!
//! impl EventHandler for Hello {
//!     fn on_event(&mut self, event: Event) -> Result<Outcome, String> {
//!         log::info(&format!("{:?}", event.payload));
//!         Ok(Outcome::Proceed)
//!     }
//! }
//!
//! export_plugin!(Hello: EventHandler);
//! ```
//!
//! The crate of a plugin is a `cdylib` for `wasm32-unknown-unknown` with `panic = "abort"`; `tools/component.mjs build` of this SDK
//! turns it into a component. A panic is logged, then traps.

pub mod abi;
mod declare;
mod error;
mod events_types;
#[doc(hidden)]
pub mod exports;
mod host;
mod host_events;
mod http;
mod json;
mod json_reader;
mod language;
mod player_names;
mod plugin;
mod types;

pub use error::HostError;
pub use events_types::*;
pub use host::{
    charts, clock, commands, configuration, events, http_client, http_routes, http_streams, log, messages, metrics, records, rooms, services, shared_storage,
    storage, system, timers, users,
};
pub use host_events::*;
pub use http::{Body, Header, Response};
pub use json::Json;
pub use language::Texts;
pub use player_names::PlayerNames;
pub use plugin::*;
pub use types::*;
