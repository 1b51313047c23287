//! The API in process: a story per noun, and the description against the table of routes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::description::openapi;
use super::routes;
use crate::domain::account::Role;
use crate::domain::time::Timestamp;
use crate::register::{Caller, NewAccount, Register};
use crate::web::{App, Settings, router};
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tower::ServiceExt;

const NOW: Timestamp = Timestamp(1_790_000_000_000);

const MODEL: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
  <!-- stays -->
  <bpmn:process id="p" name="Antrag bearbeiten">
    <bpmn:startEvent id="s"/><bpmn:userTask id="a" name="Antrag prüfen &lt;b&gt;"/><bpmn:endEvent id="e"/>
    <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/><bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="e"/>
  </bpmn:process>
</bpmn:definitions>
"#;

struct House {
    router: axum::Router,
    token: String,
}

struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Reply {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).unwrap().to_str().unwrap()
    }
}

fn house(role: Role) -> House {
    let register = Register::in_memory().unwrap();
    let account = NewAccount {
        login: "probe".to_owned(),
        name: "Probe".to_owned(),
        role,
        scope: None,
        password: "ein langes Passwort 1".to_owned(),
    };
    register.add_account_locally(NOW, &account, [1; 16]).unwrap();
    let caller = Caller {
        actor: register.actor_by_login("probe").unwrap(),
        now: NOW,
    };
    let token = register.add_token(&caller, "Probe", [2; 32]).unwrap();
    House {
        router: router(App::new(register, Settings::default())),
        token,
    }
}

impl House {
    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Reply {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header("authorization", format!("Bearer {}", self.token));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body.into()).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (head, body) = response.into_parts();
            Reply {
                status: head.status,
                headers: head.headers,
                body: to_bytes(body, usize::MAX).await.unwrap().to_vec(),
            }
        })
    }

    fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &Value) -> Reply {
        let mut all = vec![("content-type", "application/json")];
        all.extend(headers);
        self.ask(method, path, &all, body.to_string())
    }
}

#[test]
fn a_process_is_created_read_and_changed_by_the_one_who_read_it_last() {
    let house = house(Role::Coordinator);
    let made = house.send(
        "POST",
        "/processes",
        &[],
        &json!({"number": "63-1", "name": "Akte anlegen", "cases_per_year": 120, "summary": "not_applicable",
            "channels_in": ["post", {"channel": "email", "share": 0.25}]}),
    );
    assert_eq!(made.status, StatusCode::CREATED);
    let address = made
        .header("location")
        .strip_prefix("/api/v1")
        .unwrap()
        .to_owned();
    let first = made.header("etag").to_owned();

    let read = house.ask("GET", &address, &[], "");
    assert_eq!(read.header("etag"), first);
    let body = read.json();
    assert_eq!(body["summary"], "not_applicable");
    assert_eq!(body["trigger"], Value::Null);
    assert_eq!(
        body["cases_per_year"],
        json!({"value": 120.0, "year": null, "quality": "estimated"})
    );
    assert_eq!(body["channels_in"][1], json!({"channel": "email", "share": 0.25}));
    // The answer also holds what follows from models and answers: it is never called unchanged.
    let known = house.ask("GET", &address, &[("if-none-match", &first)], "");
    assert_eq!(known.status, StatusCode::OK);

    let mut changed = body;
    changed["name"] = json!("Akte schließen");
    changed["reason"] = json!("Umbenannt");
    assert_eq!(
        house.send("PUT", &address, &[], &changed).status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let put = house.send("PUT", &address, &[("if-match", &first)], &changed);
    assert_eq!(put.status, StatusCode::OK);
    assert_eq!(put.json()["name"], "Akte schließen");
    assert_ne!(put.header("etag"), first);
    let late = house.send(
        "PATCH",
        &address,
        &[("if-match", &first)],
        &json!({"name": "Zu spät"}),
    );
    assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);

    let history = house.ask("GET", &format!("{address}/revisions"), &[], "").json();
    assert_eq!(history["revisions"][0]["reason"], "Umbenannt");
    let second = put.header("etag").to_owned();
    let gone = house.ask("DELETE", &address, &[("if-match", &second)], "");
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    assert_eq!(house.ask("GET", &address, &[], "").status, StatusCode::NOT_FOUND);
}

#[test]
fn every_fault_is_named_with_its_field() {
    let house = house(Role::Coordinator);
    let body = json!({"cases_per_year": -1, "status": "fertig", "cases": 3, "review_date": "morgen"});
    let refused = house.send("POST", "/processes", &[], &body);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.header("content-type"), "application/problem+json");
    let problem = refused.json();
    let fields: BTreeSet<&str> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| fault["field"].as_str().unwrap())
        .collect();
    assert_eq!(
        fields,
        BTreeSet::from(["cases", "cases_per_year", "name", "review_date", "status"])
    );
    let unknown = house.ask("GET", "/processes?statuss=draft", &[], "");
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    let deep = house.ask("POST", "/processes", &[], "[".repeat(100_000));
    assert_eq!(deep.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn the_same_key_does_nothing_twice() {
    let house = house(Role::Coordinator);
    let body = json!({"number": "1", "name": "Akte anlegen"});
    let key = [("idempotency-key", "abc")];
    let first = house.send("POST", "/processes", &key, &body);
    let again = house.send("POST", "/processes", &key, &body);
    assert_eq!((first.status, &first.body), (again.status, &again.body));
    let other = house.send(
        "POST",
        "/processes",
        &key,
        &json!({"number": "2", "name": "Akte anlegen"}),
    );
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    let without = house.send("POST", "/processes", &[], &body);
    assert_eq!(without.status, StatusCode::CONFLICT);
}

#[test]
fn a_model_comes_back_byte_for_byte_and_can_be_judged() {
    let house = house(Role::Coordinator);
    let made = house.send(
        "POST",
        "/processes",
        &[],
        &json!({"number": "1", "name": "Antrag bearbeiten"}),
    );
    let id = made.json()["id"].as_i64().unwrap();
    let address = format!("/processes/{id}/diagrams");
    let xml = [("content-type", "application/xml")];
    let stored = house.ask(
        "POST",
        &format!("{address}?kind=as-is&file_name=antrag.bpmn"),
        &xml,
        MODEL,
    );
    assert_eq!(stored.status, StatusCode::CREATED);
    assert_eq!(stored.json()["version"]["number"], 1);
    let bytes = house.ask(
        "GET",
        &format!("{address}/1"),
        &[("accept", "application/xml")],
        "",
    );
    assert_eq!(bytes.body, MODEL.as_bytes());
    let data = house.ask(
        "GET",
        &format!("{address}/1"),
        &[("accept", "application/json")],
        "",
    );
    assert!(!String::from_utf8(data.body).unwrap().contains("<b>"));
    let nobody = house.send(
        "PUT",
        &format!("{address}/1/findings/nothing/verdict"),
        &[("if-match", "*")],
        &json!({"verdict": "confirmed"}),
    );
    assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    let broken = house.ask("POST", &address, &xml, "<definitions>");
    assert_eq!(broken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        house.ask("GET", &format!("{address}/2"), &[], "").status,
        StatusCode::NOT_FOUND
    );
}

#[test]
fn analysing_stores_nothing_and_answers_like_the_command() {
    let house = house(Role::Reader);
    let answer = house.ask("POST", "/analyse?lang=en&file_name=a.bpmn", &[], MODEL);
    assert_eq!(answer.status, StatusCode::OK);
    let file = &answer.json()[0];
    assert_eq!(file["file"], "a.bpmn");
    assert_eq!(file["accepted"], true);
    for key in [
        "warnings",
        "process",
        "processes",
        "findings",
        "notes",
        "candidates",
        "metrics",
        "times",
        "micros",
    ] {
        assert!(file.get(key).is_some(), "{key}");
    }
    assert_eq!(house.ask("GET", "/processes", &[], "").json()["total"], 0);
}

#[test]
fn roles_are_kept() {
    let reader = house(Role::Reader);
    let refused = reader.send(
        "POST",
        "/processes",
        &[],
        &json!({"number": "1", "name": "Akte anlegen"}),
    );
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(refused.header("content-type"), "application/problem+json");
    let nobody = House {
        token: "falsch".to_owned(),
        ..reader
    };
    assert_eq!(
        nobody.ask("GET", "/processes", &[], "").status,
        StatusCode::UNAUTHORIZED
    );
}

#[test]
fn lists_have_pages() {
    let house = house(Role::Coordinator);
    for number in 1..=3 {
        house.send(
            "POST",
            "/processes",
            &[],
            &json!({"number": number.to_string(), "name": format!("Akte {number} anlegen")}),
        );
    }
    let first = house.ask("GET", "/processes?limit=2&q=akte", &[], "").json();
    assert_eq!(first["processes"].as_array().unwrap().len(), 2);
    let next = first["next"]
        .as_str()
        .unwrap()
        .strip_prefix("/api/v1")
        .unwrap()
        .to_owned();
    let second = house.ask("GET", &next, &[], "").json();
    assert_eq!(second["processes"].as_array().unwrap().len(), 1);
    assert_eq!(second["next"], Value::Null);
}

#[test]
fn catalogues_change_only_for_those_who_read_them() {
    let house = house(Role::Coordinator);
    let unit = json!({"name": "Bürgeramt", "kind": "department", "sign": "32"});
    let made = house.send("POST", "/units", &[], &unit);
    assert_eq!(made.status, StatusCode::CREATED);
    let address = made
        .header("location")
        .strip_prefix("/api/v1")
        .unwrap()
        .to_owned();
    let tag = made.header("etag").to_owned();
    let mut changed = made.json();
    changed["name"] = json!("Bürgerbüro");
    assert_eq!(
        house
            .send("PUT", &address, &[("if-match", &tag)], &changed)
            .status,
        StatusCode::OK
    );
    assert_eq!(
        house
            .send("PUT", &address, &[("if-match", &tag)], &changed)
            .status,
        StatusCode::PRECONDITION_FAILED
    );
}

#[test]
fn answers_are_given_and_taken_back() {
    let house = house(Role::Coordinator);
    let made = house.send(
        "POST",
        "/processes",
        &[],
        &json!({"number": "1", "name": "Akte anlegen"}),
    );
    let address = format!("/processes/{}/answers", made.json()["id"]);
    let one = format!("{address}/1");
    let answer = json!({"value": 3, "reason": "viele Fälle"});
    let read = |part: &str| house.ask("GET", &address, &[], "").json()["answers"][0][part].clone();
    let none = read("etag");
    assert_eq!(
        house.send("PUT", &one, &[], &answer).status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let given = house.send("PUT", &one, &[("if-match", none.as_str().unwrap())], &answer);
    assert_eq!(given.status, StatusCode::NO_CONTENT);
    assert_eq!(read("answer")["value"], 3);
    assert_eq!(read("etag"), given.header("etag"));
    // Somebody who has read the question before the answer was given.
    for body in [&answer, &json!({"value": null})] {
        let late = house.send("PUT", &one, &[("if-match", none.as_str().unwrap())], body);
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
    }
    assert_eq!(
        house.ask("GET", "/priorities", &[], "").json()["priorities"][0]["score"],
        75.0
    );
    assert_eq!(
        house
            .send(
                "PUT",
                &one,
                &[("if-match", given.header("etag"))],
                &json!({"value": null})
            )
            .status,
        StatusCode::NO_CONTENT
    );
    assert_eq!(
        house.ask("GET", &address, &[], "").json()["answers"][0]["answer"],
        Value::Null
    );
    assert_eq!(
        house
            .send("PUT", &format!("{address}/9"), &[("if-match", "*")], &answer)
            .status,
        StatusCode::NOT_FOUND
    );
}

#[test]
fn a_verdict_is_given_only_on_what_was_read() {
    let house = house(Role::Coordinator);
    let body = json!({"number": "1", "name": "Antrag bearbeiten"});
    let id = house.send("POST", "/processes", &[], &body).json()["id"].clone();
    let address = format!("/processes/{id}/diagrams");
    let xml = [("content-type", "application/xml")];
    let model = MODEL.replace(
        "<bpmn:userTask id=\"a\" name=\"Antrag prüfen &lt;b&gt;\"/>",
        "<bpmn:userTask id=\"a\" name=\"Antrag ausdrucken\"/>",
    );
    house.ask("POST", &address, &xml, model);
    let findings =
        || house.ask("GET", &format!("{address}/1/findings"), &[], "").json()["findings"][0].clone();
    let found = findings();
    let verdict = format!("{address}/1/findings/{}/verdict", found["key"].as_str().unwrap());
    let judge = |headers: &[(&str, &str)]| {
        house.send(
            "PUT",
            &verdict,
            headers,
            &json!({"verdict": "confirmed", "reason": ""}),
        )
    };
    assert_eq!(judge(&[]).status, StatusCode::UNPROCESSABLE_ENTITY);
    let read = [("if-match", found["etag"].as_str().unwrap())];
    let first = judge(&read);
    assert_eq!(first.status, StatusCode::NO_CONTENT);
    assert_eq!(findings()["etag"], first.header("etag"));
    assert_eq!(judge(&read).status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(
        judge(&[("if-match", "\"fremd\"")]).status,
        StatusCode::PRECONDITION_FAILED
    );
    assert_eq!(
        judge(&[("if-match", first.header("etag"))]).status,
        StatusCode::NO_CONTENT
    );
}

#[test]
fn lists_carry_strong_etags_that_change_with_them() {
    let house = house(Role::Coordinator);
    for list in [
        "/processes",
        "/units",
        "/applications",
        "/findings",
        "/candidates",
        "/priorities",
    ] {
        let first = house.ask("GET", list, &[], "");
        let tag = first.header("etag").to_owned();
        assert!(tag.starts_with('"'), "{list}: {tag}");
        let again = house.ask("GET", list, &[("if-none-match", &tag)], "");
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{list}");
    }
    let tag = house.ask("GET", "/processes", &[], "").header("etag").to_owned();
    house.send(
        "POST",
        "/processes",
        &[],
        &json!({"number": "1", "name": "Akte anlegen"}),
    );
    let changed = house.ask("GET", "/processes", &[("if-none-match", &tag)], "");
    assert_eq!(changed.status, StatusCode::OK);
    assert_ne!(changed.header("etag"), tag);
}

#[test]
fn the_description_names_every_route_and_no_other() {
    let described: BTreeSet<String> = openapi().paths.paths.keys().cloned().collect();
    let served: BTreeSet<String> = routes()
        .table()
        .iter()
        .map(|(path, _)| (*path).to_owned())
        .filter(|path| path.starts_with("/api/"))
        .collect();
    assert_eq!(described, served);
}

#[test]
fn the_description_refers_only_to_schemas_it_holds() {
    let text = super::openapi_json();
    let description: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(description["openapi"], "3.1.0");
    for piece in text.split("#/components/schemas/").skip(1) {
        let name = piece.split('"').next().unwrap();
        assert!(
            description["components"]["schemas"].get(name).is_some(),
            "{name} is not described"
        );
    }
}

#[test]
fn pairs_of_systems_and_what_an_interface_would_change() {
    let house = house(Role::Coordinator);
    let made = house.send(
        "POST",
        "/processes",
        &[],
        &json!({"name": "Hund anmelden", "cases_per_year": 60}),
    );
    let address = made
        .header("location")
        .strip_prefix("/api/v1")
        .unwrap()
        .to_owned();
    let carries = |id: &str, fact: &str| {
        format!(
            r#"<userTask id="{id}"><extensionElements><pr:carrier object="Daten" {fact} minutes="5"/></extensionElements></userTask>"#
        )
    };
    let model = format!(
        r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:pr="urn:prozessregister:bpmn:1"><process id="p">
        <startEvent id="s"/>{}{}<sequenceFlow id="f" sourceRef="s" targetRef="a"/><sequenceFlow id="g" sourceRef="a" targetRef="b"/></process></definitions>"#,
        carries("a", r#"writes="system:Melde""#),
        carries("b", r#"needs="system:Kasse""#),
    );
    let xml = [("content-type", "application/xml")];
    let uploaded = house.ask("POST", &format!("{address}/diagrams?kind=as-is"), &xml, model);
    assert_eq!(uploaded.status, StatusCode::CREATED);
    let pairs = house
        .ask("GET", "/findings/system-pairs?with=system", &[], "")
        .json();
    assert_eq!(pairs["total"], 1);
    let pair = &pairs["pairs"][0];
    assert_eq!(
        pair["one"],
        json!({"carrier": "system:Kasse", "application": null})
    );
    assert_eq!(
        pair["hours_per_year"]["known"],
        json!({"low": 5.0, "middle": 5.0, "high": 5.0})
    );
    assert_eq!(pair["cost_per_year"], json!({"known": null, "unknown": 1}));
    assert_eq!(pair["interface"], Value::Null);
    assert_eq!(pair["steps"][0]["element"], "b");
    let path = "/findings/system-pairs/interface?one=system:Melde&other=system:Kasse";
    let found = house.ask("GET", path, &[], "").json();
    assert_eq!(found["effect"]["breaks_before"], 1);
    assert_eq!(found["effect"]["breaks_after"], 0);
    assert_eq!(found["effect"]["hours_gone"]["known"]["middle"], 5.0);
    let again = house.ask("GET", "/findings/system-pairs", &[], "").json();
    assert_eq!(again["pairs"], pairs["pairs"], "nothing is stored");
    for (path, status) in [
        (
            "/findings/system-pairs?with=fax",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (
            "/findings/system-pairs/interface?one=paper",
            StatusCode::NOT_FOUND,
        ),
        (
            "/findings/system-pairs/interface?one=system:A&other=system:B",
            StatusCode::NOT_FOUND,
        ),
    ] {
        assert_eq!(house.ask("GET", path, &[], "").status, status, "{path}");
    }
}
