//! The echo guest in Rust: shows what reaches it and calls what it is told to, so that the Rust bindings pass the same test as the
//! AssemblyScript ones. Its commands are those of `echo/assembly/index.ts`.

mod calls;
mod show;
mod take;

use phira_plugin::*;

use show::Show;
use take::{member, Take};

#[derive(Default)]
struct Echo {
    config: Option<Json>,
    seen: Vec<Json>,
    calls: Vec<Json>,
    ledger: Ledger,
    outcome: String,
    outcome_text: String,
    host_event: Option<HostEvent>,
    response: Option<Json>,
    health: String,
    reasons: Vec<String>,
}

/// Counts events by their sequence numbers.
#[derive(Default)]
struct Ledger {
    received: f64,
    first: f64,
    last: f64,
    missing: f64,
    repeated: f64,
    restored: f64,
}

impl Ledger {
    fn count(&mut self, sequence: f64) {
        if self.received == 0.0 {
            self.first = sequence;
        } else if sequence <= self.last {
            self.repeated += 1.0;
        } else {
            self.missing += sequence - self.last - 1.0;
        }
        self.last = self.last.max(sequence);
        self.received += 1.0;
    }

    fn show(&self) -> Json {
        Json::object([
            ("received", self.received.into()),
            ("first", self.first.into()),
            ("last", self.last.into()),
            ("missing", self.missing.into()),
            ("repeated", self.repeated.into()),
            ("restored", Json::from(self.restored)),
        ])
    }

    fn read(json: &Json) -> Self {
        Ledger {
            received: member(json, "received"),
            first: member(json, "first"),
            last: member(json, "last"),
            missing: member(json, "missing"),
            repeated: member(json, "repeated"),
            restored: member::<f64>(json, "restored") + 1.0,
        }
    }
}

impl Echo {
    fn note(&mut self, name: &str, value: Json) {
        self.calls.push(Json::object([(name, value)]));
    }

    fn adjust(&mut self, what: &str, words: &[String], rest: &str) -> bool {
        match (what, words.get(1)) {
            ("forget", _) => {
                self.seen.clear();
                self.calls.clear();
            }
            ("outcome", Some(outcome)) => {
                self.outcome = outcome.clone();
                self.outcome_text = after(rest, outcome).into();
            }
            ("health", Some(health)) => {
                self.health = health.clone();
                self.reasons = words[2..].to_vec();
            }
            _ => return false,
        }
        true
    }
}

impl Plugin for Echo {
    fn metadata() -> Metadata {
        let dependency = |name: &str, range: &str| Dependency { name: name.into(), range: range.into() };
        Metadata {
            description: Some("Shows what reaches it".into()),
            entry_point: Some("init".into()),
            dependencies: vec![dependency("nothing-needed", ">=1.0.0"), dependency("other", "^2")],
            permissions: vec!["read_users".into(), "send_messages".into()],
            category: Some("test".into()),
            tags: vec!["one".into(), "二".into(), String::new()],
            website: Some("https://example.invalid/echo".into()),
            license: Some("MIT".into()),
            min_host_version: Some("0.1.0".into()),
            config_schema: Some("{\"type\":\"object\"}".into()),
            custom: Some("{\"answer\":42}".into()),
            ..Metadata::new("echo", "1.0.0", "tests · 测试")
        }
    }

    fn init(config: &Json) -> Result<Self, String> {
        if let Err(refused) = commands::register("echo", "shows what reaches the plugin", None) {
            log::warn(&format!("register-command: {refused}"));
        }
        Ok(Echo { config: Some(config.clone()), ..Echo::default() })
    }
}

impl EventHandler for Echo {
    fn on_event(&mut self, event: Event) -> Result<Outcome, String> {
        self.ledger.count(event.sequence as f64);
        self.seen = vec![event.show()];
        self.host_event = match &event.payload {
            EventPayload::Custom(custom) => HostEvent::read(custom),
            _ => None,
        };
        let text = self.outcome_text.clone();
        match self.outcome.as_str() {
            "cancel" => Ok(Outcome::Cancel(text)),
            "replace" => Ok(Outcome::Replace(text)),
            "fail" => Err(text),
            _ => Ok(Outcome::Proceed),
        }
    }
}

impl CommandHandler for Echo {
    fn on_command(&mut self, invocation: Invocation) -> Result<String, String> {
        let words = &invocation.words;
        let what = words.first().filter(|_| invocation.name == "echo").map_or("", String::as_str);
        let rest = after(&invocation.arguments, what);
        match what {
            "last" => Ok(self.seen.last().unwrap_or(&Json::Null).to_string()),
            "host-event" => Ok(self.host_event.show().to_string()),
            "calls" => Ok(Json::Array(self.calls.clone()).to_string()),
            "ledger" => Ok(self.ledger.show().to_string()),
            "config" => Ok(Json::from(self.config.clone()).to_string()),
            "fail" => Err(rest.into()),
            "trap" => panic!("a fault on purpose"),
            "call" => {
                let name = words.get(1).ok_or("which function?")?;
                let json = after(rest, name);
                let arguments = Json::parse(if json.is_empty() { "[]" } else { json })?;
                calls::call(name, &arguments).map(|result| result.to_string()).ok_or_else(|| format!("no such function: {name}"))
            }
            "respond" => {
                self.response = Some(Json::parse(rest)?);
                Ok("done".into())
            }
            _ if self.adjust(what, words, rest) => Ok("done".into()),
            _ => Ok(invocation.show().to_string()),
        }
    }
}

impl TimerHandler for Echo {
    fn on_timer(&mut self, id: u32) -> Result<(), String> {
        self.note("on-timer", id.show());
        Ok(())
    }
}

impl ConfigHandler for Echo {
    fn validate_config(&mut self, config: &Json) -> Result<(), String> {
        self.note("validate-config", config.clone());
        config.get("refuse").map_or(Ok(()), |text| Err(Take::take(text)))
    }

    fn on_config_changed(&mut self, config: &Json) -> Result<(), String> {
        self.note("on-config-changed", config.clone());
        self.config = Some(config.clone());
        Ok(())
    }
}

impl HttpHandler for Echo {
    fn on_request(&mut self, request: IncomingRequest) -> Result<Response, String> {
        match &self.response {
            None => {
                let headers = vec![Header::new("content-type", "application/json")];
                Ok(Response { status: 200, headers, body: Body::Text(request.show().to_string()) })
            }
            Some(answer) => match answer.get("fail") {
                Some(text) => Err(Take::take(text)),
                None => Ok(Response { status: member(answer, "status"), headers: member(answer, "headers"), body: member(answer, "body") }),
            },
        }
    }
}

impl ServiceHandler for Echo {
    fn on_call(&mut self, name: String, argument: String, caller: String) -> Result<String, String> {
        let shown = Json::object([("name", Json::from(name.clone())), ("argument", argument.clone().into()), ("caller", caller.into())]);
        self.note("on-call", shown.clone());
        match name.as_str() {
            "fail" => Err("the service fails on purpose".into()),
            "trap" => panic!("a fault on purpose"),
            "raw" => Ok(Take::take(&Json::parse(&argument)?)),
            "relay" => match Json::parse(&argument)? {
                Json::Array(wanted) if wanted.len() == 2 => {
                    let function: String = Take::take(&wanted[0]);
                    calls::call(&function, &wanted[1]).map(|result| result.to_string()).ok_or_else(|| format!("no such function: {function}"))
                }
                _ => Err("which function?".into()),
            },
            _ => Ok(shown.to_string()),
        }
    }
}

impl StateHandler for Echo {
    fn save_state(&mut self) -> Result<Vec<u8>, String> {
        Ok(self.ledger.show().to_string().into_bytes())
    }

    fn restore_state(&mut self, state: Vec<u8>) -> Result<(), String> {
        let text = String::from_utf8(state).map_err(|problem| problem.to_string())?;
        self.ledger = Ledger::read(&Json::parse(&text)?);
        Ok(())
    }
}

impl HealthHandler for Echo {
    fn check(&mut self) -> Result<HealthReport, String> {
        let status = match self.health.as_str() {
            "fail" => return Err("the check fails on purpose".into()),
            "warning" => HealthStatus::Warning,
            "critical" => HealthStatus::Critical,
            "unknown" => HealthStatus::Unknown,
            _ => HealthStatus::Healthy,
        };
        Ok(HealthReport { status, reasons: self.reasons.clone() })
    }
}

/// What follows a word at the start of a text.
fn after<'t>(text: &'t str, word: &str) -> &'t str {
    text.strip_prefix(word).map_or(text, str::trim)
}

export_plugin!(
    Echo: EventHandler, CommandHandler, TimerHandler, ConfigHandler, HttpHandler, ServiceHandler, StateHandler, HealthHandler
);
