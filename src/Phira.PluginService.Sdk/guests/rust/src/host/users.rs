//! The people on the server.

use crate::abi::call;
use crate::declare::record;
use crate::{HostError, Timestamp, UserId, UserInfo};

mod raw {
    #[link(wasm_import_module = "phira:plugin/users@1.0.0")]
    extern "C" {
        #[link_name = "kick-user"]
        pub fn kick_user(id: u32, reason: *const u8, reason_length: usize, result: *mut u8);
        #[link_name = "ban-user-by-id"]
        pub fn ban_user_by_id(id: u32, reason: *const u8, reason_length: usize, expires: u32, expires_at: u64, result: *mut u8);
        #[link_name = "unban-user"]
        pub fn unban_user(id: u32, result: *mut u8);
        #[link_name = "is-banned"]
        pub fn is_banned(id: u32, result: *mut u8);
        #[link_name = "list-bans"]
        pub fn list_bans(result: *mut u8);
        #[link_name = "get-user-info"]
        pub fn get_user_info(id: u32, result: *mut u8);
        #[link_name = "get-online-user-count"]
        pub fn get_online_user_count(result: *mut u8);
        #[link_name = "list-online-users"]
        pub fn list_online_users(result: *mut u8);
    }
}

record! {
    /// An active ban.
    pub struct BanInfo {
        pub user: UserId,
        /// What the player is told.
        pub reason: String,
        /// None for a ban without end.
        pub expires_at: Option<Timestamp>,
        /// An administrator's name or `plugin:name`.
        pub banned_by: String,
        pub banned_at: Timestamp,
    }
}

/// Removes a user from the server: the reason is shown in the game, then the connection is closed. Needs `kick_users`.
pub fn kick(id: UserId, reason: &str) -> Result<(), HostError> {
    call(|result| unsafe { raw::kick_user(id, reason.as_ptr(), reason.len(), result) })
}

/// Forbids an account to log in, until `expires_at` or permanently, and removes it if it is here. Needs `ban_users`.
pub fn ban(id: UserId, reason: &str, expires_at: Option<Timestamp>) -> Result<(), HostError> {
    call(|result| unsafe {
        raw::ban_user_by_id(
            id,
            reason.as_ptr(),
            reason.len(),
            expires_at.is_some() as u32,
            expires_at.unwrap_or_default(),
            result,
        )
    })
}

/// Lifts a ban. Needs `ban_users`.
pub fn unban(id: UserId) -> Result<(), HostError> {
    call(|result| unsafe { raw::unban_user(id, result) })
}

/// Whether an account is banned now. Needs `read_users`.
pub fn is_banned(id: UserId) -> Result<bool, HostError> {
    call(|result| unsafe { raw::is_banned(id, result) })
}

/// All active bans, ordered by user id. Needs `read_users`.
pub fn bans() -> Result<Vec<BanInfo>, HostError> {
    call(|result| unsafe { raw::list_bans(result) })
}

/// A user who is on the server. Needs `read_users`.
pub fn get(id: UserId) -> Result<UserInfo, HostError> {
    call(|result| unsafe { raw::get_user_info(id, result) })
}

/// Number of users with a live connection. Needs `read_users`.
pub fn online_count() -> Result<u32, HostError> {
    call(|result| unsafe { raw::get_online_user_count(result) })
}

/// All users with a live connection, ordered by id. Needs `read_users`.
pub fn online() -> Result<Vec<UserInfo>, HostError> {
    call(|result| unsafe { raw::list_online_users(result) })
}
