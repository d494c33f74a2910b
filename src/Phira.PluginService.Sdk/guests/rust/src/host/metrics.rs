//! The plugin's own metrics, exported with the host's. Needs `metrics`.

use crate::abi::{call, Kept};
use crate::declare::{lower_record, record};
use crate::HostError;

mod raw {
    #[link(wasm_import_module = "phira:plugin/metrics@1.0.0")]
    extern "C" {
        #[link_name = "counter-add"]
        pub fn counter_add(
            name: *const u8,
            name_length: usize,
            value: f64,
            labels: *const u8,
            label_count: usize,
            result: *mut u8,
        );
        #[link_name = "gauge-set"]
        pub fn gauge_set(name: *const u8, name_length: usize, value: f64, labels: *const u8, label_count: usize, result: *mut u8);
        #[link_name = "histogram-record"]
        pub fn histogram_record(
            name: *const u8,
            name_length: usize,
            value: f64,
            labels: *const u8,
            label_count: usize,
            result: *mut u8,
        );
    }
}

record! {
    /// A label of a series.
    pub struct Label {
        pub key: String,
        pub value: String,
    }
}

lower_record!(Label { key, value });

/// Adds to a counter.
pub fn counter_add(name: &str, value: f64, labels: &[Label]) -> Result<(), HostError> {
    let mut kept = Kept::default();
    let list = kept.list(labels);
    call(|result| unsafe { raw::counter_add(name.as_ptr(), name.len(), value, list, labels.len(), result) })
}

/// Sets a gauge.
pub fn gauge_set(name: &str, value: f64, labels: &[Label]) -> Result<(), HostError> {
    let mut kept = Kept::default();
    let list = kept.list(labels);
    call(|result| unsafe { raw::gauge_set(name.as_ptr(), name.len(), value, list, labels.len(), result) })
}

/// Records one value of a histogram.
pub fn histogram_record(name: &str, value: f64, labels: &[Label]) -> Result<(), HostError> {
    let mut kept = Kept::default();
    let list = kept.list(labels);
    call(|result| unsafe { raw::histogram_record(name.as_ptr(), name.len(), value, list, labels.len(), result) })
}
