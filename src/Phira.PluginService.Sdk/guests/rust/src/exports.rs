//! The other side of `export_plugin!`: from core functions to trait methods.

use std::any::Any;
use std::cell::RefCell;

use crate::abi::{give, take_block, take_list, take_string};
use crate::host::commands::CommandLevel;
use crate::{
    log, Caller, CommandHandler, ConfigHandler, EventHandler, HealthHandler, HttpHandler, Invocation, Json, Plugin, ServiceHandler,
    StateHandler, TimerHandler,
};

pub use crate::abi::release;

thread_local! {
    static PLUGIN: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

/// Runs `action` on the running plugin. The host never enters an instance twice, so the borrow cannot fail.
fn with<P: Plugin, R>(action: impl FnOnce(&mut P) -> Result<R, String>) -> Result<R, String> {
    PLUGIN.with_borrow_mut(|slot| match slot.as_mut().and_then(|plugin| plugin.downcast_mut::<P>()) {
        Some(plugin) => action(plugin),
        None => Err("the plugin has not been initialised".into()),
    })
}

fn log_panics() {
    std::panic::set_hook(Box::new(|panic| log::error(&panic.to_string())));
}

unsafe fn take_json(text: *mut u8, length: usize) -> Result<Json, String> {
    Json::parse(&take_string(text, length)).map_err(|problem| format!("the configuration is not JSON: {problem}"))
}

pub fn get_metadata<P: Plugin>() -> *const u8 {
    log_panics();
    give(P::metadata())
}

pub unsafe fn init<P: Plugin>(config: *mut u8, length: usize) -> *const u8 {
    log_panics();
    give(take_json(config, length).and_then(|config| P::init(&config)).map(|plugin| {
        PLUGIN.set(Some(Box::new(plugin)));
    }))
}

pub fn start<P: Plugin>() -> *const u8 {
    give(with::<P, _>(P::start))
}

pub fn stop<P: Plugin>() -> *const u8 {
    give(with::<P, _>(P::stop))
}

pub unsafe fn on_event<P: EventHandler>(event: *mut u8) -> *const u8 {
    let event = take_block(event);
    give(with::<P, _>(|plugin| plugin.on_event(event)))
}

/// The parameters of `on-command` as they arrive: a record flattened.
pub struct CommandParameters {
    pub name: (*mut u8, usize),
    pub arguments: (*mut u8, usize),
    pub words: (*mut u8, usize),
    pub caller: (*mut u8, usize),
    pub level: u32,
    pub user: (u32, u32),
    pub room: (u32, u32),
}

pub unsafe fn on_command<P: CommandHandler>(parameters: CommandParameters) -> *const u8 {
    let option = |(some, id): (u32, u32)| (some != 0).then_some(id);
    let invocation = Invocation {
        name: take_string(parameters.name.0, parameters.name.1),
        arguments: take_string(parameters.arguments.0, parameters.arguments.1),
        words: take_list(parameters.words.0, parameters.words.1),
        caller: Caller {
            name: take_string(parameters.caller.0, parameters.caller.1),
            level: CommandLevel::of(parameters.level as u8),
            user: option(parameters.user),
            room: option(parameters.room),
        },
    };
    give(with::<P, _>(|plugin| plugin.on_command(invocation)))
}

pub fn on_timer<P: TimerHandler>(id: u32) -> *const u8 {
    give(with::<P, _>(|plugin| plugin.on_timer(id)))
}

pub unsafe fn validate_config<P: ConfigHandler>(config: *mut u8, length: usize) -> *const u8 {
    let config = take_json(config, length);
    give(config.and_then(|config| with::<P, _>(|plugin| plugin.validate_config(&config))))
}

pub unsafe fn on_config_changed<P: ConfigHandler>(config: *mut u8, length: usize) -> *const u8 {
    let config = take_json(config, length);
    give(config.and_then(|config| with::<P, _>(|plugin| plugin.on_config_changed(&config))))
}

pub unsafe fn on_request<P: HttpHandler>(request: *mut u8) -> *const u8 {
    let request = take_block(request);
    give(with::<P, _>(|plugin| plugin.on_request(request)))
}

pub unsafe fn on_call<P: ServiceHandler>(name: (*mut u8, usize), argument: (*mut u8, usize), caller: (*mut u8, usize)) -> *const u8 {
    let name = take_string(name.0, name.1);
    let argument = take_string(argument.0, argument.1);
    let caller = take_string(caller.0, caller.1);
    give(with::<P, _>(|plugin| plugin.on_call(name, argument, caller)))
}

pub fn save_state<P: StateHandler>() -> *const u8 {
    give(with::<P, _>(P::save_state))
}

pub unsafe fn restore_state<P: StateHandler>(state: *mut u8, length: usize) -> *const u8 {
    let state = take_list(state, length);
    give(with::<P, _>(|plugin| plugin.restore_state(state)))
}

pub fn check<P: HealthHandler>() -> *const u8 {
    give(with::<P, _>(P::check))
}

/// Exports a plugin: `export_plugin!(MyPlugin)`, or with the handler traits that it implements,
/// `export_plugin!(MyPlugin: EventHandler, ConfigHandler)`. Only what is named here is visible to the host.
#[macro_export]
macro_rules! export_plugin {
    ($plugin:ty $(: $($handler:ident),+ $(,)?)?) => {
        $crate::export_function!("lifecycle", "get-metadata", fn() => $crate::exports::get_metadata::<$plugin>());
        $crate::export_function!("lifecycle", "init", fn(config: *mut u8, length: usize) =>
            $crate::exports::init::<$plugin>(config, length));
        $crate::export_function!("lifecycle", "start", fn() => $crate::exports::start::<$plugin>());
        $crate::export_function!("lifecycle", "stop", fn() => $crate::exports::stop::<$plugin>());
        $($($crate::export_handler!($handler, $plugin);)+)?
    };
}

/// One exported function and its post-return function, each in a scope of its own.
#[doc(hidden)]
#[macro_export]
macro_rules! export_function {
    ($interface:literal, $function:literal, fn($($parameter:ident: $type:ty),*) => $body:expr) => {
        const _: () = {
            #[export_name = concat!("phira:plugin/", $interface, "@1.0.0#", $function)]
            #[allow(unused_unsafe, clippy::too_many_arguments)]
            unsafe extern "C" fn function($($parameter: $type),*) -> *const u8 {
                $body
            }

            #[export_name = concat!("cabi_post_phira:plugin/", $interface, "@1.0.0#", $function)]
            unsafe extern "C" fn post(_result: *const u8) {
                $crate::exports::release()
            }
        };
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! export_handler {
    (EventHandler, $plugin:ty) => {
        $crate::export_function!("event-handler", "on-event", fn(event: *mut u8) => $crate::exports::on_event::<$plugin>(event));
    };
    (CommandHandler, $plugin:ty) => {
        $crate::export_function!("command-handler", "on-command", fn(
            name: *mut u8, name_length: usize, arguments: *mut u8, arguments_length: usize, words: *mut u8, word_count: usize,
            caller: *mut u8, caller_length: usize, level: u32, has_user: u32, user: u32, has_room: u32, room: u32
        ) => $crate::exports::on_command::<$plugin>($crate::exports::CommandParameters {
            name: (name, name_length),
            arguments: (arguments, arguments_length),
            words: (words, word_count),
            caller: (caller, caller_length),
            level,
            user: (has_user, user),
            room: (has_room, room),
        }));
    };
    (TimerHandler, $plugin:ty) => {
        $crate::export_function!("timer-handler", "on-timer", fn(id: u32) => $crate::exports::on_timer::<$plugin>(id));
    };
    (ConfigHandler, $plugin:ty) => {
        $crate::export_function!("config-handler", "validate-config", fn(config: *mut u8, length: usize) =>
            $crate::exports::validate_config::<$plugin>(config, length));
        $crate::export_function!("config-handler", "on-config-changed", fn(config: *mut u8, length: usize) =>
            $crate::exports::on_config_changed::<$plugin>(config, length));
    };
    (HttpHandler, $plugin:ty) => {
        $crate::export_function!("http-handler", "on-request", fn(request: *mut u8) => $crate::exports::on_request::<$plugin>(request));
    };
    (ServiceHandler, $plugin:ty) => {
        $crate::export_function!("service-handler", "on-call", fn(
            name: *mut u8, name_length: usize, argument: *mut u8, argument_length: usize, caller: *mut u8, caller_length: usize
        ) => $crate::exports::on_call::<$plugin>((name, name_length), (argument, argument_length), (caller, caller_length)));
    };
    (StateHandler, $plugin:ty) => {
        $crate::export_function!("state-handler", "save-state", fn() => $crate::exports::save_state::<$plugin>());
        $crate::export_function!("state-handler", "restore-state", fn(state: *mut u8, length: usize) =>
            $crate::exports::restore_state::<$plugin>(state, length));
    };
    (HealthHandler, $plugin:ty) => {
        $crate::export_function!("health-handler", "check", fn() => $crate::exports::check::<$plugin>());
    };
}
