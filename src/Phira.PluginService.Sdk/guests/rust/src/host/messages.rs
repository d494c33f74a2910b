//! System messages in the game's chat, at most 2000 bytes of text each.

use crate::abi::{call, Kept};
use crate::declare::{lower_record, record};
use crate::{HostError, RoomId, UserId};

mod raw {
    #[link(wasm_import_module = "phira:plugin/messages@1.0.0")]
    extern "C" {
        #[link_name = "send-message-to-user"]
        pub fn send_message_to_user(user: u32, text: *const u8, text_length: usize, result: *mut u8);
        #[link_name = "send-message-to-room"]
        pub fn send_message_to_room(room: u32, text: *const u8, text_length: usize, result: *mut u8);
        #[link_name = "broadcast-message-to-all"]
        pub fn broadcast_message_to_all(text: *const u8, text_length: usize, result: *mut u8);
        #[link_name = "send-template-to-user"]
        pub fn send_template_to_user(
            user: u32,
            templates: *const u8,
            template_count: usize,
            arguments: *const u8,
            argument_count: usize,
            result: *mut u8,
        );
        #[link_name = "send-template-to-room"]
        pub fn send_template_to_room(
            room: u32,
            templates: *const u8,
            template_count: usize,
            arguments: *const u8,
            argument_count: usize,
            result: *mut u8,
        );
        #[link_name = "broadcast-template-to-all"]
        pub fn broadcast_template_to_all(
            templates: *const u8,
            template_count: usize,
            arguments: *const u8,
            argument_count: usize,
            result: *mut u8,
        );
    }
}

record! {
    /// A message in one language: `{name}` stands for an argument, `{{` and `}}` for braces.
    pub struct Template {
        /// Language tag, such as `zh-CN`.
        pub language: String,
        pub text: String,
    }
}

lower_record!(Template { language, text });

impl Template {
    pub fn new(language: &str, text: &str) -> Self {
        Template { language: language.into(), text: text.into() }
    }
}

record! {
    /// What stands for a placeholder.
    pub struct Argument {
        pub name: String,
        pub value: String,
    }
}

lower_record!(Argument { name, value });

impl Argument {
    pub fn new(name: &str, value: impl ToString) -> Self {
        Argument { name: name.into(), value: value.to_string() }
    }
}

record! {
    /// How many players got a message in one language.
    pub struct LanguageCount {
        pub language: String,
        pub count: u32,
    }
}

record! {
    /// What became of a message in several languages.
    pub struct DeliveryReport {
        pub sent: u32,
        /// Those meant who did not get it, because their connection is lost.
        pub skipped: u32,
        /// Those that it was sent to by language, in the order of the templates.
        pub languages: Vec<LanguageCount>,
    }
}

/// To one user. Needs `send_messages`.
pub fn to_user(user: UserId, text: &str) -> Result<(), HostError> {
    call(|result| unsafe { raw::send_message_to_user(user, text.as_ptr(), text.len(), result) })
}

/// To everybody in a room. Needs `send_messages`.
pub fn to_room(room: RoomId, text: &str) -> Result<(), HostError> {
    call(|result| unsafe { raw::send_message_to_room(room, text.as_ptr(), text.len(), result) })
}

/// To every connected user; returns to how many. Needs `broadcast`.
pub fn broadcast(text: &str) -> Result<u32, HostError> {
    call(|result| unsafe { raw::broadcast_message_to_all(text.as_ptr(), text.len(), result) })
}

/// To one user, in the language of the account. Needs `send_messages`.
pub fn template_to_user(user: UserId, templates: &[Template], arguments: &[Argument]) -> Result<DeliveryReport, HostError> {
    let mut kept = Kept::default();
    let (template_list, argument_list) = (kept.list(templates), kept.list(arguments));
    call(|result| unsafe {
        raw::send_template_to_user(user, template_list, templates.len(), argument_list, arguments.len(), result)
    })
}

/// To everybody in a room, each in the language of the account. Needs `send_messages`.
pub fn template_to_room(room: RoomId, templates: &[Template], arguments: &[Argument]) -> Result<DeliveryReport, HostError> {
    let mut kept = Kept::default();
    let (template_list, argument_list) = (kept.list(templates), kept.list(arguments));
    call(|result| unsafe {
        raw::send_template_to_room(room, template_list, templates.len(), argument_list, arguments.len(), result)
    })
}

/// To every user, each in the language of the account. Needs `broadcast`.
pub fn broadcast_template(templates: &[Template], arguments: &[Argument]) -> Result<DeliveryReport, HostError> {
    let mut kept = Kept::default();
    let (template_list, argument_list) = (kept.list(templates), kept.list(arguments));
    call(|result| unsafe {
        raw::broadcast_template_to_all(template_list, templates.len(), argument_list, arguments.len(), result)
    })
}
