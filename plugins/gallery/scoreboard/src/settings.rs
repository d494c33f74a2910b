//! What the administrator can configure. The schema of the plugin has checked it.

use phira_plugin::Json;

pub struct Settings {
    /// Whether a new first place is announced in the room.
    pub announce: bool,
    /// How many places are kept of each chart.
    pub places: usize,
    /// How many rounds are kept.
    pub rounds: usize,
}

impl Settings {
    pub fn read(config: &Json) -> Settings {
        let number = |key: &str, fallback: usize| config.get(key).and_then(Json::as_f64).map_or(fallback, |value| value as usize);
        Settings {
            announce: config.get("announce").and_then(Json::as_bool).unwrap_or(true),
            places: number("places", 10),
            rounds: number("rounds", 20),
        }
    }
}
