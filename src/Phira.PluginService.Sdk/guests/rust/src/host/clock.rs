//! Time.

use crate::Timestamp;

mod raw {
    #[link(wasm_import_module = "phira:plugin/clock@1.0.0")]
    extern "C" {
        pub fn now() -> u64;
        #[link_name = "monotonic-now"]
        pub fn monotonic_now() -> u64;
    }
}

/// The host's wall clock.
pub fn now() -> Timestamp {
    unsafe { raw::now() }
}

/// Milliseconds that never go backwards, from an arbitrary start.
pub fn monotonic_now() -> u64 {
    unsafe { raw::monotonic_now() }
}
