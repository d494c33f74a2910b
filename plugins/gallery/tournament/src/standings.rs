//! The results of each player, in the host's storage under `player/{id}`.

use std::collections::BTreeMap;

use phira_plugin::{storage, Json, PlayRecord, UserId};

const PREFIX: &str = "player/";
const PAGE: u32 = 1000;

/// More rounds of one player are not kept: the lowest goes.
const LONGEST: usize = 1000;

struct Results {
    name: String,
    /// The highest first.
    scores: Vec<u32>,
}

#[derive(Default)]
pub struct Standings(BTreeMap<UserId, Results>);

/// A player's place.
pub struct Place {
    pub user: UserId,
    pub name: String,
    pub rounds: usize,
    pub total: u64,
}

impl Standings {
    pub fn load() -> Result<Standings, String> {
        let mut standings = Standings::default();
        let mut after: Option<String> = None;
        loop {
            let keys = storage::list(PREFIX, after.as_deref(), PAGE)?;
            for key in &keys {
                let (user, text) = (key[PREFIX.len()..].parse(), storage::get(key)?);
                if let (Ok(user), Some(text)) = (user, text) {
                    standings.0.insert(user, Results::read(&Json::parse(&text)?));
                }
            }
            match keys.len() == PAGE as usize {
                true => after = keys.last().cloned(),
                false => return Ok(standings),
            }
        }
    }

    /// Adds a result. The name is that of the player when it is known.
    pub fn add(&mut self, record: &PlayRecord, name: Option<String>) -> Result<(), String> {
        let results = self
            .0
            .entry(record.player)
            .or_insert_with(|| Results { name: format!("#{}", record.player), scores: Vec::new() });
        results.name = name.unwrap_or_else(|| results.name.clone());
        results.scores.push(record.score);
        results.scores.sort_unstable_by(|one, other| other.cmp(one));
        results.scores.truncate(LONGEST);
        Ok(storage::set(&format!("{PREFIX}{}", record.player), &results.to_json().to_string(), None)?)
    }

    pub fn forget(&mut self) -> Result<(), String> {
        for user in std::mem::take(&mut self.0).into_keys() {
            storage::delete(&format!("{PREFIX}{user}"))?;
        }
        Ok(())
    }

    /// The places, the highest total first. `best_of` is how many rounds count; none for all.
    pub fn places(&self, best_of: Option<usize>) -> Vec<Place> {
        let mut places: Vec<Place> = self.0.iter().map(|(user, results)| results.place(*user, best_of)).collect();
        places.sort_by(|one, other| other.total.cmp(&one.total).then(one.user.cmp(&other.user)));
        places
    }
}

impl Results {
    fn read(json: &Json) -> Results {
        let scores = json.get("scores").map(Json::items).unwrap_or_default();
        Results {
            name: json.get("name").and_then(Json::as_str).unwrap_or_default().into(),
            scores: scores.iter().filter_map(Json::as_f64).map(|score| score as u32).collect(),
        }
    }

    fn to_json(&self) -> Json {
        Json::object([("name", Json::from(self.name.as_str())), ("scores", Json::array(self.scores.iter().copied()))])
    }

    fn place(&self, user: UserId, best_of: Option<usize>) -> Place {
        let counted = self.scores.iter().take(best_of.unwrap_or(usize::MAX));
        Place { user, name: self.name.clone(), rounds: self.scores.len(), total: counted.map(|score| u64::from(*score)).sum() }
    }
}

impl Place {
    pub fn to_json(&self) -> Json {
        Json::object([
            ("user", Json::from(self.user)),
            ("name", Json::from(self.name.as_str())),
            ("rounds", Json::from(self.rounds as u32)),
            ("total", Json::from(self.total as f64)),
        ])
    }
}
