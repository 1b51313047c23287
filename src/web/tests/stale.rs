//! Two people at one form: who was slower overwrites nothing, and gets the form back with what was typed.

use super::settled::{PROCESS, caller, finding, settled};
use super::{House, Reply};
use crate::domain::account::Role;
use crate::domain::finding::Verdict;
use axum::http::StatusCode;

async fn post(house: &House, role: Role, path: &str, body: &str) -> Reply {
    let cookie = house.sign_in(role).await;
    house.post(path, &cookie, "same-origin", body).await
}

/// The answer in force to question 2: value and reason.
fn answered(house: &House) -> Option<(u8, String)> {
    let states = house
        .register
        .answers(&caller(house, Role::Reader), PROCESS)
        .unwrap();
    let state = states.into_iter().find(|state| state.question.id == "2").unwrap();
    state.answer.map(|answer| (answer.value, answer.reason))
}

fn judged(house: &House) -> Option<(Verdict, String)> {
    let view = house
        .register
        .diagram(&caller(house, Role::Reader), PROCESS, 1)
        .unwrap();
    let judgement = view.findings.into_iter().next().unwrap().judgement;
    judgement.map(|judgement| (judgement.verdict, judgement.reason))
}

/// The piece of a page around the form of a question or finding.
fn section(reply: &Reply, mark: &str) -> String {
    let from = reply.body.find(&format!("id=\"{mark}\"")).unwrap();
    reply.body[from..].chars().take(8_000).collect()
}

#[tokio::test]
async fn an_answer_given_on_an_older_state_is_not_stored() {
    let house = settled();
    let path = "/processes/1/answers";
    let page = house.get(path, &house.sign_in(Role::Coordinator).await).await;
    assert!(section(&page, "frage-2").contains("name=\"turn\" value=\"1\""));
    assert!(section(&page, "frage-3a").contains("name=\"turn\" value=\"0\""));
    let first = post(
        &house,
        Role::Administrator,
        path,
        "question=2&turn=1&value=1&reason=Nachgez%C3%A4hlt",
    )
    .await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.body);
    for turn in ["turn=1", "turn=0", "turn=", ""] {
        let body = format!("question=2&{turn}&value=4&reason=Mein+%3CGrund%3E");
        let reply = post(&house, Role::Coordinator, path, &body).await;
        assert_eq!(reply.status, StatusCode::PRECONDITION_FAILED, "{turn}");
        assert_eq!(answered(&house), Some((1, "Nachgezählt".to_owned())), "{turn}");
        let section = section(&reply, "frage-2");
        // What was typed is still there, and what came in between is told.
        assert!(section.contains("value=\"4\" required checked"), "{section}");
        assert!(section.contains("value=\"Mein &#60;Grund&#62;\""), "{section}");
        assert!(section.contains("Inzwischen hat administrator"), "{section}");
        assert!(section.contains("name=\"turn\" value=\"2\""), "{section}");
    }
    let again = post(
        &house,
        Role::Coordinator,
        path,
        "question=2&turn=2&value=4&reason=Mein+Grund",
    )
    .await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    assert_eq!(answered(&house), Some((4, "Mein Grund".to_owned())));
}

#[tokio::test]
async fn an_answer_is_taken_back_only_by_who_saw_it() {
    let house = settled();
    let path = "/processes/1/answers/2/withdraw";
    let answers = "/processes/1/answers";
    post(
        &house,
        Role::Administrator,
        answers,
        "question=2&turn=1&value=1&reason=neu",
    )
    .await;
    for body in ["turn=1", ""] {
        let reply = post(&house, Role::Coordinator, path, body).await;
        assert_eq!(reply.status, StatusCode::PRECONDITION_FAILED, "{body}");
        assert_eq!(answered(&house), Some((1, "neu".to_owned())));
        assert!(
            section(&reply, "frage-2").contains("nicht zurückgenommen"),
            "{}",
            reply.body
        );
    }
    let reply = post(&house, Role::Coordinator, path, "turn=2").await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    assert_eq!(answered(&house), None);
    // Who saw an answer that is gone meanwhile hears it.
    let reply = post(
        &house,
        Role::Administrator,
        answers,
        "question=2&turn=2&value=3&reason=doch",
    )
    .await;
    assert_eq!(reply.status, StatusCode::PRECONDITION_FAILED);
    assert!(
        section(&reply, "frage-2").contains("zurückgenommen"),
        "{}",
        reply.body
    );
    assert!(section(&reply, "frage-2").contains("name=\"turn\" value=\"0\""));
}

#[tokio::test]
async fn a_missing_reason_keeps_what_was_chosen_and_the_state_it_was_chosen_on() {
    let house = settled();
    let administrator = caller(&house, Role::Administrator);
    // A proposal to differ from.
    let mut profile = house
        .register
        .process(&administrator, PROCESS)
        .unwrap()
        .row
        .profile;
    crate::domain::profile_text::set(
        &mut profile,
        crate::domain::profile::Field::CasesPerYear,
        crate::domain::known::Known::Value("12"),
    )
    .unwrap();
    house
        .register
        .change_process(&administrator, PROCESS, None, &profile, "")
        .unwrap();
    let path = "/processes/1/answers";
    let reply = post(
        &house,
        Role::Coordinator,
        path,
        "question=1&turn=0&value=4&reason=",
    )
    .await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let piece = section(&reply, "frage-1");
    assert!(piece.contains("aria-invalid=\"true\""), "{piece}");
    assert!(piece.contains("value=\"4\" required checked"), "{piece}");
    // Somebody else answers; the form that was shown again still knows the older state.
    post(
        &house,
        Role::Administrator,
        path,
        "question=1&turn=0&value=3&reason=geschätzt",
    )
    .await;
    let reply = post(
        &house,
        Role::Coordinator,
        path,
        "question=1&turn=0&value=4&reason=",
    )
    .await;
    assert!(section(&reply, "frage-1").contains("name=\"turn\" value=\"0\""));
}

#[tokio::test]
async fn a_verdict_given_on_an_older_state_is_not_stored() {
    let house = settled();
    let key = finding(&house);
    let path = format!("/processes/1/findings/{key}/verdict");
    let page = house
        .get("/processes/1/diagrams/1", &house.sign_in(Role::Analyst).await)
        .await;
    assert!(section(&page, "befund-1").contains("name=\"turn\" value=\"0\""));
    let first = post(
        &house,
        Role::Administrator,
        &path,
        "turn=0&verdict=confirmed&reason=&back=/findings",
    )
    .await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.body);
    for back in [
        "/processes/1/findings%23befund-1",
        "/processes/1/diagrams/1%23befund-1",
        "/",
        "",
    ] {
        let body = format!("turn=0&verdict=dismissed&reason=Kommt+%3Cals%3E+Datei&back={back}");
        let reply = post(&house, Role::Analyst, &path, &body).await;
        assert_eq!(reply.status, StatusCode::PRECONDITION_FAILED, "{back}");
        assert_eq!(
            judged(&house),
            Some((Verdict::Confirmed, String::new())),
            "{back}"
        );
        let piece = section(&reply, "befund-1");
        assert!(piece.contains("value=\"Kommt &#60;als&#62; Datei\""), "{piece}");
        assert!(piece.contains("Inzwischen hat administrator"), "{piece}");
        assert!(piece.contains("name=\"turn\" value=\"1\""), "{piece}");
        // The page that was left is shown, not another.
        assert_eq!(
            reply.body.contains("data-finding"),
            back.contains("diagrams"),
            "{back}"
        );
    }
    let unknown = post(&house, Role::Analyst, &path, "verdict=confirmed&reason=").await;
    assert_eq!(unknown.status, StatusCode::PRECONDITION_FAILED);
    let missing = post(&house, Role::Analyst, &path, "turn=1&verdict=dismissed&reason=").await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(section(&missing, "befund-1").contains("aria-invalid=\"true\""));
    let again = post(
        &house,
        Role::Analyst,
        &path,
        "turn=1&verdict=dismissed&reason=Datei",
    )
    .await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    assert_eq!(judged(&house), Some((Verdict::Dismissed, "Datei".to_owned())));
}

#[tokio::test]
async fn a_profile_is_changed_and_deleted_only_by_who_saw_it() {
    let house = settled();
    let revision = || {
        let view = house.register.process(&caller(&house, Role::Reader), PROCESS);
        view.unwrap().row.revision
    };
    for body in ["", "&revision=", "&revision=7", "&revision=x"] {
        let change = format!("name=Anders&unit=1&number=1{body}");
        let reply = post(&house, Role::ProcessOwner, "/processes/1", &change).await;
        assert_eq!(reply.status, StatusCode::PRECONDITION_FAILED, "{body}");
        assert!(reply.body.contains("value=\"Anders\""), "{body}");
        let reply = post(&house, Role::ProcessOwner, "/processes/1/delete", body).await;
        assert_eq!(reply.status, StatusCode::PRECONDITION_FAILED, "{body}");
        assert_eq!(revision(), 1, "{body}");
    }
}

/// The value of the hidden field of the first form behind a mark.
fn seen(page: &Reply, mark: &str) -> String {
    let form = page.body.split_once(mark).unwrap().1;
    let value = form.split_once("name=\"state-seen\" value=\"").unwrap().1;
    value.split_once('"').unwrap().0.to_owned()
}

#[tokio::test]
async fn catalogue_rates_and_weights_are_not_overwritten_unseen() {
    let house = settled();
    let cookie = house.sign_in(Role::Coordinator).await;
    let forms = [
        (
            "/catalogue/units?edit=1",
            "/catalogue/units",
            "id=1&kind=department&name=",
            ["Amt+A", "Amt+B"],
        ),
        (
            "/catalogue/rates",
            "/catalogue/rates",
            "source=Haushalt&hourly_rate=",
            ["51", "52"],
        ),
    ];
    for (page, path, body, [first, second]) in forms {
        let mark = format!("action=\"{path}\"");
        let shown = house.get(page, &cookie).await;
        let state = seen(&shown, &mark);
        let faster = format!("{body}{first}&state-seen={state}");
        let reply = post(&house, Role::Administrator, path, &faster).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
        let slower = format!("{body}{second}&state-seen={state}");
        let back = post(&house, Role::Coordinator, path, &slower).await;
        assert_eq!(back.status, StatusCode::PRECONDITION_FAILED, "{path}");
        assert!(
            back.body.contains("Inzwischen hat jemand anderes gespeichert"),
            "{path}"
        );
        let typed = format!("value=\"{}\"", second.replace('+', " "));
        assert!(back.body.contains(&typed), "{path}: {}", back.body);
        let informed = format!("{body}{second}&state-seen={}", seen(&back, &mark));
        let reply = post(&house, Role::Coordinator, path, &informed).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{path}");
    }
    let weights = "weight-1=30&weight-2=20&weight-3=20&weight-4=20&weight-5=10&state-seen=0";
    let reply = post(&house, Role::Coordinator, "/priorities/weights", weights).await;
    assert_eq!(reply.status, StatusCode::PRECONDITION_FAILED);
}

#[tokio::test]
async fn a_catalogue_form_that_is_refused_comes_back_with_what_was_typed() {
    let house = settled();
    let reply = post(
        &house,
        Role::Coordinator,
        "/catalogue/units",
        "name=&sign=50.9&leaving=viel",
    )
    .await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        reply.body.contains("value=\"50.9\"") && reply.body.contains("value=\"viel\""),
        "{}",
        reply.body
    );
}
