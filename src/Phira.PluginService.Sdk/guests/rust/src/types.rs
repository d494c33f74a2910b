//! Types shared by the interfaces of the package.

use crate::declare::{enumeration, record};

/// A Phira account.
pub type UserId = u32;

/// The host's handle of a room. Unique while the host runs, never reused.
pub type RoomId = u32;

/// Milliseconds since 1970-01-01T00:00:00Z.
pub type Timestamp = u64;

record! {
    /// A player as known at one moment.
    pub struct UserInfo {
        pub id: UserId,
        pub name: String,
        /// Language tag, for example `zh-CN`; empty when unknown.
        pub language: String,
        pub room: Option<RoomId>,
        /// Whether the user watches that room instead of playing.
        pub monitor: bool,
        /// False while the connection is lost and the user's place is kept.
        pub connected: bool,
        pub connected_at: Timestamp,
    }
}

record! {
    /// A chart as the Phira API names it.
    pub struct ChartInfo {
        pub id: u32,
        pub name: String,
    }
}

enumeration! {
    /// Where a room is in its round.
    pub enum RoomPhase {
        SelectChart,
        WaitingForReady,
        Playing,
    }
}

record! {
    /// A room as known at one moment.
    pub struct RoomInfo {
        /// The handle; 0 in a before-event about a room that does not exist yet.
        pub id: RoomId,
        /// What players type.
        pub name: String,
        pub host: Option<UserId>,
        pub players: Vec<UserId>,
        pub monitors: Vec<UserId>,
        pub phase: RoomPhase,
        pub chart: Option<ChartInfo>,
        pub live: bool,
        pub locked: bool,
        pub cycle: bool,
        pub max_users: u32,
        pub created_at: Timestamp,
    }
}

record! {
    /// The result of one play, as the Phira API stores it.
    pub struct PlayRecord {
        pub id: u32,
        pub player: UserId,
        pub chart: Option<u32>,
        pub score: u32,
        pub accuracy: f32,
        pub full_combo: bool,
        pub perfect: u32,
        pub good: u32,
        pub bad: u32,
        pub miss: u32,
        pub max_combo: u32,
    }
}
