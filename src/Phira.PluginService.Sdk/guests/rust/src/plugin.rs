//! What a plugin implements.

use crate::declare::{enumeration, lower_record, record};
use crate::host::commands::CommandLevel;
use crate::{Body, Event, Header, Json, Outcome, Response, RoomId, UserId};

record! {
    /// What the plugin says about itself. The manifest decides; the host warns when the two disagree.
    pub struct Metadata {
        pub name: String,
        /// SemVer 2.0.
        pub version: String,
        pub author: String,
        pub description: Option<String>,
        pub entry_point: Option<String>,
        pub dependencies: Vec<Dependency>,
        pub permissions: Vec<String>,
        /// Version of the WIT package it was built against.
        pub abi_version: String,
        pub category: Option<String>,
        pub tags: Vec<String>,
        pub website: Option<String>,
        pub license: Option<String>,
        pub min_host_version: Option<String>,
        /// A JSON text.
        pub config_schema: Option<String>,
        /// A JSON text.
        pub custom: Option<String>,
    }
}

lower_record!(Metadata {
    name, version, author, description, entry_point, dependencies, permissions, abi_version, category, tags, website, license,
    min_host_version, config_schema, custom
});

record! {
    /// A plugin that must be present: name and SemVer range.
    pub struct Dependency {
        pub name: String,
        pub range: String,
    }
}

lower_record!(Dependency { name, range });

impl Metadata {
    /// Metadata with nothing optional.
    pub fn new(name: impl Into<String>, version: impl Into<String>, author: impl Into<String>) -> Self {
        Metadata {
            name: name.into(),
            version: version.into(),
            author: author.into(),
            description: None,
            entry_point: None,
            dependencies: Vec::new(),
            permissions: Vec::new(),
            abi_version: "1.0.0".into(),
            category: None,
            tags: Vec::new(),
            website: None,
            license: None,
            min_host_version: None,
            config_schema: None,
            custom: None,
        }
    }
}

/// What every plugin implements. The value is the running plugin: made by `init`, kept until the instance ends.
pub trait Plugin: Sized + 'static {
    /// Called first.
    fn metadata() -> Metadata;

    /// Called once with the whole configuration. Subscribe and register here. An error keeps the plugin from running.
    fn init(config: &Json) -> Result<Self, String>;

    /// From now on events and commands arrive.
    fn start(&mut self) -> Result<(), String> {
        Ok(())
    }

    /// No more events and commands arrive.
    fn stop(&mut self) -> Result<(), String> {
        Ok(())
    }
}

/// Receives the events subscribed to with `events::subscribe`.
pub trait EventHandler: Plugin {
    fn on_event(&mut self, event: Event) -> Result<Outcome, String>;
}

/// Who invokes a command.
#[derive(Clone, Debug, PartialEq)]
pub struct Caller {
    pub name: String,
    /// The highest level the caller has.
    pub level: CommandLevel,
    /// None when an administrator calls from outside the game.
    pub user: Option<UserId>,
    pub room: Option<RoomId>,
}

/// One use of a command.
#[derive(Clone, Debug, PartialEq)]
pub struct Invocation {
    pub name: String,
    /// Everything after the name, trimmed.
    pub arguments: String,
    /// The same, split at white space; "double quotes" hold a piece together.
    pub words: Vec<String>,
    pub caller: Caller,
}

/// Receives the commands registered with `commands::register`.
pub trait CommandHandler: Plugin {
    fn on_command(&mut self, invocation: Invocation) -> Result<String, String>;
}

/// Receives the timers set with `timers::set`.
pub trait TimerHandler: Plugin {
    fn on_timer(&mut self, id: u32) -> Result<(), String>;
}

/// Takes part in configuration changes. Without it, a change reloads the plugin.
pub trait ConfigHandler: Plugin {
    /// Checks a configuration that an administrator wants to store.
    fn validate_config(&mut self, config: &Json) -> Result<(), String>;

    /// The configuration has changed.
    fn on_config_changed(&mut self, config: &Json) -> Result<(), String>;
}

record! {
    /// A value taken from the path or the query.
    pub struct Parameter {
        pub name: String,
        pub value: String,
    }
}

record! {
    /// A request to one of the plugin's routes.
    pub struct IncomingRequest {
        pub method: String,
        /// The path after `/plugins/{name}`, with its leading slash.
        pub path: String,
        /// The pattern that matched.
        pub pattern: String,
        pub path_parameters: Vec<Parameter>,
        pub query: Vec<Parameter>,
        pub headers: Vec<Header>,
        pub body: Body,
        /// Name of the administrator's token, on routes for administrators.
        pub caller: Option<String>,
    }
}

/// Serves the routes registered with `http_routes::register`.
pub trait HttpHandler: Plugin {
    fn on_request(&mut self, request: IncomingRequest) -> Result<Response, String>;
}

/// Serves the services offered with `services::provide`. Argument and answer are JSON texts.
pub trait ServiceHandler: Plugin {
    fn on_call(&mut self, name: String, argument: String, caller: String) -> Result<String, String>;
}

/// Hands state from a running version to the next one at a hot reload.
pub trait StateHandler: Plugin {
    /// Called on the old version when its last call has returned. Keep it to some KiB.
    fn save_state(&mut self) -> Result<Vec<u8>, String>;

    /// Called on the new version after `init` and before `start`.
    fn restore_state(&mut self, state: Vec<u8>) -> Result<(), String>;
}

enumeration! {
    /// How well the plugin does.
    pub enum HealthStatus {
        Healthy,
        Warning,
        Critical,
        Unknown,
    }
}

record! {
    /// A health report.
    pub struct HealthReport {
        pub status: HealthStatus,
        /// Why, when not healthy.
        pub reasons: Vec<String>,
    }
}

lower_record!(HealthReport { status, reasons });

/// Adds the plugin's own view to its health.
pub trait HealthHandler: Plugin {
    fn check(&mut self) -> Result<HealthReport, String>;
}
