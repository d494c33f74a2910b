//! The machine that the host runs on.

use super::optional_text;
use crate::abi::{call, Kept};
use crate::declare::record;
use crate::HostError;

mod raw {
    #[link(wasm_import_module = "phira:plugin/system@1.0.0")]
    extern "C" {
        #[link_name = "get-system-info"]
        pub fn get_system_info(result: *mut u8);
        #[link_name = "run-process"]
        pub fn run_process(
            command: *const u8,
            command_length: usize,
            arguments: *const u8,
            argument_count: usize,
            has_stdin: u32,
            stdin: *const u8,
            stdin_length: usize,
            result: *mut u8,
        );
    }
}

record! {
    /// About the host.
    pub struct SystemInfo {
        pub host_version: String,
        /// Version of the WIT package that the host implements.
        pub abi_version: String,
        /// `linux`, `windows` or `macos`.
        pub operating_system: String,
        /// For example `x64` or `arm64`.
        pub architecture: String,
        pub processor_count: u32,
        /// Physical memory, in bytes.
        pub total_memory: u64,
        /// Seconds since the service started.
        pub uptime_seconds: u64,
    }
}

record! {
    /// How a process ended.
    pub struct ProcessResult {
        pub exit_code: i32,
        pub stdout: String,
        pub stderr: String,
    }
}

/// Needs `system_info`.
pub fn info() -> Result<SystemInfo, HostError> {
    call(|result| unsafe { raw::get_system_info(result) })
}

/// Runs a program of the grant's `allowed_commands`, without a shell, and waits for its end. Needs `subprocess`.
pub fn run(command: &str, arguments: &[String], stdin: Option<&str>) -> Result<ProcessResult, HostError> {
    let mut kept = Kept::default();
    let list = kept.list(arguments);
    let (has_stdin, stdin, stdin_length) = optional_text(stdin);
    call(|result| unsafe {
        raw::run_process(command.as_ptr(), command.len(), list, arguments.len(), has_stdin, stdin, stdin_length, result)
    })
}
