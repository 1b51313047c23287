//! Every route that changes something, each with a request that succeeds for those who may: so that a refusal can only come
//! from who is asking (quality.md S2).

use super::settled::{MODEL, PROCESS, caller, finding, session, settled};
use super::{House, PASSWORD, Reply};
use crate::domain::account::Role;
use crate::register::Organisation;
use crate::web::guard::now;
use crate::web::state::state_of;
use crate::web::{Needs, routes};
use axum::http::{Method, StatusCode};
use std::collections::BTreeSet;

/// How a request is sent.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Form,
    Upload,
    Json,
    Xml,
}

/// A request that changes something.
struct Write {
    method: Method,
    route: &'static str,
    /// The least role it needs.
    role: Role,
    kind: Kind,
    body: fn(&House) -> String,
}

fn write(method: Method, route: &'static str, role: Role, kind: Kind, body: fn(&House) -> String) -> Write {
    Write {
        method,
        route,
        role,
        kind,
        body,
    }
}

/// The requests, in an order in which each finds what it needs; those that take something away come last.
fn writes() -> Vec<Write> {
    use Kind::{Form, Json, Upload, Xml};
    use Role::{Administrator, Analyst, Coordinator, ProcessOwner};
    let (post, put) = (Method::POST, Method::PUT);
    let form = |route, role, body| write(Method::POST, route, role, Form, body);
    let json = |method: &Method, route, role, body| write(method.clone(), route, role, Json, body);
    vec![
        form("/processes", ProcessOwner, |_| "name=Neu&unit=1".to_owned()),
        json(&post, "/api/v1/processes", ProcessOwner, |_| {
            r#"{"number":"77","name":"Neu","unit":1}"#.to_owned()
        }),
        form("/processes/{id}", ProcessOwner, |house| {
            let (number, revision) = state_of_profile(house);
            format!("number={number}&name=Baugenehmigung+geben&unit=1&revision={revision}")
        }),
        json(&put, "/api/v1/processes/{id}", ProcessOwner, |house| {
            let (number, _) = state_of_profile(house);
            format!(r#"{{"number":"{number}","name":"Baugenehmigung erteilen","unit":1}}"#)
        }),
        json(&Method::PATCH, "/api/v1/processes/{id}", ProcessOwner, |_| {
            r#"{"owner_role":"Amtsleitung"}"#.to_owned()
        }),
        write(post.clone(), "/processes/{id}/diagrams", Analyst, Upload, |_| {
            multipart()
        }),
        write(
            post.clone(),
            "/api/v1/processes/{id}/diagrams",
            Analyst,
            Xml,
            |_| MODEL.replace("erfassen", "eintragen"),
        ),
        form("/processes/{id}/steps", Analyst, |_| {
            "c0=1&c1=Antrag+lesen&c2=Bauamt&kind=to-be&do=save".to_owned()
        }),
        form("/processes/{id}/findings/{key}/verdict", Analyst, |house| {
            format!("verdict=confirmed&reason=&turn={}", turn_of_verdict(house))
        }),
        json(
            &put,
            "/api/v1/processes/{id}/diagrams/{n}/findings/{key}/verdict",
            Analyst,
            |_| r#"{"verdict":"wanted","reason":""}"#.to_owned(),
        ),
        form("/processes/{id}/answers", Coordinator, |house| {
            format!("question=2&value=1&reason=neu&turn={}", turn_of_answer(house))
        }),
        json(
            &put,
            "/api/v1/processes/{id}/answers/{question}",
            Coordinator,
            |_| r#"{"value":2,"reason":"noch neuer"}"#.to_owned(),
        ),
        form("/processes/{id}/answers/proposals", Coordinator, |_| {
            String::new()
        }),
        form(
            "/processes/{id}/answers/{question}/withdraw",
            Coordinator,
            |house| format!("turn={}", turn_of_answer(house)),
        ),
        form("/priorities/weights", Coordinator, |house| {
            let seen = state_of(&house.register.weights(&caller(house, Role::Reader)).unwrap());
            format!("state-seen={seen}&weight-1=30&weight-2=20&weight-3=20&weight-4=20&weight-5=10")
        }),
        form("/catalogue/units", Coordinator, |_| {
            "name=Ordnungsamt&kind=department".to_owned()
        }),
        json(&post, "/api/v1/units", Coordinator, |_| {
            r#"{"name":"Sozialamt","kind":"department"}"#.to_owned()
        }),
        json(&put, "/api/v1/units/{id}", Coordinator, |_| {
            r#"{"name":"Bauaufsicht","kind":"department"}"#.to_owned()
        }),
        form("/catalogue/applications", Coordinator, |_| {
            "name=Bauakte".to_owned()
        }),
        json(&post, "/api/v1/applications", Coordinator, |_| {
            r#"{"name":"enaio","kind":"other"}"#.to_owned()
        }),
        json(&put, "/api/v1/applications/{id}", Coordinator, |_| {
            r#"{"name":"Bauakte 2","kind":"other"}"#.to_owned()
        }),
        form("/catalogue/interfaces", Coordinator, |house| {
            let seen = state_of(&catalogue(house).interfaces);
            format!("state-seen={seen}&from=1&to=2&state=missing")
        }),
        form("/catalogue/rates", Coordinator, |house| {
            let seen = state_of(&catalogue(house).rates);
            format!("state-seen={seen}&hourly_rate=50&source=Haushalt")
        }),
        form("/admin/town", Administrator, |_| "town=Kleinstadt".to_owned()),
        form("/admin/accounts", Administrator, |_| {
            format!("login=neu&name=Neu&role=reader&password={PASSWORD}").replace(' ', "+")
        }),
        form("/processes/{id}/delete", ProcessOwner, |house| {
            format!("revision={}", state_of_profile(house).1)
        }),
        // The second process, made above.
        json(&Method::DELETE, "/api/v1/processes/{id}", ProcessOwner, |_| {
            String::new()
        }),
        form("/admin/accounts/{id}/state", Administrator, |_| {
            "disabled=1".to_owned()
        }),
        form("/admin/accounts/{id}/password", Administrator, |_| {
            format!("password={PASSWORD}").replace(' ', "+")
        }),
    ]
}

/// Paths that need more than reading and change nothing.
const SHOW_ONLY: [&str; 3] = ["/processes/new", "/processes/{id}/edit", "/admin"];

fn multipart() -> String {
    let name = "Content-Disposition: form-data; name=";
    let model = MODEL.replace("erfassen", "eingeben");
    format!(
        "--x\r\n{name}\"file\"; filename=\"a.bpmn\"\r\n\r\n{model}\r\n--x\r\n{name}\"kind\"\r\n\r\nas-is\r\n--x--\r\n"
    )
}

fn catalogue(house: &House) -> Organisation {
    house.register.organisation(&caller(house, Role::Reader)).unwrap()
}

fn state_of_profile(house: &House) -> (String, u32) {
    let row = house
        .register
        .process(&caller(house, Role::Reader), PROCESS)
        .unwrap()
        .row;
    (row.profile.number, row.revision)
}

fn turn_of_answer(house: &House) -> u32 {
    let states = house
        .register
        .answers(&caller(house, Role::Reader), PROCESS)
        .unwrap();
    let state = states.into_iter().find(|state| state.question.id == "2").unwrap();
    state.answer.map_or(0, |answer| answer.turn)
}

fn turn_of_verdict(house: &House) -> u32 {
    let view = house
        .register
        .diagram(&caller(house, Role::Reader), PROCESS, 1)
        .unwrap();
    view.findings[0]
        .judgement
        .as_ref()
        .map_or(0, |judgement| judgement.turn)
}

/// All that can be changed, as text.
fn all(house: &House) -> String {
    let (reader, administrator) = (caller(house, Role::Reader), caller(house, Role::Administrator));
    let copy = house.register.copy(&reader).unwrap();
    let judged: Vec<_> = copy
        .processes
        .iter()
        .flat_map(|process| &process.diagrams)
        .map(|diagram| {
            house
                .register
                .diagram(&reader, diagram.version.process, diagram.version.number)
        })
        .map(|view| view.unwrap().findings)
        .collect();
    let accounts = house.register.accounts(&administrator).unwrap();
    format!("{copy:?} {judged:?} {accounts:?}")
}

async fn send(house: &House, write: &Write, key: &str, cookie: &str) -> Reply {
    let id = match (&write.method, write.route) {
        (&Method::DELETE, _) => "2",
        // The account made above.
        (_, route) if route.starts_with("/admin/accounts/") => "9",
        _ => "1",
    };
    let path = write
        .route
        .replace("{id}", id)
        .replace("{n}", "1")
        .replace("{key}", key)
        .replace("{question}", "2");
    let kind = match write.kind {
        Kind::Form => "application/x-www-form-urlencoded",
        Kind::Upload => "multipart/form-data; boundary=x",
        Kind::Json => "application/json",
        Kind::Xml => "application/xml",
    };
    let headers = [
        ("cookie", cookie),
        ("sec-fetch-site", "same-origin"),
        ("content-type", kind),
        ("if-match", "*"),
    ];
    house
        .ask(write.method.clone(), &path, &headers, &(write.body)(house))
        .await
}

fn done(reply: &Reply) -> bool {
    reply.status.is_success()
        || (reply.status == StatusCode::SEE_OTHER && reply.header("location").contains("done="))
}

#[tokio::test]
async fn what_changes_something_is_done_for_those_who_may_and_for_nobody_else() {
    let house = settled();
    let key = finding(&house);
    let scoped = [Role::ProcessOwner, Role::Analyst, Role::Coordinator];
    let elsewhere: Vec<String> = scoped
        .iter()
        .enumerate()
        .map(|(index, role)| {
            session(
                &house,
                &format!("{}-elsewhere", role.code()),
                now(),
                50 + index as u8,
            )
        })
        .collect();
    let roles: Vec<(Role, String)> = Role::ALL
        .into_iter()
        .enumerate()
        .map(|(index, role)| (role, session(&house, role.code(), now(), 10 + index as u8)))
        .collect();
    for write in writes() {
        let before = all(&house);
        let lower = roles.iter().filter(|(role, _)| *role < write.role);
        let refused = lower.map(|(_, cookie)| cookie).chain(&elsewhere);
        for (number, cookie) in refused.enumerate() {
            let reply = send(&house, &write, &key, cookie).await;
            let at = format!("{} {} by {number}: {}", write.method, write.route, reply.body);
            assert_eq!(reply.status, StatusCode::FORBIDDEN, "{at}");
        }
        assert_eq!(all(&house), before, "{} {}", write.method, write.route);
        let nobody = send(&house, &write, &key, "").await;
        assert!(!done(&nobody), "{} {}", write.method, write.route);
        let (_, own) = roles.iter().find(|(role, _)| *role == write.role).unwrap();
        let reply = send(&house, &write, &key, own).await;
        let at = format!(
            "{} {}: {} {}",
            write.method, write.route, reply.status, reply.body
        );
        assert!(done(&reply), "{at}");
    }
}

#[test]
fn no_route_that_changes_something_is_left_out() {
    let tried: BTreeSet<&str> = writes().iter().map(|write| write.route).collect();
    for (path, needs) in routes().table() {
        let more = matches!(needs, Needs::Role(role) if *role > Role::Reader);
        if more && !SHOW_ONLY.contains(path) {
            assert!(tried.contains(path), "{path}");
        }
    }
}
