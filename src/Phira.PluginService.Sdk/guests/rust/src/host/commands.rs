//! Commands that players type in the game chat (`/name arguments`) and administrators invoke.

use crate::abi::call;
use crate::declare::enumeration;
use crate::HostError;

mod raw {
    #[link(wasm_import_module = "phira:plugin/commands@1.0.0")]
    extern "C" {
        #[link_name = "register-command"]
        pub fn register_command(
            name: *const u8,
            name_length: usize,
            description: *const u8,
            description_length: usize,
            has_options: u32,
            usage: *const u8,
            usage_length: usize,
            level: u32,
            cooldown_ms: u32,
            result: *mut u8,
        );
        #[link_name = "add-command"]
        pub fn add_command(
            name: *const u8,
            name_length: usize,
            description: *const u8,
            description_length: usize,
            has_options: u32,
            usage: *const u8,
            usage_length: usize,
            level: u32,
            cooldown_ms: u32,
            result: *mut u8,
        );
        #[link_name = "unregister-command"]
        pub fn unregister_command(name: *const u8, name_length: usize, result: *mut u8);
    }
}

enumeration! {
    /// Who may use a command.
    pub enum CommandLevel {
        Player,
        RoomHost,
        Admin,
    }
}

/// How a command behaves.
#[derive(Clone, Debug, PartialEq)]
pub struct CommandOptions {
    /// The arguments as shown by `/help`.
    pub usage: String,
    pub level: CommandLevel,
    /// Least time between two uses by the same caller.
    pub cooldown_ms: u32,
}

/// Offers a command. Needs `register_commands`. Fails with `Conflict` when the name is taken, although `plugin:name` then works: [`add`]
/// regards that as success.
pub fn register(name: &str, description: &str, options: Option<&CommandOptions>) -> Result<(), HostError> {
    let usage = options.map(|options| options.usage.as_str()).unwrap_or_default();
    call(|result| unsafe {
        raw::register_command(
            name.as_ptr(),
            name.len(),
            description.as_ptr(),
            description.len(),
            options.is_some() as u32,
            usage.as_ptr(),
            usage.len(),
            options.map_or(0, |options| options.level as u32),
            options.map_or(0, |options| options.cooldown_ms),
            result,
        )
    })
}

/// Offers a command and returns the name by which it is reached: `name`, or `plugin:name` when it is taken. Needs `register_commands`.
pub fn add(name: &str, description: &str, options: Option<&CommandOptions>) -> Result<String, HostError> {
    let usage = options.map(|options| options.usage.as_str()).unwrap_or_default();
    call(|result| unsafe {
        raw::add_command(
            name.as_ptr(),
            name.len(),
            description.as_ptr(),
            description.len(),
            options.is_some() as u32,
            usage.as_ptr(),
            usage.len(),
            options.map_or(0, |options| options.level as u32),
            options.map_or(0, |options| options.cooldown_ms),
            result,
        )
    })
}

/// Withdraws a command.
pub fn unregister(name: &str) -> Result<(), HostError> {
    call(|result| unsafe { raw::unregister_command(name.as_ptr(), name.len(), result) })
}
