//! Texts that plugins share, in the host's memory: one space for each installed plugin, named like it. Needs `read_shared_storage` and
//! `write_shared_storage`, also in the plugin's own space.

use super::optional_text;
use crate::abi::call;
use crate::HostError;

mod raw {
    #[link(wasm_import_module = "phira:plugin/shared-storage@1.0.0")]
    extern "C" {
        pub fn get(space: *const u8, space_length: usize, key: *const u8, key_length: usize, result: *mut u8);
        pub fn set(
            space: *const u8,
            space_length: usize,
            key: *const u8,
            key_length: usize,
            value: *const u8,
            value_length: usize,
            has_ttl: u32,
            ttl: u64,
            result: *mut u8,
        );
        pub fn delete(space: *const u8, space_length: usize, key: *const u8, key_length: usize, result: *mut u8);
        pub fn list(
            space: *const u8,
            space_length: usize,
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
            space: *const u8,
            space_length: usize,
            key: *const u8,
            key_length: usize,
            has_expected: u32,
            expected: *const u8,
            expected_length: usize,
            has_value: u32,
            value: *const u8,
            value_length: usize,
            has_ttl: u32,
            ttl: u64,
            result: *mut u8,
        );
    }
}

/// The text under a key; none when there is none or it has expired.
pub fn get(space: &str, key: &str) -> Result<Option<String>, HostError> {
    call(|result| unsafe { raw::get(space.as_ptr(), space.len(), key.as_ptr(), key.len(), result) })
}

/// Sets the text under a key, for so many milliseconds or without end.
pub fn set(space: &str, key: &str, value: &str, ttl_ms: Option<u64>) -> Result<(), HostError> {
    call(|result| unsafe {
        raw::set(
            space.as_ptr(),
            space.len(),
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
pub fn delete(space: &str, key: &str) -> Result<bool, HostError> {
    call(|result| unsafe { raw::delete(space.as_ptr(), space.len(), key.as_ptr(), key.len(), result) })
}

/// Up to `limit` keys that begin with a prefix, after the key `after`.
pub fn list(space: &str, prefix: &str, after: Option<&str>, limit: u32) -> Result<Vec<String>, HostError> {
    let (has_after, after, after_length) = optional_text(after);
    call(|result| unsafe {
        raw::list(
            space.as_ptr(),
            space.len(),
            prefix.as_ptr(),
            prefix.len(),
            has_after,
            after,
            after_length,
            limit,
            result,
        )
    })
}

/// Sets (none: removes) the text under a key only if the present text is `expected` (none: not there). Returns whether it did.
pub fn compare_and_set(
    space: &str,
    key: &str,
    expected: Option<&str>,
    value: Option<&str>,
    ttl_ms: Option<u64>,
) -> Result<bool, HostError> {
    let (has_expected, expected, expected_length) = optional_text(expected);
    let (has_value, value, value_length) = optional_text(value);
    call(|result| unsafe {
        raw::compare_and_set(
            space.as_ptr(),
            space.len(),
            key.as_ptr(),
            key.len(),
            has_expected,
            expected,
            expected_length,
            has_value,
            value,
            value_length,
            ttl_ms.is_some() as u32,
            ttl_ms.unwrap_or_default(),
            result,
        )
    })
}
