//! Events of the host that were added after the cases of `event-payload` were fixed. They arrive as [`CustomEvent`] with a JSON text; this reads it.

use crate::events_types::CustomEvent;
use crate::json::Json;
use crate::types::{ChartInfo, RoomInfo, RoomPhase, UserId, UserInfo};

/// `room_state_change`: a room is in another phase of its round.
#[derive(Clone, Debug, PartialEq)]
pub struct RoomStateChange {
    /// The room in its new phase.
    pub room: RoomInfo,
    pub previous: RoomPhase,
    /// Who asked to start, or called the round off.
    pub by: Option<UserId>,
}

/// `session_suspend`: a user in a room has lost the connection; the place is kept for a while.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionSuspend {
    pub user: UserInfo,
}

/// `session_resume`: a user who was here already has logged in again.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionResume {
    pub user: UserInfo,
    /// Whether the connection was lost before; otherwise the earlier one was still there.
    pub suspended: bool,
}

/// `session_end`: a user is leaving the server.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionEnd {
    pub user: UserInfo,
    /// `quit`, `kicked`, `timeout`, `error` or `shutdown`; later hosts may know more.
    pub reason: String,
}

/// An event of the host, read from its JSON.
#[derive(Clone, Debug, PartialEq)]
pub enum HostEvent {
    RoomStateChange(RoomStateChange),
    SessionSuspend(SessionSuspend),
    SessionResume(SessionResume),
    SessionEnd(SessionEnd),
}

impl HostEvent {
    /// None when the event is a plugin's, or one that this SDK does not know.
    pub fn read(event: &CustomEvent) -> Option<HostEvent> {
        if event.source != "host" {
            return None;
        }
        let data = Json::parse(&event.data).ok()?;
        let user = || data.get("user").and_then(read_user);
        Some(match event.event_type.as_str() {
            "room_state_change" => HostEvent::RoomStateChange(RoomStateChange {
                room: read_room(data.get("room")?)?,
                previous: read_phase(data.get("previous")?)?,
                by: optional_number(&data, "by"),
            }),
            "session_suspend" => HostEvent::SessionSuspend(SessionSuspend { user: user()? }),
            "session_resume" => HostEvent::SessionResume(SessionResume { user: user()?, suspended: flag(&data, "suspended")? }),
            "session_end" => HostEvent::SessionEnd(SessionEnd { user: user()?, reason: text(&data, "reason")? }),
            _ => return None,
        })
    }
}

fn read_user(json: &Json) -> Option<UserInfo> {
    Some(UserInfo {
        id: number(json, "id")? as UserId,
        name: text(json, "name")?,
        language: text(json, "language")?,
        room: optional_number(json, "room"),
        monitor: flag(json, "monitor")?,
        connected: flag(json, "connected")?,
        connected_at: number(json, "connected-at")? as u64,
    })
}

fn read_room(json: &Json) -> Option<RoomInfo> {
    Some(RoomInfo {
        id: number(json, "id")? as u32,
        name: text(json, "name")?,
        host: optional_number(json, "host"),
        players: numbers(json, "players"),
        monitors: numbers(json, "monitors"),
        phase: read_phase(json.get("phase")?)?,
        chart: json.get("chart").and_then(read_chart),
        live: flag(json, "live")?,
        locked: flag(json, "locked")?,
        cycle: flag(json, "cycle")?,
        max_users: number(json, "max-users")? as u32,
        created_at: number(json, "created-at")? as u64,
    })
}

fn read_chart(json: &Json) -> Option<ChartInfo> {
    Some(ChartInfo { id: number(json, "id")? as u32, name: text(json, "name")? })
}

fn read_phase(json: &Json) -> Option<RoomPhase> {
    match json.as_str()? {
        "select-chart" => Some(RoomPhase::SelectChart),
        "waiting-for-ready" => Some(RoomPhase::WaitingForReady),
        "playing" => Some(RoomPhase::Playing),
        _ => None,
    }
}

fn number(json: &Json, name: &str) -> Option<f64> {
    json.get(name)?.as_f64()
}

fn optional_number(json: &Json, name: &str) -> Option<u32> {
    number(json, name).map(|value| value as u32)
}

fn numbers(json: &Json, name: &str) -> Vec<u32> {
    json.get(name).map_or(&[][..], Json::items).iter().filter_map(Json::as_f64).map(|value| value as u32).collect()
}

fn text(json: &Json, name: &str) -> Option<String> {
    Some(json.get(name)?.as_str()?.to_owned())
}

fn flag(json: &Json, name: &str) -> Option<bool> {
    json.get(name)?.as_bool()
}
