//! HTTP messages, given and received.

use crate::abi::{write_pair, Kept, Layout, Lower};
use crate::declare::{lower_record, record, variant};

record! {
    /// A header line. Names are lower case.
    pub struct Header {
        pub name: String,
        pub value: String,
    }
}

lower_record!(Header { name, value });

impl Header {
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Header { name: name.into(), value: value.into() }
    }
}

variant! {
    /// What a message carries.
    pub enum Body {
        Empty,
        Text(String),
        /// Anything that is not text.
        Bytes(Vec<u8>),
    }
}

impl Body {
    /// Discriminant and content.
    pub(crate) fn parts(&self) -> (u8, &[u8]) {
        match self {
            Body::Empty => (0, &[]),
            Body::Text(text) => (1, text.as_bytes()),
            Body::Bytes(bytes) => (2, bytes),
        }
    }
}

impl Lower for Body {
    unsafe fn lower(&self, at: *mut u8, _kept: &mut Kept) {
        let (case, content) = self.parts();
        at.write(case);
        write_pair(at.add(Self::ALIGN), content.as_ptr(), content.len());
    }
}

record! {
    /// An answer.
    pub struct Response {
        /// 100 to 599.
        pub status: u16,
        pub headers: Vec<Header>,
        pub body: Body,
    }
}

lower_record!(Response { status, headers, body });
