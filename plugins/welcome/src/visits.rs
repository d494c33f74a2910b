//! How often each player has come.

use std::collections::BTreeMap;

use phira_plugin::{log, storage, HostError, Json, UserId};

/// In memory only so many players are remembered, so that the state handed over at a hot reload stays small.
const REMEMBERED: usize = 2000;

/// Counts in the host's storage, or in memory when the host offers none or refuses it.
pub struct Visits {
    durable: bool,
    counts: BTreeMap<UserId, Count>,
    clock: u64,
}

struct Count {
    visits: u64,
    /// Rises with each visit of anybody: the smallest is the one to forget.
    seen: u64,
}

impl Visits {
    pub fn new() -> Self {
        Visits { durable: true, counts: BTreeMap::new(), clock: 0 }
    }

    /// Counts a visit and returns which one it is.
    pub fn count(&mut self, user: UserId) -> u64 {
        if self.durable {
            match self.count_durably(user) {
                Ok(visits) => return visits,
                Err(HostError::Unavailable(_)) => {
                    log::info("no storage on this host: visits are counted until the service restarts");
                    self.durable = false;
                }
                Err(error) => {
                    log::warn(&format!("visits are counted in memory: {error}"));
                    self.durable = false;
                }
            }
        }
        self.count_in_memory(user)
    }

    fn count_durably(&mut self, user: UserId) -> Result<u64, HostError> {
        let key = format!("visits/{user}");
        let before = storage::get(&key)?.and_then(|text| text.parse().ok()).unwrap_or(0);
        // What was counted in memory before the storage became usable is not lost.
        let remembered = self.counts.remove(&user).map_or(0, |count| count.visits);
        let visits = before + remembered + 1;
        storage::set(&key, &visits.to_string(), None)?;
        Ok(visits)
    }

    fn count_in_memory(&mut self, user: UserId) -> u64 {
        self.clock += 1;
        let count = self.counts.entry(user).or_insert(Count { visits: 0, seen: 0 });
        count.visits += 1;
        count.seen = self.clock;
        let visits = count.visits;
        if self.counts.len() > REMEMBERED {
            if let Some(oldest) = self.counts.iter().min_by_key(|(_, count)| count.seen).map(|(user, _)| *user) {
                self.counts.remove(&oldest);
            }
        }
        visits
    }

    /// What the next version needs: `{"visits": {"42": 3}}`.
    pub fn to_json(&self) -> Json {
        let mut seen: Vec<_> = self.counts.iter().collect();
        seen.sort_by_key(|(_, count)| count.seen);
        let members = seen.into_iter().map(|(user, count)| (user.to_string(), Json::Number(count.visits as f64)));
        Json::object([("visits", Json::object(members))])
    }

    /// Takes over what an earlier version saved.
    pub fn restore(&mut self, state: &Json) -> Result<(), String> {
        let saved = state.get("visits").ok_or("the state has no member \"visits\"")?;
        for (user, visits) in saved.members() {
            let user = user.parse().map_err(|_| format!("\"{user}\" is no user id"))?;
            let visits = visits.as_f64().unwrap_or(0.0) as u64;
            self.clock += 1;
            self.counts.insert(user, Count { visits, seen: self.clock });
        }
        Ok(())
    }
}
