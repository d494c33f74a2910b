//! Greets each player by name and announces who joins a room.

mod settings;
mod template;
mod texts;
mod visits;

use phira_plugin::messages::{Argument, Template};
use phira_plugin::{
    events, export_plugin, log, messages, ConfigHandler, Event, EventHandler, EventPayload, HostError, Json, Metadata, Outcome, Plugin,
    RoomJoin, StateHandler, Texts, UserInfo,
};

use settings::Settings;
use visits::Visits;

struct Welcome {
    settings: Settings,
    visits: Visits,
}

impl Plugin for Welcome {
    fn metadata() -> Metadata {
        Metadata {
            description: Some(texts::DESCRIPTION.into()),
            permissions: vec!["send_messages".into(), "storage".into()],
            category: Some("social".into()),
            tags: vec!["chat".into(), "greeting".into()],
            license: Some("MIT".into()),
            ..Metadata::new("welcome", env!("CARGO_PKG_VERSION"), "Phira.PluginService")
        }
    }

    fn init(config: &Json) -> Result<Self, String> {
        let settings = Settings::read(config)?;
        events::subscribe("user_connect", None)?;
        events::subscribe("user_join_room", None)?;
        Ok(Welcome { settings, visits: Visits::new() })
    }
}

impl EventHandler for Welcome {
    fn on_event(&mut self, event: Event) -> Result<Outcome, String> {
        match event.payload {
            EventPayload::UserConnect(user) => self.greet(&user),
            EventPayload::UserJoinRoom(join) if self.settings.announce_joins => self.announce(&join),
            _ => {}
        }
        Ok(Outcome::Proceed)
    }
}

impl Welcome {
    fn greet(&mut self, user: &UserInfo) {
        let visits = self.visits.count(user.id);
        let text = self.settings.greeting.in_language(&user.language).render(|placeholder| match placeholder {
            "visits" => visits.to_string(),
            _ => user.name.clone(),
        });
        if report("greeting", messages::to_user(user.id, &text)) {
            log::info(&format!("greeted {} (visit {visits})", user.name));
        }
    }

    fn announce(&self, join: &RoomJoin) {
        let Texts { chinese, english } = &self.settings.join_announcement;
        let templates = [Template::new("zh-CN", chinese.source()), Template::new("en", english.source())];
        let arguments = [Argument::new("name", &join.user.name), Argument::new("room", &join.room.name)];
        report("announcement", messages::template_to_room(join.room.id, &templates, &arguments));
    }
}

/// Says whether a message was sent. One that could not be is no fault of the plugin: the player may have left meanwhile.
fn report<T>(what: &str, sent: Result<T, HostError>) -> bool {
    match &sent {
        Ok(_) => {}
        Err(HostError::NotFound(text)) => log::debug(&format!("{what}: {text}")),
        Err(error) => log::warn(&format!("{what}: {error}")),
    }
    sent.is_ok()
}

impl ConfigHandler for Welcome {
    fn validate_config(&mut self, config: &Json) -> Result<(), String> {
        Settings::read(config).map(|_| ())
    }

    fn on_config_changed(&mut self, config: &Json) -> Result<(), String> {
        self.settings = Settings::read(config)?;
        Ok(())
    }
}

impl StateHandler for Welcome {
    fn save_state(&mut self) -> Result<Vec<u8>, String> {
        Ok(self.visits.to_json().to_string().into_bytes())
    }

    fn restore_state(&mut self, state: Vec<u8>) -> Result<(), String> {
        let text = String::from_utf8(state).map_err(|problem| problem.to_string())?;
        self.visits.restore(&Json::parse(&text)?)
    }
}

export_plugin!(Welcome: EventHandler, ConfigHandler, StateHandler);
