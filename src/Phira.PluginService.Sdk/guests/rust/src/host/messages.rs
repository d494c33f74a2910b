//! System messages in the game's chat, at most 2000 bytes of text each.

use crate::abi::call;
use crate::{HostError, RoomId, UserId};

mod raw {
    #[link(wasm_import_module = "phira:plugin/messages@1.0.0")]
    extern "C" {
        #[link_name = "send-message-to-user"]
        pub fn send_message_to_user(user: u32, text: *const u8, text_length: usize, result: *mut u8);
        #[link_name = "send-message-to-room"]
        pub fn send_message_to_room(room: u32, text: *const u8, text_length: usize, result: *mut u8);
        #[link_name = "broadcast-message-to-all"]
        pub fn broadcast_message_to_all(text: *const u8, text_length: usize, result: *mut u8);
    }
}

/// To one user. Needs `send_messages`.
pub fn to_user(user: UserId, text: &str) -> Result<(), HostError> {
    call(|result| unsafe { raw::send_message_to_user(user, text.as_ptr(), text.len(), result) })
}

/// To everybody in a room. Needs `send_messages`.
pub fn to_room(room: RoomId, text: &str) -> Result<(), HostError> {
    call(|result| unsafe { raw::send_message_to_room(room, text.as_ptr(), text.len(), result) })
}

/// To every connected user; returns to how many. Needs `broadcast`.
pub fn broadcast(text: &str) -> Result<u32, HostError> {
    call(|result| unsafe { raw::broadcast_message_to_all(text.as_ptr(), text.len(), result) })
}
