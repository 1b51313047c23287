//! The web in process: headers on every answer, needs of every route, refusal of other sites, sessions.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::{App, Needs, Settings, router, routes};
use crate::domain::account::Role;
use crate::domain::time::Timestamp;
use crate::register::{NewAccount, Register};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use std::collections::BTreeMap;
use tower::ServiceExt;

const PASSWORD: &str = "drei blaue Hunde";

mod matrix;
mod settled;
mod stale;
mod weak_spots;
mod writes;

struct House {
    router: Router,
    register: Register,
}

struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Reply {
    fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map(|value| value.to_str().unwrap())
            .unwrap_or_default()
    }
}

fn house(public_url: Option<&str>) -> House {
    house_with(Settings {
        public_url: public_url.map(str::to_owned),
        ..Settings::default()
    })
}

fn house_with(settings: Settings) -> House {
    let register = Register::in_memory().unwrap();
    for role in Role::ALL {
        let account = NewAccount {
            login: role.code().to_owned(),
            name: role.code().to_owned(),
            role,
            scope: None,
            password: PASSWORD.to_owned(),
        };
        register
            .add_account_locally(Timestamp(1_790_000_000_000), &account, [7; 16])
            .unwrap();
    }
    House {
        router: router(App::new(register.clone(), settings)),
        register,
    }
}

impl House {
    async fn ask(&self, method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 50_000_000).await.unwrap();
        Reply {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    async fn get(&self, path: &str, cookie: &str) -> Reply {
        self.ask(Method::GET, path, &[("cookie", cookie)], "").await
    }

    async fn post(&self, path: &str, cookie: &str, site: &str, body: &str) -> Reply {
        let headers = [
            ("cookie", cookie),
            ("sec-fetch-site", site),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        self.ask(Method::POST, path, &headers, body).await
    }

    /// Signs in and returns the cookie as the browser sends it back.
    async fn sign_in(&self, role: Role) -> String {
        let form = format!("login={}&password=drei+blaue+Hunde", role.code());
        let reply = self.post("/sign-in", "", "same-origin", &form).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
        reply.header("set-cookie").split(';').next().unwrap().to_owned()
    }
}

/// Addresses of all routes with what their methods need.
fn addresses() -> BTreeMap<String, Vec<Needs>> {
    let mut found: BTreeMap<String, Vec<Needs>> = BTreeMap::new();
    for (path, needs) in routes().table() {
        let path = path
            .split('/')
            .map(|part| if part.starts_with('{') { "1" } else { part })
            .collect::<Vec<_>>()
            .join("/");
        found.entry(path).or_default().push(*needs);
    }
    found
}

fn has_safe_headers(reply: &Reply, at: &str) {
    let policy = reply.header("content-security-policy");
    assert!(policy.contains("default-src '"), "{at}: {policy}");
    assert!(policy.contains("frame-ancestors 'none'"), "{at}: {policy}");
    assert!(!policy.contains("unsafe"), "{at}: {policy}");
    assert_eq!(reply.header("x-content-type-options"), "nosniff", "{at}");
    assert!(!reply.header("referrer-policy").is_empty(), "{at}");
    if !at.contains("/assets/") {
        assert!(reply.header("cache-control").contains("no-store"), "{at}");
    }
}

#[tokio::test]
async fn every_answer_has_safe_headers_and_no_protected_route_opens_without_sign_in() {
    let house = house(None);
    for (path, needs) in addresses() {
        for method in [Method::GET, Method::POST, Method::PUT, Method::DELETE] {
            let at = format!("{method} {path}");
            let headers = [("sec-fetch-site", "same-origin")];
            let reply = house.ask(method.clone(), &path, &headers, "").await;
            has_safe_headers(&reply, &at);
            if needs.iter().all(|needs| *needs != Needs::Nothing) {
                let refused = match reply.status {
                    StatusCode::SEE_OTHER => reply.header("location").starts_with("/sign-in"),
                    status => matches!(status, StatusCode::UNAUTHORIZED | StatusCode::METHOD_NOT_ALLOWED),
                };
                assert!(refused, "{at}: {}", reply.status);
            }
        }
    }
}

#[tokio::test]
async fn a_reader_gets_nowhere_that_needs_more() {
    let house = house(None);
    let cookie = house.sign_in(Role::Reader).await;
    for (path, needs) in addresses() {
        let more = |needs: &Needs| matches!(needs, Needs::Role(role) if *role > Role::Reader);
        if !needs.iter().all(more) {
            continue;
        }
        for method in [Method::GET, Method::POST, Method::PUT, Method::DELETE] {
            let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
            let reply = house.ask(method.clone(), &path, &headers, "").await;
            assert!(
                matches!(
                    reply.status,
                    StatusCode::FORBIDDEN | StatusCode::METHOD_NOT_ALLOWED
                ),
                "{method} {path}: {}",
                reply.status
            );
        }
    }
}

#[tokio::test]
async fn tricks_with_the_path_open_nothing() {
    let house = house(None);
    let cookie = house.sign_in(Role::Reader).await;
    for path in [
        "/admin/accounts;x",
        "//admin/accounts",
        "/admin//accounts",
        "/admin/%2e/accounts",
        "/ADMIN/accounts",
        "/x/../admin/accounts",
        "/assets/..%2f..%2fCargo.toml",
    ] {
        let reply = house.get(path, &cookie).await;
        assert!(
            matches!(reply.status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN),
            "{path}: {}",
            reply.status
        );
        has_safe_headers(&reply, path);
    }
}

#[tokio::test]
async fn changes_asked_for_by_other_sites_are_refused() {
    let house = house(Some("https://prozesse.example.de"));
    let form = "login=reader&password=drei+blaue+Hunde";
    let cases: [(&[(&str, &str)], bool); 8] = [
        (&[("sec-fetch-site", "same-origin")], true),
        (&[("sec-fetch-site", "none")], true),
        (&[("sec-fetch-site", "cross-site")], false),
        (&[("sec-fetch-site", "same-site")], false),
        (
            &[
                ("sec-fetch-site", "cross-site"),
                ("origin", "https://prozesse.example.de"),
            ],
            false,
        ),
        (&[("origin", "https://prozesse.example.de")], true),
        (
            &[("origin", "https://evil.example"), ("host", "evil.example")],
            false,
        ),
        (&[], false),
    ];
    for (headers, allowed) in cases {
        let mut all = vec![("content-type", "application/x-www-form-urlencoded")];
        all.extend_from_slice(headers);
        let reply = house.ask(Method::POST, "/sign-in", &all, form).await;
        let expected = if allowed {
            StatusCode::SEE_OTHER
        } else {
            StatusCode::FORBIDDEN
        };
        assert_eq!(reply.status, expected, "{headers:?}");
    }
}

#[tokio::test]
async fn the_session_cookie_is_bound_to_the_host_wherever_there_is_https() {
    let form = "login=reader&password=drei+blaue+Hunde";
    let plain = house(None).post("/sign-in", "", "same-origin", form).await;
    let cookie = plain.header("set-cookie");
    assert!(
        cookie.starts_with("sid=") && !cookie.contains("Secure"),
        "{cookie}"
    );
    let secure = house(Some("https://prozesse.example.de"))
        .post("/sign-in", "", "same-origin", form)
        .await;
    let cookie = secure.header("set-cookie");
    assert!(cookie.starts_with("__Host-sid="), "{cookie}");
    for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!secure.header("strict-transport-security").is_empty());
}

#[tokio::test]
async fn sign_in_goes_on_where_one_wanted_to_go_but_never_elsewhere() {
    let house = house(None);
    let asked = house.get("/processes?status=draft", "").await;
    assert_eq!(
        asked.header("location"),
        "/sign-in?next=%2Fprocesses%3Fstatus%3Ddraft"
    );
    for (next, target) in [
        ("%2Fprocesses", "/processes"),
        ("%2F%2Fevil.example", "/"),
        ("https%3A%2F%2Fevil.example", "/"),
    ] {
        let form = format!("login=reader&password=drei+blaue+Hunde&next={next}");
        let reply = house.post("/sign-in", "", "same-origin", &form).await;
        assert_eq!(reply.header("location"), target);
    }
    let wrong = house
        .post("/sign-in", "", "same-origin", "login=reader&password=falsch")
        .await;
    assert!(wrong.status.is_client_error());
    assert!(wrong.header("set-cookie").is_empty());
}

#[tokio::test]
async fn the_address_of_a_proxy_counts_only_where_it_is_configured() {
    let form = format!("login=niemand&password={}", "x".repeat(5_000));
    for (proxy_header, slowed) in [(Some("x-forwarded-for".to_owned()), true), (None, false)] {
        let house = house_with(Settings {
            proxy_header,
            ..Settings::default()
        });
        let from = |address: String, form: String| {
            let house = &house;
            async move {
                let headers = [
                    ("sec-fetch-site", "same-origin"),
                    ("content-type", "application/x-www-form-urlencoded"),
                    ("x-forwarded-for", address.as_str()),
                ];
                house.ask(Method::POST, "/sign-in", &headers, &form).await.status
            }
        };
        for number in 0..100 {
            let form = form.replace("niemand", &format!("niemand{number}"));
            // What stands before the last comma was written by whoever asks.
            let status = from(format!("10.9.9.{number}, 10.0.0.1"), form).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let right = || "login=reader&password=drei+blaue+Hunde".to_owned();
        let expected = if slowed {
            StatusCode::TOO_MANY_REQUESTS
        } else {
            StatusCode::SEE_OTHER
        };
        assert_eq!(from("10.0.0.1".to_owned(), right()).await, expected);
        assert_eq!(from("10.0.0.2".to_owned(), right()).await, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let house = house(None);
    let cookie = house.sign_in(Role::Reader).await;
    assert_eq!(house.get("/processes", &cookie).await.status, StatusCode::OK);
    house.post("/sign-out", &cookie, "same-origin", "").await;
    assert_eq!(
        house.get("/processes", &cookie).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn pages_speak_the_language_that_was_chosen() {
    let house = house(None);
    let german = house.get("/sign-in", "").await;
    assert!(german.body.contains("<html lang=\"de\""));
    let headers = [("accept-language", "en-GB,en;q=0.9,de;q=0.5")];
    let english = house.ask(Method::GET, "/sign-in", &headers, "").await;
    assert!(english.body.contains("<html lang=\"en\""));
    let chosen = house.get("/sign-in?next=%2Ffindings&lang=en", "").await;
    assert_eq!(chosen.header("location"), "/sign-in?next=%2Ffindings");
    assert!(chosen.header("set-cookie").starts_with("lang=en"));
    assert!(
        house
            .get("/sign-in", "lang=en")
            .await
            .body
            .contains("<html lang=\"en\"")
    );
}

#[tokio::test]
async fn errors_have_a_face_in_pages_and_in_the_api() {
    let house = house(None);
    let cookie = house.sign_in(Role::Reader).await;
    let page = house.get("/processes/999", &cookie).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.body.contains("<main"), "{}", page.body);
    let problem = house.get("/api/v1/processes/999", &cookie).await;
    assert_eq!(problem.status, StatusCode::NOT_FOUND);
    assert_eq!(problem.header("content-type"), "application/problem+json");
    let nothing = house.get("/gibt-es-nicht", "").await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    assert!(nothing.body.contains("<main"));
}

#[tokio::test]
async fn a_process_is_registered_with_faults_named_at_their_fields() {
    let house = house(None);
    let cookie = house.sign_in(Role::ProcessOwner).await;
    let faulty = house
        .post("/processes", &cookie, "same-origin", "name=&cases_per_year=viele")
        .await;
    assert_eq!(faulty.status, StatusCode::UNPROCESSABLE_ENTITY);
    for piece in [
        "href=\"#field-name\"",
        "id=\"error-name\"",
        "id=\"error-cases_per_year\"",
        "value=\"viele\"",
    ] {
        assert!(faulty.body.contains(piece), "{piece}");
    }
    let made = house
        .post(
            "/processes",
            &cookie,
            "same-origin",
            "name=Hund+%3Cb%3Eanmelden&cases_per_year=1.240&cases_per_year.year=2025",
        )
        .await;
    assert_eq!(made.header("location"), "/processes/1?done=created");
    let page = house.get("/processes/1?done=created", &cookie).await;
    assert!(page.body.contains("Hund &#60;b&#62;anmelden"), "{}", page.body);
    assert!(page.body.contains("1.240"));
    assert!(page.body.contains("nicht erhoben"));
}
