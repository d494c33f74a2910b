//! HTTP routes served by this plugin under `/plugins/{name}/`. Needs `http_routes`.

use crate::abi::call;
use crate::declare::enumeration;
use crate::HostError;

mod raw {
    #[link(wasm_import_module = "phira:plugin/http-routes@1.0.0")]
    extern "C" {
        #[link_name = "register-route"]
        pub fn register_route(
            method: *const u8,
            method_length: usize,
            pattern: *const u8,
            pattern_length: usize,
            has_options: u32,
            access: u32,
            result: *mut u8,
        );
        #[link_name = "limit-request-body"]
        pub fn limit_request_body(
            method: *const u8,
            method_length: usize,
            pattern: *const u8,
            pattern_length: usize,
            max_bytes: u32,
            result: *mut u8,
        );
        #[link_name = "unregister-route"]
        pub fn unregister_route(method: *const u8, method_length: usize, pattern: *const u8, pattern_length: usize, result: *mut u8);
    }
}

enumeration! {
    /// Who may call a route.
    pub enum RouteAccess {
        /// Administrators: a request with an administrator's token.
        Admin,
        /// Everybody who reaches the server.
        Public,
    }
}

/// Serves a route through `HttpHandler::on_request`. In the pattern, `{name}` stands for one segment and `{name...}` for the rest.
pub fn register(method: &str, pattern: &str, access: RouteAccess) -> Result<(), HostError> {
    call(|result| unsafe {
        raw::register_route(method.as_ptr(), method.len(), pattern.as_ptr(), pattern.len(), 1, access as u32, result)
    })
}

/// Limits the body of requests to a route: larger ones are answered with 413 before they reach the plugin. Registering the route again removes the limit.
pub fn limit_request_body(method: &str, pattern: &str, max_bytes: u32) -> Result<(), HostError> {
    call(|result| unsafe {
        raw::limit_request_body(method.as_ptr(), method.len(), pattern.as_ptr(), pattern.len(), max_bytes, result)
    })
}

/// Withdraws a route.
pub fn unregister(method: &str, pattern: &str) -> Result<(), HostError> {
    call(|result| unsafe { raw::unregister_route(method.as_ptr(), method.len(), pattern.as_ptr(), pattern.len(), result) })
}
