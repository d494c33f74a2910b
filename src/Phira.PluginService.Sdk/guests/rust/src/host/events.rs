//! Subscribing to events and emitting own ones.

use crate::abi::call;
use crate::{EventPhase, HostError, RoomId, UserId};

mod raw {
    #[link(wasm_import_module = "phira:plugin/events@1.0.0")]
    extern "C" {
        #[link_name = "subscribe-event"]
        pub fn subscribe_event(
            event_type: *const u8,
            event_type_length: usize,
            has_options: u32,
            phase: u32,
            priority: i32,
            fail_closed: u32,
            rooms: *const u32,
            room_count: usize,
            users: *const u32,
            user_count: usize,
            sample_every: u32,
            result: *mut u8,
        );
        #[link_name = "unsubscribe-event"]
        pub fn unsubscribe_event(event_type: *const u8, event_type_length: usize, result: *mut u8);
        #[link_name = "emit-event"]
        pub fn emit_event(event_type: *const u8, event_type_length: usize, data: *const u8, data_length: usize, result: *mut u8);
    }
}

/// How a subscription behaves.
#[derive(Clone, Debug, PartialEq)]
pub struct Subscription {
    pub phase: EventPhase,
    /// Order among before-handlers: higher first, then by plugin name.
    pub priority: i32,
    /// Before-events only: whether a fault or a time-out of this plugin refuses the action.
    pub fail_closed: bool,
    /// Only events about these rooms; empty for all. At most 1000.
    pub rooms: Vec<RoomId>,
    /// Only events about these users; empty for all. At most 1000.
    pub users: Vec<UserId>,
    /// Touches and judges only: deliver one batch of so many.
    pub sample_every: u32,
}

impl Subscription {
    /// Unfiltered, with nothing special.
    pub fn of(phase: EventPhase) -> Self {
        Subscription { phase, priority: 0, fail_closed: false, rooms: Vec::new(), users: Vec::new(), sample_every: 0 }
    }
}

/// Delivers events of a type to `EventHandler::on_event`; without options after the fact and unfiltered.
pub fn subscribe(event_type: &str, options: Option<&Subscription>) -> Result<(), HostError> {
    let plain = Subscription::of(EventPhase::Before);
    let chosen = options.unwrap_or(&plain);
    call(|result| unsafe {
        raw::subscribe_event(
            event_type.as_ptr(),
            event_type.len(),
            options.is_some() as u32,
            chosen.phase as u32,
            chosen.priority,
            chosen.fail_closed as u32,
            chosen.rooms.as_ptr(),
            chosen.rooms.len(),
            chosen.users.as_ptr(),
            chosen.users.len(),
            chosen.sample_every,
            result,
        )
    })
}

/// Ends all subscriptions to a type.
pub fn unsubscribe(event_type: &str) -> Result<(), HostError> {
    call(|result| unsafe { raw::unsubscribe_event(event_type.as_ptr(), event_type.len(), result) })
}

/// Emits an event of a custom type; `data` is a JSON text. Needs `emit_events`.
pub fn emit(event_type: &str, data: &str) -> Result<(), HostError> {
    call(|result| unsafe { raw::emit_event(event_type.as_ptr(), event_type.len(), data.as_ptr(), data.len(), result) })
}
