//! Holds a tournament in rooms of the administrator's choice: who may play which charts there, and who leads.

mod settings;
mod standings;
mod texts;

use std::collections::BTreeMap;

use phira_plugin::commands::{CommandLevel, CommandOptions};
use phira_plugin::events::Subscription;
use phira_plugin::http_routes::RouteAccess;
use phira_plugin::{
    commands, events, export_plugin, http_routes, http_streams, log, Body, CommandHandler, ConfigHandler, Event, EventHandler,
    EventPayload, EventPhase, GameResult, Header, HttpHandler, IncomingRequest, Invocation, Json, Metadata, Outcome, Plugin, Response,
    UserId,
};

use settings::Settings;
use standings::Standings;
use texts::TEXTS;

const STREAM: &str = "board";
const SHOWN_IN_CHAT: usize = 10;

struct Tournament {
    settings: Settings,
    standings: Standings,
    /// Names of the players who have finished a round that still runs.
    names: BTreeMap<UserId, String>,
}

impl Plugin for Tournament {
    fn metadata() -> Metadata {
        Metadata { license: Some("MIT".into()), ..Metadata::new("tournament", env!("CARGO_PKG_VERSION"), "Phira.PluginService") }
    }

    fn init(config: &Json) -> Result<Self, String> {
        // Without this plugin nobody may slip into a tournament.
        let before = Subscription { fail_closed: true, ..Subscription::of(EventPhase::Before) };
        for event in ["room_create", "user_join_room", "chart_select"] {
            events::subscribe(event, Some(&before))?;
        }
        events::subscribe("player_finish", None)?;
        events::subscribe("game_end", None)?;
        commands::add("board", texts::BOARD, None)?;
        let reset = CommandOptions { usage: "reset".into(), level: CommandLevel::Admin, cooldown_ms: 0 };
        commands::add("tournament", texts::TOURNAMENT, Some(&reset))?;
        http_routes::register("GET", "/board", RouteAccess::Public)?;
        http_streams::open(STREAM, RouteAccess::Public)?;
        Ok(Tournament { settings: Settings::read(config), standings: Standings::load()?, names: BTreeMap::new() })
    }
}

impl EventHandler for Tournament {
    fn on_event(&mut self, event: Event) -> Result<Outcome, String> {
        let refusal = match event.payload {
            EventPayload::RoomCreate(creation) => creation
                .creator
                .filter(|creator| self.settings.has_room(&creation.room.name) && !self.settings.admits(*creator))
                .map(|creator| TEXTS.for_user(Some(creator)).not_admitted.into()),
            EventPayload::UserJoinRoom(join) => {
                let admitted = join.monitor || !self.settings.has_room(&join.room.name) || self.settings.admits(join.user.id);
                (!admitted).then(|| TEXTS.in_language(&join.user.language).not_admitted.into())
            }
            EventPayload::ChartSelect(choice) => {
                let offered = !self.settings.has_room(&choice.room.name) || self.settings.offers(choice.chart.id);
                (!offered).then(|| TEXTS.for_user(choice.by).not_in_pool.replace("{chart}", &choice.chart.name))
            }
            EventPayload::PlayerFinish(result) => {
                self.names.insert(result.user.id, result.user.name);
                None
            }
            EventPayload::GameEnd(result) => {
                self.finish(&result)?;
                None
            }
            _ => None,
        };
        Ok(refusal.map_or(Outcome::Proceed, Outcome::Cancel))
    }
}

impl Tournament {
    fn finish(&mut self, result: &GameResult) -> Result<(), String> {
        let counts = self.settings.has_room(&result.room.name)
            && result.room.chart.as_ref().is_some_and(|chart| self.settings.offers(chart.id));
        for record in &result.records {
            let name = self.names.remove(&record.player);
            if counts && self.settings.admits(record.player) {
                self.standings.add(record, name)?;
            }
        }
        if counts {
            self.publish();
        }
        Ok(())
    }

    fn publish(&self) {
        if let Err(error) = http_streams::publish(STREAM, "board", &self.board().to_string()) {
            log::warn(&format!("stream: {error}"));
        }
    }

    fn board(&self) -> Json {
        let places = self.standings.places(self.settings.best_of);
        Json::object([
            ("bestOf", Json::from(self.settings.best_of.map(|count| count as u32))),
            ("places", Json::array(places.iter().map(|place| place.to_json()))),
        ])
    }
}

impl CommandHandler for Tournament {
    fn on_command(&mut self, invocation: Invocation) -> Result<String, String> {
        let words = TEXTS.for_user(invocation.caller.user);
        if invocation.name == "tournament" {
            if invocation.arguments != "reset" {
                return Err(words.usage.into());
            }
            self.standings.forget()?;
            self.publish();
            return Ok(words.forgotten.into());
        }
        let places = self.standings.places(self.settings.best_of);
        if places.is_empty() {
            return Ok(words.nothing.into());
        }
        let lines =
            places.iter().take(SHOWN_IN_CHAT).enumerate().map(|(index, place)| format!("{}. {} {}", index + 1, place.name, place.total));
        Ok(std::iter::once(String::from(words.standings)).chain(lines).collect::<Vec<_>>().join("\n"))
    }
}

impl HttpHandler for Tournament {
    fn on_request(&mut self, _request: IncomingRequest) -> Result<Response, String> {
        let headers = vec![Header::new("content-type", "application/json"), Header::new("cache-control", "no-cache")];
        Ok(Response { status: 200, headers, body: Body::Text(self.board().to_string()) })
    }
}

impl ConfigHandler for Tournament {
    fn validate_config(&mut self, _config: &Json) -> Result<(), String> {
        Ok(())
    }

    fn on_config_changed(&mut self, config: &Json) -> Result<(), String> {
        self.settings = Settings::read(config);
        self.publish();
        Ok(())
    }
}

export_plugin!(Tournament: EventHandler, CommandHandler, HttpHandler, ConfigHandler);
