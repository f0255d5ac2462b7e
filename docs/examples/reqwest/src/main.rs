//! A driver for reqwest: the line protocol (docs/protocol.md) on standard input and output.

use reqwest::header::{HeaderName, HeaderValue};
use reqwest::{
    redirect::Policy, Certificate, Client, ClientBuilder, Method, Proxy, RequestBuilder,
};
use serde_json::{json, Value};
use std::collections::HashMap;
use std::error::Error;
use tokio::io::{stdin, AsyncBufReadExt, BufReader};
use tokio::task::{spawn_local, JoinHandle, LocalSet};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const CAPABILITIES: [&str; 8] = [
    "abort",
    "auth",
    "cookie-jar",
    "http-proxy-only",
    "manual",
    "max-redirects",
    "proxy",
    "query",
];

fn say(message: Value) {
    println!("{message}");
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The octets of a field from text in which each character stands for one.
fn octets(text: &str) -> Vec<u8> {
    text.chars().map(|character| character as u8).collect()
}

/// The reverse of `octets`.
fn characters(octets: &[u8]) -> String {
    octets.iter().map(|octet| char::from(*octet)).collect()
}

fn ready() -> Value {
    json!({ "ready": {
        "protocol": 1,
        "name": "reqwest",
        "version": env!("REQWEST_VERSION"),
        "runtime": concat!("rust ", env!("RUST_VERSION")),
        "capabilities": CAPABILITIES,
    } })
}

/// What every client of a scenario has: its root certificate, and no proxy of the machine.
fn builder(opened: &Value) -> Result<ClientBuilder> {
    let root = Certificate::from_pem(text(&opened["ca"]).as_bytes())?;
    Ok(Client::builder()
        .tls_built_in_root_certs(false)
        .add_root_certificate(root)
        .no_proxy())
}

/// A client as a call asks for it; all else is the default.
fn client_of(request: &Value, opened: &Value) -> Result<Client> {
    let mut builder = builder(opened)?;
    if request["redirect"] == "manual" {
        builder = builder.redirect(Policy::none());
    }
    if let Some(most) = request["maxRedirects"].as_u64() {
        builder = builder.redirect(Policy::limited(most as usize));
    }
    if !request["proxy"].is_null() {
        let proxy = request["proxy"].clone();
        builder = builder.proxy(Proxy::custom(move |url| {
            let is_bypassed = list(&proxy["bypass"]).any(|host| Some(text(host)) == url.host_str());
            proxy[url.scheme()]
                .as_str()
                .filter(|_| !is_bypassed)
                .map(String::from)
        }));
    }
    Ok(builder.build()?)
}

fn with_fields(mut call: RequestBuilder, request: &Value) -> Result<RequestBuilder> {
    for field in list(&request["headers"]) {
        let name = HeaderName::from_bytes(text(&field[0]).as_bytes())?;
        call = call.header(name, HeaderValue::from_bytes(&octets(text(&field[1])))?);
    }
    if let Some(username) = request["auth"]["username"].as_str() {
        call = call.basic_auth(username, request["auth"]["password"].as_str());
    }
    if request["query"].is_array() {
        let query: Vec<(&str, &str)> = list(&request["query"])
            .map(|pair| (text(&pair[0]), text(&pair[1])))
            .collect();
        call = call.query(&query);
    }
    if let Some(body) = request["body"]["base64"].as_str() {
        call = call.body(base64::decode(body)?);
    }
    Ok(call)
}

async fn send(client: &Client, request: &Value) -> Result<Value> {
    let method = Method::from_bytes(text(&request["method"]).as_bytes())?;
    let call = client.request(method, text(&request["url"]));
    let response = with_fields(call, request)?.send().await?;
    let fields: Vec<(String, String)> = response
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), characters(value.as_bytes())))
        .collect();
    let (status, url) = (response.status().as_u16(), response.url().to_string());
    let body = json!({ "base64": base64::encode(response.bytes().await?) });
    Ok(json!({ "status": status, "headers": fields, "url": url, "body": body }))
}

/// An error with what caused it.
fn described(name: &str, error: &(dyn Error + 'static)) -> Value {
    let mut described = json!({ "name": name, "message": error.to_string() });
    if let Some(cause) = error.source() {
        described["cause"] = self::described("Error", cause);
    }
    described
}

/// What is kept between the calls of one scenario.
struct Scenario {
    opened: Value,
    /// The client of all calls, where the scenario has a cookie jar.
    kept: Option<Client>,
    calls: HashMap<u64, JoinHandle<()>>,
}

impl Scenario {
    fn open(opened: Value) -> Result<Self> {
        let has_jar = list(&opened["needs"]).any(|need| need == "cookie-jar");
        let kept = if has_jar {
            Some(builder(&opened)?.cookie_store(true).build()?)
        } else {
            None
        };
        Ok(Self {
            opened,
            kept,
            calls: HashMap::new(),
        })
    }

    fn send(&mut self, id: u64, request: Value) {
        if request["aborted"] == true {
            return say(aborted(id));
        }
        let client = self
            .kept
            .clone()
            .map_or_else(|| client_of(&request, &self.opened), Ok);
        let call = spawn_local(async move {
            let sent = async { send(&client?, &request).await };
            say(match sent.await {
                Ok(response) => json!({ "id": id, "response": response }),
                Err(error) => {
                    json!({ "id": id, "error": described("reqwest::Error", error.as_ref()) })
                }
            });
        });
        self.calls.insert(id, call);
    }

    /// A caller of Rust aborts a call by dropping its future.
    fn abort(&mut self, id: u64) {
        if let Some(call) = self.calls.remove(&id).filter(|call| !call.is_finished()) {
            call.abort();
            say(aborted(id));
        }
    }
}

fn aborted(id: u64) -> Value {
    json!({ "id": id, "class": "aborted", "error": { "name": "Aborted", "message": "the future was dropped" } })
}

async fn run() -> Result<()> {
    let mut lines = BufReader::new(stdin()).lines();
    let mut scenario: Option<Scenario> = None;
    while let Some(line) = lines.next_line().await? {
        let mut message: Value = serde_json::from_str(&line)?;
        if !message["hello"].is_null() {
            say(ready());
        } else if !message["open"].is_null() {
            let opened = message["open"].take();
            let answer = json!({ "opened": opened["scenario"] });
            scenario = Some(Scenario::open(opened)?);
            say(answer);
        } else if !message["close"].is_null() {
            scenario = None;
            say(json!({ "closed": message["close"]["scenario"] }));
        } else if let Some(current) = scenario.as_mut() {
            let (sent, ended) = (message["send"].take(), message["abort"]["id"].as_u64());
            if let Some(id) = sent["id"].as_u64() {
                current.send(id, sent["request"].clone());
            }
            if let Some(id) = ended {
                current.abort(id);
            }
        }
    }
    Ok(())
}

fn main() -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    LocalSet::new().block_on(&runtime, run())
}
