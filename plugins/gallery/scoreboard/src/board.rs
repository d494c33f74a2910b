//! The results, in the host's storage: `chart/{id}` holds the best of a chart, `rounds` the last rounds.

use phira_plugin::{storage, ChartInfo, Json, RoomInfo, Timestamp, UserId};

const ROUNDS: &str = "rounds";

/// A player's result.
#[derive(Clone)]
pub struct Entry {
    pub user: UserId,
    pub name: String,
    pub score: u32,
    pub accuracy: f32,
    pub full_combo: bool,
    pub at: Timestamp,
}

/// The best of a chart, each player once.
pub struct Best {
    pub name: String,
    pub entries: Vec<Entry>,
}

pub struct Board {
    rounds: Json,
}

impl Board {
    pub fn load() -> Board {
        let stored = storage::get(ROUNDS).ok().flatten().and_then(|text| Json::parse(&text).ok());
        Board { rounds: stored.unwrap_or(Json::Array(Vec::new())) }
    }

    /// The last rounds, the newest first.
    pub fn rounds(&self) -> &Json {
        &self.rounds
    }

    /// The chart of the last round.
    pub fn last_chart(&self) -> Option<u32> {
        self.rounds.items().first()?.get("chart")?.get("id")?.as_f64().map(|id| id as u32)
    }

    pub fn chart(&self, id: u32) -> Result<Option<Best>, String> {
        storage::get(&key(id))?.map(|text| Json::parse(&text).map(|json| Best::read(&json))).transpose()
    }

    /// Adds the results of a round to those of its chart. Returns the new first place, if there is one.
    pub fn add(&self, chart: &ChartInfo, entries: &[Entry], places: usize) -> Result<Option<Entry>, String> {
        let mut best = self.chart(chart.id)?.unwrap_or(Best { name: String::new(), entries: Vec::new() });
        let previous = best.entries.first().map(|entry| (entry.user, entry.score));
        best.name = chart.name.clone();
        for entry in entries {
            match best.entries.iter_mut().find(|other| other.user == entry.user) {
                Some(other) if other.score >= entry.score => other.name = entry.name.clone(),
                Some(other) => *other = entry.clone(),
                None => best.entries.push(entry.clone()),
            }
        }
        sort(&mut best.entries);
        best.entries.truncate(places);
        storage::set(&key(chart.id), &best.to_json().to_string(), None)?;
        Ok(best.entries.first().filter(|first| previous.map_or(true, |(_, score)| first.score > score)).cloned())
    }

    /// Puts a round before the others.
    pub fn add_round(&mut self, round: Json, kept: usize) -> Result<(), String> {
        let rounds = std::iter::once(round).chain(self.rounds.items().iter().cloned()).take(kept);
        self.rounds = Json::Array(rounds.collect());
        Ok(storage::set(ROUNDS, &self.rounds.to_string(), None)?)
    }
}

impl Best {
    fn read(json: &Json) -> Best {
        let entries = json.get("entries").map(Json::items).unwrap_or_default();
        Best { name: text(json, "name"), entries: entries.iter().map(Entry::read).collect() }
    }

    pub fn to_json(&self) -> Json {
        Json::object([("name", Json::from(self.name.as_str())), ("entries", Json::array(self.entries.iter().map(Entry::to_json)))])
    }
}

impl Entry {
    fn read(json: &Json) -> Entry {
        Entry {
            user: number(json, "user") as UserId,
            name: text(json, "name"),
            score: number(json, "score") as u32,
            accuracy: number(json, "accuracy") as f32,
            full_combo: json.get("fullCombo").and_then(Json::as_bool).unwrap_or_default(),
            at: number(json, "at") as Timestamp,
        }
    }

    pub fn to_json(&self) -> Json {
        Json::object([
            ("user", Json::from(self.user)),
            ("name", Json::from(self.name.as_str())),
            ("score", Json::from(self.score)),
            ("accuracy", Json::from(f64::from(self.accuracy))),
            ("fullCombo", Json::from(self.full_combo)),
            ("at", Json::from(self.at as f64)),
        ])
    }
}

/// The highest score first; of equal ones the earlier.
pub fn sort(entries: &mut [Entry]) {
    entries.sort_by(|one, other| other.score.cmp(&one.score).then(one.at.cmp(&other.at)));
}

/// A round as the page and the stream show it, without the name of a room that its players hide.
pub fn round(at: Timestamp, room: &RoomInfo, chart: &ChartInfo, entries: &[Entry], aborted: usize) -> Json {
    let chart = Json::object([("id", Json::from(chart.id)), ("name", Json::from(chart.name.as_str()))]);
    Json::object([
        ("at", Json::from(at as f64)),
        ("room", Json::from((!is_hidden(&room.name)).then_some(room.name.as_str()))),
        ("chart", chart),
        ("results", Json::array(entries.iter().map(Entry::to_json))),
        ("aborted", Json::from(aborted as u32)),
    ])
}

/// Players hide a room by the first character of its name.
fn is_hidden(room: &str) -> bool {
    room.starts_with(['-', '_'])
}

fn key(chart: u32) -> String {
    format!("chart/{chart}")
}

fn number(json: &Json, name: &str) -> f64 {
    json.get(name).and_then(Json::as_f64).unwrap_or_default()
}

fn text(json: &Json, name: &str) -> String {
    json.get(name).and_then(Json::as_str).unwrap_or_default().into()
}
