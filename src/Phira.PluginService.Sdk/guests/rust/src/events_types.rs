//! What events carry, and what a handler answers.

use crate::abi::{write_pair, Kept, Layout, Lower};
use crate::declare::{enumeration, record, variant};
use crate::types::{ChartInfo, PlayRecord, RoomId, RoomInfo, Timestamp, UserId, UserInfo};

enumeration! {
    /// When a handler sees an event.
    pub enum EventPhase {
        /// Before it happens: the outcome decides.
        Before,
        /// After it has happened.
        After,
    }
}

record! {
    /// A user creates a room.
    pub struct RoomCreation {
        pub room: RoomInfo,
        /// None when a plugin creates it.
        pub creator: Option<UserId>,
    }
}

record! {
    /// A user enters a room.
    pub struct RoomJoin {
        pub user: UserInfo,
        pub room: RoomInfo,
        /// Whether the user only watches.
        pub monitor: bool,
    }
}

record! {
    /// A user leaves a room.
    pub struct RoomLeave {
        pub user: UserInfo,
        /// The room after the departure.
        pub room: RoomInfo,
    }
}

record! {
    /// A round begins.
    pub struct GameBeginning {
        pub room: RoomInfo,
        /// None when a plugin starts it.
        pub starter: Option<UserId>,
    }
}

record! {
    /// A round is over.
    pub struct GameResult {
        pub room: RoomInfo,
        /// In the order they arrived.
        pub records: Vec<PlayRecord>,
        /// Players who aborted the round.
        pub aborted: Vec<UserId>,
    }
}

record! {
    /// A user typed something.
    pub struct TextInput {
        pub user: UserInfo,
        /// Of a command the whole line with its slash.
        pub text: String,
    }
}

record! {
    /// A room has another host.
    pub struct HostChange {
        pub room: RoomInfo,
        pub previous: Option<UserId>,
    }
}

record! {
    /// A chart is chosen.
    pub struct ChartChoice {
        pub room: RoomInfo,
        /// None when a plugin chooses.
        pub by: Option<UserId>,
        pub chart: ChartInfo,
    }
}

record! {
    /// A player became ready, or is no longer.
    pub struct ReadyChange {
        pub user: UserInfo,
        pub room: RoomId,
        pub ready: bool,
    }
}

record! {
    /// A player has uploaded a result.
    pub struct PlayerResult {
        pub user: UserInfo,
        pub room: RoomId,
        pub record: PlayRecord,
    }
}

record! {
    /// A player has given up a round.
    pub struct PlayerAbandonment {
        pub user: UserInfo,
        pub room: RoomId,
    }
}

record! {
    /// One finger.
    pub struct TouchPoint {
        /// The slot; negative when the finger was lifted (bitwise complement of its slot).
        pub finger: i8,
        pub x: f32,
        pub y: f32,
    }
}

record! {
    /// The fingers of a player at one moment.
    pub struct TouchFrame {
        /// Chart time in seconds.
        pub time: f32,
        pub points: Vec<TouchPoint>,
    }
}

record! {
    /// Touches of one player.
    pub struct TouchBatch {
        pub player: UserId,
        pub room: RoomId,
        pub frames: Vec<TouchFrame>,
    }
}

enumeration! {
    /// How well a note was hit.
    pub enum Judgement {
        Perfect,
        Good,
        Bad,
        Miss,
        HoldPerfect,
        HoldGood,
    }
}

record! {
    /// The judgement of one note.
    pub struct JudgeEvent {
        /// Chart time in seconds.
        pub time: f32,
        pub line: u32,
        pub note: u32,
        pub judgement: Judgement,
    }
}

record! {
    /// Judgements of one player.
    pub struct JudgeBatch {
        pub player: UserId,
        pub room: RoomId,
        pub judges: Vec<JudgeEvent>,
    }
}

record! {
    /// A plugin of this host changed its state.
    pub struct PluginStateChange {
        pub plugin: String,
        pub old_state: String,
        pub new_state: String,
    }
}

record! {
    /// A plugin's configuration changed.
    pub struct ConfigChange {
        pub plugin: String,
        pub revision: u32,
    }
}

record! {
    /// An event that a plugin emitted, or one of the host that [`HostEvent`](crate::HostEvent) reads.
    pub struct CustomEvent {
        pub event_type: String,
        /// Name of the plugin that emitted it; `host` for the host.
        pub source: String,
        /// A JSON text.
        pub data: String,
    }
}

variant! {
    /// What happened, or is about to.
    pub enum EventPayload {
        ServerStart,
        ServerShutdown,
        UserConnect(UserInfo),
        UserDisconnect(UserInfo),
        RoomCreate(RoomCreation),
        RoomDisband(RoomInfo),
        UserJoinRoom(RoomJoin),
        UserLeaveRoom(RoomLeave),
        GameStart(GameBeginning),
        GameEnd(GameResult),
        CommandInput(TextInput),
        MessageSend(TextInput),
        RoomLockChange(RoomInfo),
        RoomCycleChange(RoomInfo),
        RoomHostChange(HostChange),
        ChartSelect(ChartChoice),
        PlayerReady(ReadyChange),
        PlayerFinish(PlayerResult),
        PlayerAbort(PlayerAbandonment),
        PlayerTouches(TouchBatch),
        PlayerJudges(JudgeBatch),
        PluginStateChange(PluginStateChange),
        ConfigChange(ConfigChange),
        /// Every other event.
        Custom(CustomEvent),
    }
}

record! {
    /// An event as a handler receives it.
    pub struct Event {
        /// Rises by one with each event delivered to this plugin since the service started.
        pub sequence: u64,
        pub at: Timestamp,
        pub phase: EventPhase,
        pub payload: EventPayload,
    }
}

variant! {
    /// What to do about a before-event.
    pub enum Outcome {
        /// Let it happen.
        Proceed,
        /// Refuse it; the player reads the text.
        Cancel(String),
        /// Let it happen with another value: the text of `MessageSend` and `CommandInput`, a chart's number for `ChartSelect`, settings as JSON for
        /// `RoomCreate`.
        Replace(String),
    }
}

impl Lower for Outcome {
    unsafe fn lower(&self, at: *mut u8, _kept: &mut Kept) {
        let (case, text) = match self {
            Outcome::Proceed => (0, ""),
            Outcome::Cancel(text) => (1, text.as_str()),
            Outcome::Replace(text) => (2, text.as_str()),
        };
        at.write(case);
        write_pair(at.add(Self::ALIGN), text.as_ptr(), text.len());
    }
}
