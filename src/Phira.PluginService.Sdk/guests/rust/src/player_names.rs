//! Names of players who may have left the server when they are needed.

use std::collections::BTreeMap;

use crate::{users, Json, UserId};

/// Names by user. A plugin remembers them at `player_finish`, takes them at `game_end`, and hands them over with its state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlayerNames(BTreeMap<UserId, String>);

impl PlayerNames {
    pub fn remember(&mut self, user: UserId, name: String) {
        self.0.insert(user, name);
    }

    /// The remembered name, which is forgotten then; otherwise that of a user who is on the server. None when neither is known.
    /// Needs `read_users`.
    pub fn take(&mut self, user: UserId) -> Option<String> {
        self.0.remove(&user).or_else(|| users::get(user).ok().map(|info| info.name))
    }

    /// For `StateHandler::save_state`.
    pub fn save(&self) -> Vec<u8> {
        Json::object(self.0.iter().map(|(user, name)| (user.to_string(), Json::from(name.as_str())))).to_string().into_bytes()
    }

    /// For `StateHandler::restore_state`.
    pub fn restore(&mut self, state: Vec<u8>) -> Result<(), String> {
        let text = String::from_utf8(state).map_err(|problem| problem.to_string())?;
        for (user, name) in Json::parse(&text)?.members() {
            if let (Ok(user), Some(name)) = (user.parse(), name.as_str()) {
                self.remember(user, name.into());
            }
        }
        Ok(())
    }
}
