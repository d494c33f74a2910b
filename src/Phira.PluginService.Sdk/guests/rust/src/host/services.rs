//! Calls between plugins. Arguments and answers are JSON texts.

use super::optional_text;
use crate::abi::call;
use crate::declare::record;
use crate::HostError;

mod raw {
    #[link(wasm_import_module = "phira:plugin/services@1.0.0")]
    extern "C" {
        pub fn provide(
            name: *const u8,
            name_length: usize,
            has_schema: u32,
            schema: *const u8,
            schema_length: usize,
            result: *mut u8,
        );
        #[link_name = "provide-with-schemas"]
        pub fn provide_with_schemas(
            name: *const u8,
            name_length: usize,
            has_schema: u32,
            schema: *const u8,
            schema_length: usize,
            has_answer_schema: u32,
            answer_schema: *const u8,
            answer_schema_length: usize,
            result: *mut u8,
        );
        pub fn withdraw(name: *const u8, name_length: usize, result: *mut u8);
        #[link_name = "call"]
        pub fn call_service(
            plugin: *const u8,
            plugin_length: usize,
            name: *const u8,
            name_length: usize,
            argument: *const u8,
            argument_length: usize,
            result: *mut u8,
        );
        pub fn list(result: *mut u8);
    }
}

record! {
    /// A service that a plugin provides.
    pub struct ServiceInfo {
        pub plugin: String,
        pub name: String,
        /// JSON Schema of the argument, if given.
        pub schema: Option<String>,
        /// JSON Schema of the answer, if given.
        pub answer_schema: Option<String>,
    }
}

/// Offers a service to other plugins, through `ServiceHandler::on_call`. Needs `provide_services`.
pub fn provide(name: &str, schema: Option<&str>) -> Result<(), HostError> {
    let (has_schema, schema, schema_length) = optional_text(schema);
    call(|result| unsafe { raw::provide(name.as_ptr(), name.len(), has_schema, schema, schema_length, result) })
}

/// Like [`provide`], with a JSON Schema of the answer too: callers get no answer that it does not allow.
pub fn provide_with_schemas(name: &str, schema: Option<&str>, answer_schema: Option<&str>) -> Result<(), HostError> {
    let (has_schema, schema, schema_length) = optional_text(schema);
    let (has_answer, answer, answer_length) = optional_text(answer_schema);
    call(|result| unsafe {
        raw::provide_with_schemas(
            name.as_ptr(),
            name.len(),
            has_schema,
            schema,
            schema_length,
            has_answer,
            answer,
            answer_length,
            result,
        )
    })
}

/// Withdraws a service.
pub fn withdraw(name: &str) -> Result<(), HostError> {
    call(|result| unsafe { raw::withdraw(name.as_ptr(), name.len(), result) })
}

/// Calls a service of another plugin and waits for its answer. Needs `call_services`, and the plugin among the dependencies of the
/// manifest. `NotFound` says that an optional plugin is not there.
pub fn invoke(plugin: &str, name: &str, argument: &str) -> Result<String, HostError> {
    call(|result| unsafe {
        raw::call_service(
            plugin.as_ptr(),
            plugin.len(),
            name.as_ptr(),
            name.len(),
            argument.as_ptr(),
            argument.len(),
            result,
        )
    })
}

/// The services that this plugin can call now. Needs `call_services`.
pub fn list() -> Result<Vec<ServiceInfo>, HostError> {
    call(|result| unsafe { raw::list(result) })
}
