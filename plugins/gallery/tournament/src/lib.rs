//! Holds a tournament in rooms of the administrator's choice: who may play which charts there, and who leads.

mod open_rooms;
mod settings;
mod standings;
mod texts;

use phira_plugin::commands::{CommandLevel, CommandOptions};
use phira_plugin::events::Subscription;
use phira_plugin::http_routes::RouteAccess;
use phira_plugin::{
    commands, events, export_plugin, http_routes, http_streams, log, rooms, Body, CommandHandler, ConfigHandler, Event, EventHandler,
    EventPayload, EventPhase, GameResult, Header, HostError, HttpHandler, IncomingRequest, Invocation, Json, Metadata, Outcome,
    PlayerNames, Plugin, Response, RoomId, StateHandler, UserId,
};

use open_rooms::OpenRooms;
use settings::Settings;
use standings::Standings;
use texts::TEXTS;

const STREAM: &str = "board";
const SHOWN_IN_CHAT: usize = 10;

struct Tournament {
    settings: Settings,
    standings: Standings,
    open_rooms: OpenRooms,
    /// Names of the players who have finished a round that still runs.
    names: PlayerNames,
}

impl Plugin for Tournament {
    fn metadata() -> Metadata {
        Metadata { license: Some("MIT".into()), ..Metadata::new("tournament", env!("CARGO_PKG_VERSION"), "Phira.PluginService") }
    }

    fn init(config: &Json) -> Result<Self, String> {
        // Players of other rooms must not depend on this plugin: a tournament room that opens while it is late is looked at afterwards.
        events::subscribe("room_create", Some(&Subscription::of(EventPhase::Before)))?;
        for event in ["room_create", "room_disband", "player_finish", "game_end"] {
            events::subscribe(event, None)?;
        }
        commands::add("board", texts::BOARD, None)?;
        let reset = CommandOptions { usage: "reset".into(), level: CommandLevel::Admin, cooldown_ms: 0 };
        commands::add("tournament", texts::TOURNAMENT, Some(&reset))?;
        http_routes::register("GET", "/board", RouteAccess::Public)?;
        http_streams::open(STREAM, RouteAccess::Public)?;
        Ok(Tournament {
            settings: Settings::read(config),
            standings: Standings::load()?,
            open_rooms: OpenRooms::default(),
            names: PlayerNames::default(),
        })
    }

    fn start(&mut self) -> Result<(), String> {
        self.find_rooms()
    }
}

impl EventHandler for Tournament {
    fn on_event(&mut self, event: Event) -> Result<Outcome, String> {
        if event.phase == EventPhase::Before {
            return Ok(self.refusal(&event.payload).map_or(Outcome::Proceed, Outcome::Cancel));
        }
        match event.payload {
            EventPayload::RoomCreate(creation) if self.settings.has_room(&creation.room.name) => {
                self.open_rooms.add(creation.room.id)?;
                self.remove_strangers(creation.room.id, &creation.room.players);
            }
            EventPayload::UserJoinRoom(join) if !join.monitor && self.settings.has_room(&join.room.name) => {
                // The room may have opened while the previous version of the plugin still ran.
                self.open_rooms.add(join.room.id)?;
                self.remove_strangers(join.room.id, &[join.user.id]);
            }
            EventPayload::RoomDisband(room) => self.open_rooms.remove(room.id)?,
            EventPayload::PlayerFinish(result) => self.names.remember(result.user.id, result.user.name),
            EventPayload::GameEnd(result) => self.finish(&result)?,
            _ => {}
        }
        Ok(Outcome::Proceed)
    }
}

impl Tournament {
    /// Why something must not happen; none when it may.
    fn refusal(&self, payload: &EventPayload) -> Option<String> {
        match payload {
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
            _ => None,
        }
    }

    /// Removes who came in while the plugin could not be asked.
    fn remove_strangers(&self, room: RoomId, players: &[UserId]) {
        for player in players.iter().filter(|player| !self.settings.admits(**player)) {
            match rooms::kick(room, *player, TEXTS.for_user(Some(*player)).not_admitted) {
                // The player or the room has gone.
                Ok(()) | Err(HostError::NotFound(_)) => {}
                Err(error) => log::warn(&format!("player {player} is not on the list and stays in the room: {error}")),
            }
        }
    }

    fn find_rooms(&mut self) -> Result<(), String> {
        let open = rooms::list()?;
        let wanted = open.iter().filter(|room| self.settings.has_room(&room.name)).map(|room| room.id);
        Ok(self.open_rooms.replace(wanted)?)
    }

    fn finish(&mut self, result: &GameResult) -> Result<(), String> {
        let counts = self.settings.has_room(&result.room.name)
            && result.room.chart.as_ref().is_some_and(|chart| self.settings.offers(chart.id));
        for record in &result.records {
            let name = self.names.take(record.player);
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
        self.find_rooms()?;
        self.publish();
        Ok(())
    }
}

impl StateHandler for Tournament {
    fn save_state(&mut self) -> Result<Vec<u8>, String> {
        Ok(self.names.save())
    }

    fn restore_state(&mut self, state: Vec<u8>) -> Result<(), String> {
        self.names.restore(state)
    }
}

export_plugin!(Tournament: EventHandler, CommandHandler, HttpHandler, ConfigHandler, StateHandler);
