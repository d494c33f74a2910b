//! What the administrator can configure. The schema of the plugin has checked it.

use phira_plugin::{Json, UserId};

pub struct Settings {
    rooms: Vec<String>,
    players: Vec<u32>,
    charts: Vec<u32>,
    /// How many of the best rounds of a player count; none for all rounds.
    pub best_of: Option<usize>,
}

impl Settings {
    pub fn read(config: &Json) -> Settings {
        let numbers = |key: &str| config.get(key).map(Json::items).unwrap_or_default().iter().filter_map(Json::as_f64).map(|id| id as u32).collect();
        let rooms = config.get("rooms").map(Json::items).unwrap_or_default();
        let best_of = config.get("best_of").and_then(Json::as_f64).map_or(3, |count| count as usize);
        Settings {
            rooms: rooms.iter().filter_map(Json::as_str).map(String::from).collect(),
            players: numbers("players"),
            charts: numbers("charts"),
            best_of: (config.get("scoring").and_then(Json::as_str) == Some("best_of")).then_some(best_of),
        }
    }

    /// Whether a room belongs to the tournament.
    pub fn has_room(&self, name: &str) -> bool {
        self.rooms.iter().any(|room| room == name)
    }

    /// Whether a player may take part.
    pub fn admits(&self, user: UserId) -> bool {
        self.players.is_empty() || self.players.contains(&user)
    }

    /// Whether a chart is in the pool.
    pub fn offers(&self, chart: u32) -> bool {
        self.charts.is_empty() || self.charts.contains(&chart)
    }
}
