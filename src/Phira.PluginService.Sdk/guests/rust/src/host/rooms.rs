//! The rooms of the server. Reading needs `read_rooms`, everything else `manage_rooms`.

use crate::abi::call;
use crate::declare::record;
use crate::{HostError, RoomId, RoomInfo, UserId};

mod raw {
    #[link(wasm_import_module = "phira:plugin/rooms@1.0.0")]
    extern "C" {
        #[link_name = "create-room"]
        pub fn create_room(max_users: u32, result: *mut u8);
        #[link_name = "disband-room"]
        pub fn disband_room(id: u32, result: *mut u8);
        #[link_name = "get-room-info"]
        pub fn get_room_info(id: u32, result: *mut u8);
        #[link_name = "set-room-lock"]
        pub fn set_room_lock(id: u32, locked: u32, result: *mut u8);
        #[link_name = "find-room"]
        pub fn find_room(name: *const u8, name_length: usize, result: *mut u8);
        #[link_name = "list-rooms"]
        pub fn list_rooms(result: *mut u8);
        #[link_name = "list-rooms-page"]
        pub fn list_rooms_page(has_after: u32, after: u32, limit: u32, result: *mut u8);
        #[link_name = "get-room-count"]
        pub fn get_room_count(result: *mut u8);
        #[link_name = "kick-from-room"]
        pub fn kick_from_room(id: u32, user: u32, reason: *const u8, reason_length: usize, result: *mut u8);
        #[link_name = "transfer-host"]
        pub fn transfer_host(id: u32, user: u32, result: *mut u8);
        #[link_name = "set-room-cycle"]
        pub fn set_room_cycle(id: u32, cycle: u32, result: *mut u8);
        #[link_name = "set-room-chart"]
        pub fn set_room_chart(id: u32, chart: u32, result: *mut u8);
        #[link_name = "start-game"]
        pub fn start_game(id: u32, result: *mut u8);
        #[link_name = "cancel-game"]
        pub fn cancel_game(id: u32, result: *mut u8);
    }
}

record! {
    /// Some of the rooms.
    pub struct RoomPage {
        /// Ordered by handle.
        pub rooms: Vec<RoomInfo>,
        /// What to pass as `after` for the next page; none when no more rooms follow.
        pub next: Option<RoomId>,
    }
}

/// Opens an empty room with a generated name. The first player to join becomes its host.
pub fn create(max_users: u32) -> Result<RoomId, HostError> {
    call(|result| unsafe { raw::create_room(max_users, result) })
}

/// Removes everybody from a room and closes it.
pub fn disband(id: RoomId) -> Result<(), HostError> {
    call(|result| unsafe { raw::disband_room(id, result) })
}

/// A room by its handle.
pub fn get(id: RoomId) -> Result<RoomInfo, HostError> {
    call(|result| unsafe { raw::get_room_info(id, result) })
}

/// Lets nobody join any more, or lets people join again.
pub fn set_lock(id: RoomId, locked: bool) -> Result<(), HostError> {
    call(|result| unsafe { raw::set_room_lock(id, locked as u32, result) })
}

/// A room by the name players type; case matters.
pub fn find(name: &str) -> Result<RoomInfo, HostError> {
    call(|result| unsafe { raw::find_room(name.as_ptr(), name.len(), result) })
}

/// All rooms, ordered by handle. A list for players should leave out names that begin with `-` or `_`: that is how
/// players of other servers hide a room.
pub fn list() -> Result<Vec<RoomInfo>, HostError> {
    call(|result| unsafe { raw::list_rooms(result) })
}

/// A page of 1 to 200 rooms with handles above `after`; none for the first page. A room that is opened meanwhile is on a later page.
pub fn page(after: Option<RoomId>, limit: u32) -> Result<RoomPage, HostError> {
    call(|result| unsafe { raw::list_rooms_page(after.is_some() as u32, after.unwrap_or_default(), limit, result) })
}

/// Number of open rooms, whatever rooms `read_rooms` is limited to.
pub fn count() -> Result<u32, HostError> {
    call(|result| unsafe { raw::get_room_count(result) })
}

/// Removes one user from a room.
pub fn kick(id: RoomId, user: UserId, reason: &str) -> Result<(), HostError> {
    call(|result| unsafe { raw::kick_from_room(id, user, reason.as_ptr(), reason.len(), result) })
}

/// Makes another player of the room its host.
pub fn transfer_host(id: RoomId, user: UserId) -> Result<(), HostError> {
    call(|result| unsafe { raw::transfer_host(id, user, result) })
}

/// Switches host rotation after each round.
pub fn set_cycle(id: RoomId, cycle: bool) -> Result<(), HostError> {
    call(|result| unsafe { raw::set_room_cycle(id, cycle as u32, result) })
}

/// Chooses the chart.
pub fn set_chart(id: RoomId, chart: u32) -> Result<(), HostError> {
    call(|result| unsafe { raw::set_room_chart(id, chart, result) })
}

/// Asks everybody to get ready, as the host would.
pub fn start_game(id: RoomId) -> Result<(), HostError> {
    call(|result| unsafe { raw::start_game(id, result) })
}

/// Goes back to chart selection.
pub fn cancel_game(id: RoomId) -> Result<(), HostError> {
    call(|result| unsafe { raw::cancel_game(id, result) })
}
