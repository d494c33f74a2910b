use std::fmt;

use crate::declare::variant;

variant! {
    /// Why a host function did not do what was asked. The text is for people, in English.
    pub enum HostError {
        /// The plugin lacks a permission, or the grant does not cover this target.
        PermissionDenied(String),
        /// What was named does not exist (any more).
        NotFound(String),
        /// An argument is malformed or out of range.
        InvalidArgument(String),
        /// The present state forbids it.
        Conflict(String),
        /// A quota, rate or size limit was reached.
        QuotaExceeded(String),
        /// Not possible now, or not offered by this version of the host.
        Unavailable(String),
        /// A fault inside the host.
        Internal(String),
    }
}

impl HostError {
    /// The name of the case as the WIT has it.
    pub fn kind(&self) -> &'static str {
        match self {
            HostError::PermissionDenied(_) => "permission-denied",
            HostError::NotFound(_) => "not-found",
            HostError::InvalidArgument(_) => "invalid-argument",
            HostError::Conflict(_) => "conflict",
            HostError::QuotaExceeded(_) => "quota-exceeded",
            HostError::Unavailable(_) => "unavailable",
            HostError::Internal(_) => "internal",
        }
    }

    /// What the host says.
    pub fn text(&self) -> &str {
        match self {
            HostError::PermissionDenied(text)
            | HostError::NotFound(text)
            | HostError::InvalidArgument(text)
            | HostError::Conflict(text)
            | HostError::QuotaExceeded(text)
            | HostError::Unavailable(text)
            | HostError::Internal(text) => text,
        }
    }
}

impl fmt::Display for HostError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.kind(), self.text())
    }
}

impl std::error::Error for HostError {}

/// Lets `?` pass a host error on as the text that exports answer with.
impl From<HostError> for String {
    fn from(error: HostError) -> Self {
        error.to_string()
    }
}
