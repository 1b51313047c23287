//! Who may do what: every route of the router's own table × who asks × method × odd spellings (quality.md S2).

use super::settled::{session, settled};
use super::{House, Reply};
use crate::domain::account::Role;
use crate::domain::time::Timestamp;
use crate::register::Caller;
use crate::web::guard::now;
use crate::web::{Needs, routes};
use axum::http::{Method, StatusCode};
use std::collections::BTreeMap;

const METHODS: [Method; 6] = [
    Method::GET,
    Method::HEAD,
    Method::POST,
    Method::PUT,
    Method::PATCH,
    Method::DELETE,
];

/// What the table says of a path: least and most that any of its methods needs.
struct Route {
    path: &'static str,
    least: Option<Role>,
    most: Option<Role>,
}

impl Route {
    /// The address with this key in every place.
    fn at(&self, key: &str) -> String {
        let parts = self.path.split('/');
        let parts: Vec<&str> = parts
            .map(|part| if part.starts_with('{') { key } else { part })
            .collect();
        parts.join("/")
    }

    /// Reading needs the least, changing the most.
    fn needs(&self, method: &Method) -> Option<Role> {
        if matches!(*method, Method::GET | Method::HEAD) {
            self.least
        } else {
            self.most
        }
    }
}

fn table() -> Vec<Route> {
    let mut found: BTreeMap<&'static str, Vec<Option<Role>>> = BTreeMap::new();
    for (path, needs) in routes().table() {
        let role = match needs {
            Needs::Nothing => None,
            Needs::Role(role) => Some(*role),
        };
        found.entry(path).or_default().push(role);
    }
    found
        .into_iter()
        .map(|(path, roles)| Route {
            path,
            least: roles.iter().min().copied().flatten(),
            most: roles.iter().max().copied().flatten(),
        })
        .collect()
}

async fn ask(house: &House, method: &Method, path: &str, cookie: &str) -> Reply {
    let headers = [("cookie", cookie), ("sec-fetch-site", "same-origin")];
    house.ask(method.clone(), path, &headers, "").await
}

/// Neither done nor shown.
fn refused(reply: &Reply) -> bool {
    match reply.status {
        StatusCode::SEE_OTHER => reply.header("location").starts_with("/sign-in"),
        status => matches!(
            status,
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::METHOD_NOT_ALLOWED
        ),
    }
}

#[tokio::test]
async fn every_route_is_open_to_those_it_names_and_to_nobody_else() {
    let house = settled();
    let gone = session(&house, "coordinator", now(), 1);
    let old = session(
        &house,
        "coordinator",
        Timestamp(now().0 - 30 * 24 * 60 * 60 * 1000),
        2,
    );
    let mut visitors: Vec<(&str, Option<Role>, String)> = vec![
        ("nobody", None, String::new()),
        ("expired", None, old),
        ("made up", None, format!("sid={}", "ab".repeat(32))),
    ];
    // Administrators last: some of their requests need no body and take effect.
    for (index, role) in Role::ALL.into_iter().enumerate() {
        let cookie = session(&house, role.code(), now(), 10 + index as u8);
        visitors.push((role.code(), Some(role), cookie));
    }
    visitors.sort_by_key(|(_, role, _)| *role);
    for (who, role, cookie) in &visitors {
        for route in table() {
            for method in &METHODS {
                let needs = route.needs(method);
                if needs.is_none() {
                    continue;
                }
                let reply = ask(&house, method, &route.at("1"), cookie).await;
                let at = format!("{who}: {method} {}: {}", route.path, reply.status);
                if *role < needs {
                    assert!(refused(&reply), "{at}");
                    // Nothing tells whether the thing exists.
                    let nowhere = ask(&house, method, &route.at("999"), cookie).await;
                    assert_eq!(nowhere.status, reply.status, "{at}");
                } else {
                    let known = reply.status != StatusCode::UNAUTHORIZED
                        && !reply.header("location").starts_with("/sign-in");
                    assert!(known, "{at}");
                }
            }
        }
    }
    let administrator = Caller {
        actor: house.register.actor_by_login("administrator").unwrap(),
        now: now(),
    };
    let account = house.register.actor_by_login("coordinator").unwrap().account;
    house
        .register
        .set_account_disabled(&administrator, account, true)
        .unwrap();
    for route in table().iter().filter(|route| route.least.is_some()) {
        let reply = ask(&house, &Method::GET, &route.at("1"), &gone).await;
        assert!(refused(&reply), "disabled: {}: {}", route.path, reply.status);
    }
}

#[tokio::test]
async fn odd_spellings_of_an_address_open_nothing() {
    let house = settled();
    let cookie = session(&house, "reader", now(), 60);
    for route in table() {
        if route.least <= Some(Role::Reader) {
            continue;
        }
        let path = route.at("1");
        let inner = &path[1..];
        let first = inner.as_bytes()[0];
        for odd in [
            format!("{path};x"),
            format!("{path}/"),
            format!("/{path}"),
            format!("/./{inner}"),
            format!("/%2e/{inner}"),
            format!("/x/..{path}"),
            format!("/x/%2e%2e{path}"),
            format!("/%{first:02x}{}", &inner[1..]),
            path.to_uppercase(),
            path.replacen('/', "//", 2),
            format!("{path}%00"),
        ] {
            for method in [Method::GET, Method::POST] {
                let reply = ask(&house, &method, &odd, &cookie).await;
                assert!(reply.status.is_client_error(), "{method} {odd}: {}", reply.status);
            }
        }
    }
}
