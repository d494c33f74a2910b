//! The open rooms of the tournament. While the plugin does not answer, nobody enters them and no chart is chosen there; all other rooms do without it.

use std::collections::BTreeSet;

use phira_plugin::events::Subscription;
use phira_plugin::{events, EventPhase, HostError, RoomId};

#[derive(Default)]
pub struct OpenRooms(BTreeSet<RoomId>);

impl OpenRooms {
    pub fn add(&mut self, room: RoomId) -> Result<(), HostError> {
        match self.0.insert(room) {
            true => self.subscribe(),
            false => Ok(()),
        }
    }

    pub fn remove(&mut self, room: RoomId) -> Result<(), HostError> {
        match self.0.remove(&room) {
            true => self.subscribe(),
            false => Ok(()),
        }
    }

    pub fn replace(&mut self, rooms: impl Iterator<Item = RoomId>) -> Result<(), HostError> {
        self.0 = rooms.collect();
        self.subscribe()
    }

    fn subscribe(&self) -> Result<(), HostError> {
        let before =
            Subscription { fail_closed: true, rooms: self.0.iter().copied().collect(), ..Subscription::of(EventPhase::Before) };
        for event in ["user_join_room", "chart_select"] {
            // No rooms would mean all rooms.
            match self.0.is_empty() {
                true => events::unsubscribe(event)?,
                false => events::subscribe(event, Some(&before))?,
            }
        }
        // Who enters before the subscription applies is removed afterwards. To unsubscribe ends this one, too.
        events::subscribe("user_join_room", None)
    }
}
