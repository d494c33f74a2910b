//! What players reached in the rounds of this server. Needs `read_records`.

use crate::abi::call;
use crate::declare::record;
use crate::{ChartInfo, HostError, PlayRecord, Timestamp, UserId};

mod raw {
    #[link(wasm_import_module = "phira:plugin/records@1.0.0")]
    extern "C" {
        #[link_name = "list-user-records"]
        pub fn list_user_records(user: u32, has_chart: u32, chart: u32, has_before: u32, before: u64, limit: u32, result: *mut u8);
    }
}

record! {
    /// A result that counted in a round.
    pub struct RoundRecord {
        /// The chart of the round.
        pub chart: ChartInfo,
        /// The name of the room.
        pub room: String,
        /// When the result arrived.
        pub at: Timestamp,
        pub play: PlayRecord,
    }
}

record! {
    /// Some of the results.
    pub struct RecordPage {
        /// The newest first.
        pub records: Vec<RoundRecord>,
        /// What to pass as `before` for the next page; none when no older results follow.
        pub next: Option<u64>,
    }
}

/// A page of 1 to 100 results of a player, who need not be here; of one chart, or of all. `before` is none for the newest ones.
pub fn of_user(user: UserId, chart: Option<u32>, before: Option<u64>, limit: u32) -> Result<RecordPage, HostError> {
    call(|result| unsafe {
        raw::list_user_records(
            user,
            chart.is_some() as u32,
            chart.unwrap_or_default(),
            before.is_some() as u32,
            before.unwrap_or_default(),
            limit,
            result,
        )
    })
}
