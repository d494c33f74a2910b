//! Calls to `TimerHandler::on_timer` later. Needs `timers`.

use crate::abi::call;
use crate::HostError;

mod raw {
    #[link(wasm_import_module = "phira:plugin/timers@1.0.0")]
    extern "C" {
        #[link_name = "set-timer"]
        pub fn set_timer(delay_ms: u32, repeat: u32, result: *mut u8);
        #[link_name = "cancel-timer"]
        pub fn cancel_timer(id: u32, result: *mut u8);
    }
}

/// Sets a timer: fires once after the delay, or again and again.
pub fn set(delay_ms: u32, repeat: bool) -> Result<u32, HostError> {
    call(|result| unsafe { raw::set_timer(delay_ms, repeat as u32, result) })
}

/// Ends a timer.
pub fn cancel(id: u32) -> Result<(), HostError> {
    call(|result| unsafe { raw::cancel_timer(id, result) })
}
