//! Keeps the results of rounds and the best of each chart, and shows them in the game, as JSON and on a page that updates itself.

mod board;
mod settings;
mod texts;

use std::collections::BTreeMap;

use phira_plugin::commands::CommandOptions;
use phira_plugin::http_routes::RouteAccess;
use phira_plugin::messages::{Argument, Template};
use phira_plugin::{
    commands, events, export_plugin, http_routes, http_streams, log, messages, Body, CommandHandler, ConfigHandler, Event,
    EventHandler, EventPayload, GameResult, Header, HostError, HttpHandler, IncomingRequest, Invocation, Json, Metadata, Outcome,
    PlayerNames, Plugin, Response, RoomId, StateHandler,
};

use board::{Board, Entry};
use settings::Settings;
use texts::{Words, TEXTS};

const STREAM: &str = "rounds";

struct Scoreboard {
    settings: Settings,
    board: Board,
    /// Names of the players who have finished a round that still runs.
    names: PlayerNames,
    /// The chart of the last round in each room.
    charts: BTreeMap<RoomId, u32>,
}

impl Plugin for Scoreboard {
    fn metadata() -> Metadata {
        Metadata { license: Some("MIT".into()), ..Metadata::new("scoreboard", env!("CARGO_PKG_VERSION"), "Phira.PluginService") }
    }

    fn init(config: &Json) -> Result<Self, String> {
        for event in ["player_finish", "game_end", "room_disband"] {
            events::subscribe(event, None)?;
        }
        let options = CommandOptions { usage: texts::TOP_USAGE.into(), level: commands::CommandLevel::Player, cooldown_ms: 0 };
        commands::add("top", texts::TOP, Some(&options))?;
        http_routes::register("GET", "/rounds", RouteAccess::Public)?;
        http_routes::register("GET", "/charts/{id}", RouteAccess::Public)?;
        http_streams::open(STREAM, RouteAccess::Public)?;
        Ok(Scoreboard {
            settings: Settings::read(config),
            board: Board::load(),
            names: PlayerNames::default(),
            charts: BTreeMap::new(),
        })
    }
}

impl EventHandler for Scoreboard {
    fn on_event(&mut self, event: Event) -> Result<Outcome, String> {
        match event.payload {
            EventPayload::PlayerFinish(result) => self.names.remember(result.user.id, result.user.name),
            EventPayload::GameEnd(result) => self.finish(event.at, &result)?,
            EventPayload::RoomDisband(room) => {
                self.charts.remove(&room.id);
            }
            _ => {}
        }
        Ok(Outcome::Proceed)
    }
}

impl Scoreboard {
    fn finish(&mut self, at: u64, result: &GameResult) -> Result<(), String> {
        let Some(chart) = &result.room.chart else { return Ok(()) };
        let mut entries: Vec<Entry> = result
            .records
            .iter()
            .map(|record| Entry {
                user: record.player,
                name: self.names.take(record.player).unwrap_or_else(|| format!("#{}", record.player)),
                score: record.score,
                accuracy: record.accuracy,
                full_combo: record.full_combo,
                at,
            })
            .collect();
        if entries.is_empty() {
            return Ok(());
        }
        board::sort(&mut entries);
        self.charts.insert(result.room.id, chart.id);
        let first = self.board.add(chart, &entries, self.settings.places)?;
        let round = board::round(at, &result.room, chart, &entries, result.aborted.len());
        self.board.add_round(round.clone(), self.settings.rounds)?;
        report("stream", http_streams::publish(STREAM, "round", &round.to_string()));
        if let (Some(best), true) = (first, self.settings.announce) {
            let arguments = [
                Argument::new("name", &best.name),
                Argument::new("chart", &chart.name),
                Argument::new("score", best.score),
            ];
            let templates = texts::NEW_FIRST.map(|(language, text)| Template::new(language, text));
            report("announcement", messages::template_to_room(result.room.id, &templates, &arguments));
        }
        Ok(())
    }

    /// The chart that a player means: the one that the arguments name, else the last one in the room, else the last one of all.
    fn chart_of(&self, invocation: &Invocation, words: &Words) -> Result<u32, String> {
        if let Some(word) = invocation.words.first() {
            return word.parse().map_err(|_| words.no_number.replace("{word}", word));
        }
        invocation
            .caller
            .room
            .and_then(|room| self.charts.get(&room).copied())
            .or_else(|| self.board.last_chart())
            .ok_or_else(|| words.nothing.into())
    }
}

impl CommandHandler for Scoreboard {
    fn on_command(&mut self, invocation: Invocation) -> Result<String, String> {
        let words = TEXTS.for_user(invocation.caller.user);
        let chart = self.chart_of(&invocation, words)?;
        let best = self.board.chart(chart)?.ok_or(words.nothing)?;
        let lines = best.entries.iter().enumerate().map(|(index, entry)| {
            format!("{}. {} {} ({:.2}%)", index + 1, entry.name, entry.score, entry.accuracy * 100.0)
        });
        Ok(std::iter::once(words.title.replace("{chart}", &best.name)).chain(lines).collect::<Vec<_>>().join("\n"))
    }
}

impl HttpHandler for Scoreboard {
    fn on_request(&mut self, request: IncomingRequest) -> Result<Response, String> {
        if request.pattern == "/rounds" {
            return Ok(json(200, self.board.rounds()));
        }
        let id = request.path_parameters.first().and_then(|parameter| parameter.value.parse().ok());
        Ok(match id.map(|id| self.board.chart(id)).transpose()?.flatten() {
            Some(best) => json(200, &best.to_json()),
            None => json(404, &Json::object([("error", Json::from("no results of this chart"))])),
        })
    }
}

impl ConfigHandler for Scoreboard {
    fn validate_config(&mut self, _config: &Json) -> Result<(), String> {
        Ok(())
    }

    fn on_config_changed(&mut self, config: &Json) -> Result<(), String> {
        self.settings = Settings::read(config);
        Ok(())
    }
}

impl StateHandler for Scoreboard {
    fn save_state(&mut self) -> Result<Vec<u8>, String> {
        Ok(self.names.save())
    }

    fn restore_state(&mut self, state: Vec<u8>) -> Result<(), String> {
        self.names.restore(state)
    }
}

fn json(status: u16, value: &Json) -> Response {
    let headers = vec![Header::new("content-type", "application/json"), Header::new("cache-control", "no-cache")];
    Response { status, headers, body: Body::Text(value.to_string()) }
}

/// What could not be sent is no fault of the plugin: the room may have ended meanwhile.
fn report<T>(what: &str, sent: Result<T, HostError>) {
    if let Err(error) = sent {
        log::warn(&format!("{what}: {error}"));
    }
}

export_plugin!(Scoreboard: EventHandler, CommandHandler, HttpHandler, ConfigHandler, StateHandler);
