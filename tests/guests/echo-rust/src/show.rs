//! Values as JSON, by the rule of the other echo guest: names are those of the WIT, "none" is null, a case is an object with one member.

use phira_plugin::charts::ChartDetails;
use phira_plugin::commands::CommandLevel;
use phira_plugin::messages::{DeliveryReport, LanguageCount};
use phira_plugin::metrics::Label;
use phira_plugin::records::{RecordPage, RoundRecord};
use phira_plugin::rooms::RoomPage;
use phira_plugin::services::ServiceInfo;
use phira_plugin::system::{ProcessResult, SystemInfo};
use phira_plugin::users::BanInfo;
use phira_plugin::*;

pub trait Show {
    fn show(&self) -> Json;
}

macro_rules! show_numbers {
    ($($type:ty),*) => { $(
        impl Show for $type {
            fn show(&self) -> Json {
                Json::Number(*self as f64)
            }
        }
    )* };
}

show_numbers!(u8, i8, u16, u32, i32, u64, f32, f64);

impl Show for () {
    fn show(&self) -> Json {
        Json::Null
    }
}

impl Show for bool {
    fn show(&self) -> Json {
        Json::Bool(*self)
    }
}

impl Show for String {
    fn show(&self) -> Json {
        Json::String(self.clone())
    }
}

impl<T: Show> Show for Vec<T> {
    fn show(&self) -> Json {
        Json::Array(self.iter().map(Show::show).collect())
    }
}

impl<T: Show> Show for Option<T> {
    fn show(&self) -> Json {
        self.as_ref().map_or(Json::Null, Show::show)
    }
}

impl<T: Show> Show for Result<T, HostError> {
    fn show(&self) -> Json {
        match self {
            Ok(value) => Json::object([("ok", value.show())]),
            Err(error) => Json::object([("err", Json::object([(error.kind(), Json::from(error.text()))]))]),
        }
    }
}

/// `max_users` to `max-users`, `HoldPerfect` to `hold-perfect`.
pub fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for (index, character) in name.char_indices() {
        if character == '_' || character.is_uppercase() && index > 0 {
            kebab.push('-');
        }
        kebab.extend(character.to_lowercase().filter(|letter| *letter != '_'));
    }
    kebab
}

macro_rules! show_record {
    ($($name:ident { $($field:ident),* })*) => { $(
        impl Show for $name {
            fn show(&self) -> Json {
                Json::object([$((kebab(stringify!($field)), self.$field.show())),*])
            }
        }
    )* };
}

macro_rules! show_enumeration {
    ($($name:ident),*) => { $(
        impl Show for $name {
            fn show(&self) -> Json {
                Json::String(kebab(&format!("{self:?}")))
            }
        }
    )* };
}

show_enumeration!(RoomPhase, EventPhase, Judgement, CommandLevel);

show_record! {
    UserInfo { id, name, language, room, monitor, connected, connected_at }
    ChartInfo { id, name }
    RoomInfo { id, name, host, players, monitors, phase, chart, live, locked, cycle, max_users, created_at }
    RoomPage { rooms, next }
    ChartDetails { id, name, level, difficulty, charter, composer, illustrator, uploader, ranked, reviewed, stable, rating, tags }
    LanguageCount { language, count }
    DeliveryReport { sent, skipped, languages }
    RoundRecord { chart, room, at, play }
    RecordPage { records, next }
    PlayRecord { id, player, chart, score, accuracy, full_combo, perfect, good, bad, miss, max_combo }
    RoomCreation { room, creator }
    RoomJoin { user, room, monitor }
    RoomLeave { user, room }
    GameBeginning { room, starter }
    GameResult { room, records, aborted }
    TextInput { user, text }
    HostChange { room, previous }
    ChartChoice { room, by, chart }
    ReadyChange { user, room, ready }
    PlayerResult { user, room, record }
    PlayerAbandonment { user, room }
    TouchPoint { finger, x, y }
    TouchFrame { time, points }
    TouchBatch { player, room, frames }
    JudgeEvent { time, line, note, judgement }
    JudgeBatch { player, room, judges }
    PluginStateChange { plugin, old_state, new_state }
    ConfigChange { plugin, revision }
    CustomEvent { event_type, source, data }
    Event { sequence, at, phase, payload }
    RoomStateChange { room, previous, by }
    SessionSuspend { user }
    SessionResume { user, suspended }
    SessionEnd { user, reason }
    BanInfo { user, reason, expires_at, banned_by, banned_at }
    ServiceInfo { plugin, name, schema, answer_schema }
    SystemInfo { host_version, abi_version, operating_system, architecture, processor_count, total_memory, uptime_seconds }
    ProcessResult { exit_code, stdout, stderr }
    Header { name, value }
    Label { key, value }
    Response { status, headers, body }
    Parameter { name, value }
    IncomingRequest { method, path, pattern, path_parameters, query, headers, body, caller }
    Caller { name, level, user, room }
    Invocation { name, arguments, words, caller }
}

impl Show for Body {
    fn show(&self) -> Json {
        match self {
            Body::Empty => Json::object([("empty", Json::Null)]),
            Body::Text(text) => Json::object([("text", text.show())]),
            Body::Bytes(bytes) => Json::object([("bytes", bytes.show())]),
        }
    }
}

impl Show for HostEvent {
    fn show(&self) -> Json {
        match self {
            HostEvent::RoomStateChange(change) => change.show(),
            HostEvent::SessionSuspend(suspend) => suspend.show(),
            HostEvent::SessionResume(resume) => resume.show(),
            HostEvent::SessionEnd(end) => end.show(),
        }
    }
}

macro_rules! show_payload {
    ($($case:ident),*) => {
        impl Show for EventPayload {
            fn show(&self) -> Json {
                let (name, value) = match self {
                    EventPayload::ServerStart => ("ServerStart", Json::Null),
                    EventPayload::ServerShutdown => ("ServerShutdown", Json::Null),
                    $(EventPayload::$case(value) => (stringify!($case), value.show()),)*
                };
                Json::object([(kebab(name), value)])
            }
        }
    };
}

show_payload!(
    UserConnect, UserDisconnect, RoomCreate, RoomDisband, UserJoinRoom, UserLeaveRoom, GameStart, GameEnd, CommandInput, MessageSend,
    RoomLockChange, RoomCycleChange, RoomHostChange, ChartSelect, PlayerReady, PlayerFinish, PlayerAbort, PlayerTouches, PlayerJudges,
    PluginStateChange, ConfigChange, Custom
);
