//! The charts of the Phira API. Needs `read_charts`.

use crate::abi::call;
use crate::declare::record;
use crate::{HostError, UserId};

mod raw {
    #[link(wasm_import_module = "phira:plugin/charts@1.0.0")]
    extern "C" {
        #[link_name = "get-chart"]
        pub fn get_chart(id: u32, result: *mut u8);
    }
}

record! {
    /// A chart with what its uploader says about it.
    pub struct ChartDetails {
        pub id: u32,
        pub name: String,
        /// The level as players read it, such as `IN Lv.15`; empty when the API does not say it.
        pub level: String,
        /// The level as a number, such as 15.2, when the API says it.
        pub difficulty: Option<f32>,
        pub charter: String,
        pub composer: String,
        pub illustrator: String,
        /// The account that uploaded the chart, when the API says it.
        pub uploader: Option<UserId>,
        /// Whether plays of it count for the players' ranking.
        pub ranked: bool,
        /// Whether it has passed the review.
        pub reviewed: bool,
        /// Whether it is in the list of stable charts.
        pub stable: bool,
        /// How players rate it, 0 to 1; none when nobody has.
        pub rating: Option<f32>,
        pub tags: Vec<String>,
    }
}

/// Looks a chart up: in what the host remembers, otherwise at the Phira API, which takes up to some seconds of this call's time.
pub fn get(id: u32) -> Result<ChartDetails, HostError> {
    call(|result| unsafe { raw::get_chart(id, result) })
}
