//! Calls any function of the host by its name.

use phira_plugin::*;

use crate::show::Show;
use crate::take::{Arguments, Take};

/// `{"ok": ...}` or `{"err": {...}}`; none when there is no such function.
pub fn call(name: &str, arguments: &Json) -> Option<Json> {
    let mut a = Arguments::of(arguments);
    let (interface, function) = name.split_once('.')?;
    match interface {
        "users" => call_users(function, &mut a),
        "rooms" => call_rooms(function, &mut a),
        "configuration" | "storage" => call_data(function, interface, &mut a),
        "shared-storage" => call_shared_storage(function, &mut a),
        "http-client" | "http-routes" | "http-streams" | "services" => call_network(function, &mut a),
        _ => call_others(function, &mut a),
    }
}

fn call_users(function: &str, a: &mut Arguments) -> Option<Json> {
    Some(match function {
        "kick-user" => users::kick(a.next(), &a.text()).show(),
        "ban-user-by-id" => users::ban(a.next(), &a.text(), a.next()).show(),
        "unban-user" => users::unban(a.next()).show(),
        "is-banned" => users::is_banned(a.next()).show(),
        "list-bans" => users::bans().show(),
        "get-user-info" => users::get(a.next()).show(),
        "get-online-user-count" => users::online_count().show(),
        "list-online-users" => users::online().show(),
        _ => return None,
    })
}

fn call_rooms(function: &str, a: &mut Arguments) -> Option<Json> {
    Some(match function {
        "create-room" => rooms::create(a.next()).show(),
        "disband-room" => rooms::disband(a.next()).show(),
        "get-room-info" => rooms::get(a.next()).show(),
        "set-room-lock" => rooms::set_lock(a.next(), a.next()).show(),
        "find-room" => rooms::find(&a.text()).show(),
        "list-rooms" => rooms::list().show(),
        "list-rooms-page" => rooms::page(a.next(), a.next()).show(),
        "get-room-count" => rooms::count().show(),
        "kick-from-room" => rooms::kick(a.next(), a.next(), &a.text()).show(),
        "transfer-host" => rooms::transfer_host(a.next(), a.next()).show(),
        "set-room-cycle" => rooms::set_cycle(a.next(), a.next()).show(),
        "set-room-chart" => rooms::set_chart(a.next(), a.next()).show(),
        "start-game" => rooms::start_game(a.next()).show(),
        "cancel-game" => rooms::cancel_game(a.next()).show(),
        _ => return None,
    })
}

fn call_data(function: &str, interface: &str, a: &mut Arguments) -> Option<Json> {
    Some(match function {
        "get-config" => configuration::get(&a.text()).show(),
        "set-config" => configuration::set(&a.text(), &a.text()).show(),
        "save-config" => configuration::save().show(),
        "all" => configuration::all().show(),
        "get" => storage::get(&a.text()).show(),
        "set" => storage::set(&a.text(), &a.text(), a.next()).show(),
        "delete" => storage::delete(&a.text()).show(),
        "list" if interface == "storage" => storage::list(&a.text(), a.next::<Option<String>>().as_deref(), a.next()).show(),
        "compare-and-set" => {
            let key = a.text();
            let expected: Option<String> = a.next();
            let value: Option<String> = a.next();
            storage::compare_and_set(&key, expected.as_deref(), value.as_deref()).show()
        }
        "get-bytes" => storage::get_bytes(&a.text()).show(),
        "set-bytes" => storage::set_bytes(&a.text(), &a.next::<Vec<u8>>(), a.next()).show(),
        _ => return None,
    })
}

fn call_shared_storage(function: &str, a: &mut Arguments) -> Option<Json> {
    let space = a.text();
    let key = a.text();
    Some(match function {
        "get" => shared_storage::get(&space, &key).show(),
        "set" => shared_storage::set(&space, &key, &a.text(), a.next()).show(),
        "delete" => shared_storage::delete(&space, &key).show(),
        "list" => shared_storage::list(&space, &key, a.next::<Option<String>>().as_deref(), a.next()).show(),
        "compare-and-set" => {
            let expected: Option<String> = a.next();
            let value: Option<String> = a.next();
            shared_storage::compare_and_set(&space, &key, expected.as_deref(), value.as_deref(), a.next()).show()
        }
        _ => return None,
    })
}

fn call_network(function: &str, a: &mut Arguments) -> Option<Json> {
    Some(match function {
        "send" => http_client::send(&a.next()).show(),
        "register-route" => http_routes::register(&a.text(), &a.text(), a.next()).show(),
        "limit-request-body" => http_routes::limit_request_body(&a.text(), &a.text(), a.next()).show(),
        "unregister-route" => http_routes::unregister(&a.text(), &a.text()).show(),
        "open-stream" => http_streams::open(&a.text(), a.next()).show(),
        "close-stream" => http_streams::close(&a.text()).show(),
        "publish" => http_streams::publish(&a.text(), &a.text(), &a.text()).show(),
        "reader-count" => http_streams::reader_count(&a.text()).show(),
        "provide" => services::provide(&a.text(), a.next::<Option<String>>().as_deref()).show(),
        "provide-with-schemas" => {
            let (name, schema, answer) = (a.text(), a.next::<Option<String>>(), a.next::<Option<String>>());
            services::provide_with_schemas(&name, schema.as_deref(), answer.as_deref()).show()
        }
        "withdraw" => services::withdraw(&a.text()).show(),
        "call" => services::invoke(&a.text(), &a.text(), &a.text()).show(),
        "list" => services::list().show(),
        _ => return None,
    })
}

fn call_others(function: &str, a: &mut Arguments) -> Option<Json> {
    Some(match function {
        "list-user-records" => records::of_user(a.next(), a.next(), a.next(), a.next()).show(),
        "get-chart" => charts::get(a.next()).show(),
        "subscribe-event" => events::subscribe(&a.text(), a.next::<Option<events::Subscription>>().as_ref()).show(),
        "unsubscribe-event" => events::unsubscribe(&a.text()).show(),
        "emit-event" => events::emit(&a.text(), &a.text()).show(),
        "register-command" => {
            let (name, description) = (a.text(), a.text());
            commands::register(&name, &description, a.next::<Option<commands::CommandOptions>>().as_ref()).show()
        }
        "add-command" => {
            let (name, description) = (a.text(), a.text());
            commands::add(&name, &description, a.next::<Option<commands::CommandOptions>>().as_ref()).show()
        }
        "unregister-command" => commands::unregister(&a.text()).show(),
        "send-message-to-user" => messages::to_user(a.next(), &a.text()).show(),
        "send-message-to-room" => messages::to_room(a.next(), &a.text()).show(),
        "broadcast-message-to-all" => messages::broadcast(&a.text()).show(),
        "send-template-to-user" => {
            let user = a.next();
            messages::template_to_user(user, &a.next::<Vec<messages::Template>>(), &a.next::<Vec<messages::Argument>>()).show()
        }
        "send-template-to-room" => {
            let room = a.next();
            messages::template_to_room(room, &a.next::<Vec<messages::Template>>(), &a.next::<Vec<messages::Argument>>()).show()
        }
        "broadcast-template-to-all" => {
            messages::broadcast_template(&a.next::<Vec<messages::Template>>(), &a.next::<Vec<messages::Argument>>()).show()
        }
        "write" => {
            log::write(Take::take(&Json::from(a.text())), &a.text(), &a.next::<Vec<log::Field>>());
            Ok(()).show()
        }
        "now" => Ok(clock::now()).show(),
        "monotonic-now" => Ok(clock::monotonic_now()).show(),
        "set-timer" => timers::set(a.next(), a.next()).show(),
        "cancel-timer" => timers::cancel(a.next()).show(),
        "counter-add" => metrics::counter_add(&a.text(), a.next(), &a.next::<Vec<metrics::Label>>()).show(),
        "gauge-set" => metrics::gauge_set(&a.text(), a.next(), &a.next::<Vec<metrics::Label>>()).show(),
        "histogram-record" => metrics::histogram_record(&a.text(), a.next(), &a.next::<Vec<metrics::Label>>()).show(),
        "get-system-info" => system::info().show(),
        "run-process" => system::run(&a.text(), &a.next::<Vec<String>>(), a.next::<Option<String>>().as_deref()).show(),
        _ => return None,
    })
}
