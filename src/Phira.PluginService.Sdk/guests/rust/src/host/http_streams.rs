//! Streams of server-sent events, read at `/plugins/{name}/streams/{stream}`. Needs `http_routes`.

use crate::abi::call;
use crate::host::http_routes::RouteAccess;
use crate::HostError;

mod raw {
    #[link(wasm_import_module = "phira:plugin/http-streams@1.0.0")]
    extern "C" {
        #[link_name = "open-stream"]
        pub fn open_stream(name: *const u8, name_length: usize, access: u32, result: *mut u8);
        #[link_name = "close-stream"]
        pub fn close_stream(name: *const u8, name_length: usize, result: *mut u8);
        #[link_name = "publish"]
        pub fn publish(
            name: *const u8,
            name_length: usize,
            event: *const u8,
            event_length: usize,
            data: *const u8,
            data_length: usize,
            result: *mut u8,
        );
        #[link_name = "reader-count"]
        pub fn reader_count(name: *const u8, name_length: usize, result: *mut u8);
    }
}

/// Opens a stream, or changes who may read it.
pub fn open(name: &str, access: RouteAccess) -> Result<(), HostError> {
    call(|result| unsafe { raw::open_stream(name.as_ptr(), name.len(), access as u32, result) })
}

/// Closes a stream and disconnects its readers.
pub fn close(name: &str) -> Result<(), HostError> {
    call(|result| unsafe { raw::close_stream(name.as_ptr(), name.len(), result) })
}

/// Sends a message to everybody who reads the stream now; returns how many these are. Waits for nobody. An empty event is `message` to browsers.
pub fn publish(name: &str, event: &str, data: &str) -> Result<u32, HostError> {
    call(|result| unsafe {
        raw::publish(name.as_ptr(), name.len(), event.as_ptr(), event.len(), data.as_ptr(), data.len(), result)
    })
}

/// How many read the stream now.
pub fn reader_count(name: &str) -> Result<u32, HostError> {
    call(|result| unsafe { raw::reader_count(name.as_ptr(), name.len(), result) })
}
