//! Outgoing HTTP requests. Needs `network`; only to hosts of the grant's allow-list.

use crate::abi::{call, Kept};
use crate::{Body, Header, HostError, Response};

mod raw {
    #[link(wasm_import_module = "phira:plugin/http-client@1.0.0")]
    extern "C" {
        pub fn send(
            method: *const u8,
            method_length: usize,
            url: *const u8,
            url_length: usize,
            headers: *const u8,
            header_count: usize,
            body_case: u32,
            body: *const u8,
            body_length: usize,
            has_timeout: u32,
            timeout_ms: u32,
            result: *mut u8,
        );
    }
}

/// A request.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// `GET`, `POST`, `PUT`, `PATCH`, `DELETE` or `HEAD`.
    pub method: String,
    /// Absolute `http` or `https` URL.
    pub url: String,
    pub headers: Vec<Header>,
    pub body: Body,
    /// Time for the whole exchange.
    pub timeout_ms: Option<u32>,
}

impl Request {
    /// A request without headers and body.
    pub fn new(method: impl Into<String>, url: impl Into<String>) -> Self {
        Request { method: method.into(), url: url.into(), headers: Vec::new(), body: Body::Empty, timeout_ms: None }
    }
}

/// Sends a request and waits for the whole answer. An answer with any status is a success.
pub fn send(request: &Request) -> Result<Response, HostError> {
    let mut kept = Kept::default();
    let headers = kept.list(&request.headers);
    let (body_case, body) = request.body.parts();
    call(|result| unsafe {
        raw::send(
            request.method.as_ptr(),
            request.method.len(),
            request.url.as_ptr(),
            request.url.len(),
            headers,
            request.headers.len(),
            body_case as u32,
            body.as_ptr(),
            body.len(),
            request.timeout_ms.is_some() as u32,
            request.timeout_ms.unwrap_or_default(),
            result,
        )
    })
}
