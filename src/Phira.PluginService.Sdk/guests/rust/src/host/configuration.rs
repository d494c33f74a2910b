//! The plugin's own configuration. Values are JSON texts.

use crate::abi::call;
use crate::HostError;

mod raw {
    #[link(wasm_import_module = "phira:plugin/configuration@1.0.0")]
    extern "C" {
        #[link_name = "get-config"]
        pub fn get_config(key: *const u8, key_length: usize, result: *mut u8);
        #[link_name = "set-config"]
        pub fn set_config(key: *const u8, key_length: usize, value: *const u8, value_length: usize, result: *mut u8);
        #[link_name = "save-config"]
        pub fn save_config(result: *mut u8);
        pub fn all(result: *mut u8);
    }
}

/// One value; a dotted key reaches into tables.
pub fn get(key: &str) -> Result<String, HostError> {
    call(|result| unsafe { raw::get_config(key.as_ptr(), key.len(), result) })
}

/// Changes one value, for this instance only until [`save`]. Needs `write_config`.
pub fn set(key: &str, value: &str) -> Result<(), HostError> {
    call(|result| unsafe { raw::set_config(key.as_ptr(), key.len(), value.as_ptr(), value.len(), result) })
}

/// Stores the changed values as a new revision. Needs `write_config`.
pub fn save() -> Result<(), HostError> {
    call(|result| unsafe { raw::save_config(result) })
}

/// All values as one JSON object, secrets included.
pub fn all() -> Result<String, HostError> {
    call(|result| unsafe { raw::all(result) })
}
