//! Durable key-value data of this plugin alone. Needs `storage`.

use super::optional_text;
use crate::abi::call;
use crate::HostError;

mod raw {
    #[link(wasm_import_module = "phira:plugin/storage@1.0.0")]
    extern "C" {
        pub fn get(key: *const u8, key_length: usize, result: *mut u8);
        pub fn set(key: *const u8, key_length: usize, value: *const u8, value_length: usize, has_ttl: u32, ttl: u64, result: *mut u8);
        pub fn delete(key: *const u8, key_length: usize, result: *mut u8);
        pub fn list(
            prefix: *const u8,
            prefix_length: usize,
            has_after: u32,
            after: *const u8,
            after_length: usize,
            limit: u32,
            result: *mut u8,
        );
        #[link_name = "compare-and-set"]
        pub fn compare_and_set(
            key: *const u8,
            key_length: usize,
            has_expected: u32,
            expected: *const u8,
            expected_length: usize,
            has_value: u32,
            value: *const u8,
            value_length: usize,
            result: *mut u8,
        );
        #[link_name = "get-bytes"]
        pub fn get_bytes(key: *const u8, key_length: usize, result: *mut u8);
        #[link_name = "set-bytes"]
        pub fn set_bytes(
            key: *const u8,
            key_length: usize,
            value: *const u8,
            value_length: usize,
            has_ttl: u32,
            ttl: u64,
            result: *mut u8,
        );
    }
}

/// The text under a key; none when there is none or it has expired.
pub fn get(key: &str) -> Result<Option<String>, HostError> {
    call(|result| unsafe { raw::get(key.as_ptr(), key.len(), result) })
}

/// Sets the text under a key, for so many milliseconds or without end.
pub fn set(key: &str, value: &str, ttl_ms: Option<u64>) -> Result<(), HostError> {
    call(|result| unsafe {
        raw::set(
            key.as_ptr(),
            key.len(),
            value.as_ptr(),
            value.len(),
            ttl_ms.is_some() as u32,
            ttl_ms.unwrap_or_default(),
            result,
        )
    })
}

/// Removes a key. Returns whether it was there.
pub fn delete(key: &str) -> Result<bool, HostError> {
    call(|result| unsafe { raw::delete(key.as_ptr(), key.len(), result) })
}

/// Up to `limit` keys that begin with a prefix, in byte order, after the key `after`.
pub fn list(prefix: &str, after: Option<&str>, limit: u32) -> Result<Vec<String>, HostError> {
    let (has_after, after, after_length) = optional_text(after);
    call(|result| unsafe { raw::list(prefix.as_ptr(), prefix.len(), has_after, after, after_length, limit, result) })
}

/// Sets (none: removes) the text under a key only if the present text is `expected` (none: not there). Returns whether it did.
pub fn compare_and_set(key: &str, expected: Option<&str>, value: Option<&str>) -> Result<bool, HostError> {
    let (has_expected, expected, expected_length) = optional_text(expected);
    let (has_value, value, value_length) = optional_text(value);
    call(|result| unsafe {
        raw::compare_and_set(
            key.as_ptr(),
            key.len(),
            has_expected,
            expected,
            expected_length,
            has_value,
            value,
            value_length,
            result,
        )
    })
}

/// The bytes under a key; a text is returned as its UTF-8 bytes.
pub fn get_bytes(key: &str) -> Result<Option<Vec<u8>>, HostError> {
    call(|result| unsafe { raw::get_bytes(key.as_ptr(), key.len(), result) })
}

/// Sets bytes under a key. Keep it to some KiB.
pub fn set_bytes(key: &str, value: &[u8], ttl_ms: Option<u64>) -> Result<(), HostError> {
    call(|result| unsafe {
        raw::set_bytes(
            key.as_ptr(),
            key.len(),
            value.as_ptr(),
            value.len(),
            ttl_ms.is_some() as u32,
            ttl_ms.unwrap_or_default(),
            result,
        )
    })
}
