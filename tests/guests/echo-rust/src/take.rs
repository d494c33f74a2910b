//! Arguments of host functions from JSON.

use phira_plugin::commands::{CommandLevel, CommandOptions};
use phira_plugin::events::Subscription;
use phira_plugin::http_client::Request;
use phira_plugin::http_routes::RouteAccess;
use phira_plugin::log::{Field, Level};
use phira_plugin::messages::{Argument, Template};
use phira_plugin::metrics::Label;
use phira_plugin::{Body, EventPhase, Header, Json};

/// A value that an argument can be read as. What does not fit becomes an empty value.
pub trait Take {
    fn take(json: &Json) -> Self;
}

/// The arguments of a call, one after the other.
pub struct Arguments<'j> {
    items: std::slice::Iter<'j, Json>,
}

impl<'j> Arguments<'j> {
    pub fn of(json: &'j Json) -> Self {
        Arguments { items: json.items().iter() }
    }

    pub fn next<T: Take>(&mut self) -> T {
        T::take(self.items.next().unwrap_or(&Json::Null))
    }

    pub fn text(&mut self) -> String {
        self.next()
    }
}

/// A member of an object.
pub fn member<T: Take>(json: &Json, name: &str) -> T {
    T::take(json.get(name).unwrap_or(&Json::Null))
}

macro_rules! take_numbers {
    ($($type:ty),*) => { $(
        impl Take for $type {
            fn take(json: &Json) -> Self {
                json.as_f64().unwrap_or_default() as $type
            }
        }
    )* };
}

take_numbers!(u8, u16, u32, i32, u64, f64);

impl Take for bool {
    fn take(json: &Json) -> Self {
        json.as_bool().unwrap_or_default()
    }
}

impl Take for String {
    fn take(json: &Json) -> Self {
        json.as_str().unwrap_or_default().into()
    }
}

impl<T: Take> Take for Vec<T> {
    fn take(json: &Json) -> Self {
        json.items().iter().map(T::take).collect()
    }
}

impl<T: Take> Take for Option<T> {
    fn take(json: &Json) -> Self {
        (!json.is_null()).then(|| T::take(json))
    }
}

impl Take for Header {
    fn take(json: &Json) -> Self {
        Header { name: member(json, "name"), value: member(json, "value") }
    }
}

impl Take for Label {
    fn take(json: &Json) -> Self {
        Label { key: member(json, "key"), value: member(json, "value") }
    }
}

impl Take for Template {
    fn take(json: &Json) -> Self {
        Template { language: member(json, "language"), text: member(json, "text") }
    }
}

impl Take for Argument {
    fn take(json: &Json) -> Self {
        Argument { name: member(json, "name"), value: member(json, "value") }
    }
}

impl Take for Field {
    fn take(json: &Json) -> Self {
        Field { key: member(json, "key"), value: member(json, "value") }
    }
}

impl Take for Body {
    fn take(json: &Json) -> Self {
        match (json.get("text"), json.get("bytes")) {
            (Some(text), _) => Body::Text(Take::take(text)),
            (_, Some(bytes)) => Body::Bytes(Take::take(bytes)),
            _ => Body::Empty,
        }
    }
}

impl Take for Request {
    fn take(json: &Json) -> Self {
        Request {
            method: member(json, "method"),
            url: member(json, "url"),
            headers: member(json, "headers"),
            body: member(json, "body"),
            timeout_ms: member(json, "timeout-ms"),
        }
    }
}

impl Take for Level {
    fn take(json: &Json) -> Self {
        match json.as_str() {
            Some("debug") => Level::Debug,
            Some("info") => Level::Info,
            Some("warn") => Level::Warn,
            Some("error") => Level::Error,
            _ => Level::Trace,
        }
    }
}

impl Take for RouteAccess {
    fn take(json: &Json) -> Self {
        if json.as_str().or_else(|| json.get("access").and_then(Json::as_str)) == Some("public") {
            RouteAccess::Public
        } else {
            RouteAccess::Admin
        }
    }
}

impl Take for CommandOptions {
    fn take(json: &Json) -> Self {
        let level = match json.get("level").and_then(Json::as_str) {
            Some("room-host") => CommandLevel::RoomHost,
            Some("admin") => CommandLevel::Admin,
            _ => CommandLevel::Player,
        };
        CommandOptions { usage: member(json, "usage"), level, cooldown_ms: member(json, "cooldown-ms") }
    }
}

impl Take for Subscription {
    fn take(json: &Json) -> Self {
        let before = json.get("phase").and_then(Json::as_str) == Some("before");
        Subscription {
            phase: if before { EventPhase::Before } else { EventPhase::After },
            priority: member(json, "priority"),
            fail_closed: member(json, "fail-closed"),
            rooms: member(json, "rooms"),
            users: member(json, "users"),
            sample_every: member(json, "sample-every"),
        }
    }
}
