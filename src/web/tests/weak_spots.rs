//! Weak spots in the browser: on the page of the model, in the register, with verdicts of people.

use super::*;
use crate::domain::diagram::DiagramKind;
use crate::register::{Caller, UploadDiagram};

const MODEL: &[u8] = include_bytes!("../../../fixtures/rules/weak-spot/ping-pong/flags-copying.bpmn");

/// A register with one process and its model; where its pages are.
fn modelled() -> (House, String) {
    let house = house(None);
    let caller = Caller {
        actor: house.register.actor_by_login("administrator").unwrap(),
        now: Timestamp(1_790_000_000_000),
    };
    let mut profile = crate::domain::profile_text::empty_profile();
    profile.name = "Bescheid fertigen".to_owned();
    let id = house.register.create_process(&caller, &profile).unwrap();
    let upload = UploadDiagram {
        file_name: "bescheid.bpmn".to_owned(),
        kind: DiagramKind::AsIs,
        bytes: MODEL.to_vec(),
        note: String::new(),
    };
    house.register.upload_diagram(&caller, id, &upload).unwrap();
    (house, format!("/processes/{id}"))
}

/// What stands between these two in a page.
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let rest = page.split_once(from).expect(from).1;
    rest.split_once(to).expect(to).0
}

#[tokio::test]
async fn a_weak_spot_stands_on_the_page_of_the_model_with_its_steps_and_its_rule() {
    let (house, process) = modelled();
    let cookie = house.sign_in(Role::Analyst).await;
    for path in [format!("{process}/diagrams/1"), format!("{process}/findings")] {
        let page = house.get(&path, &cookie).await.body;
        let section = between(&page, "<h2 id=\"schwachstellen\">", "</section>");
        assert!(section.starts_with("Schwachstellen (1)</h2>"), "{section}");
        assert!(
            section.contains("href=\"/help/weak-spot/ping-pong\""),
            "{section}"
        );
        assert!(section.contains("data-elements=\"a b c\""), "{section}");
        for step in [
            "Bescheid erstellen",
            "Bescheid einscannen",
            "Bescheid verschicken",
        ] {
            assert!(section.contains(&format!("„{step}“")), "{step}: {section}");
        }
    }
    let english = house.get(&format!("{process}/diagrams/1?lang=en"), &cookie).await;
    let page = match english.status {
        StatusCode::OK => english.body,
        _ => house.get(english.header("location"), &cookie).await.body,
    };
    assert!(page.contains("id=\"schwachstellen\""), "{page}");
}

#[tokio::test]
async fn a_weak_spot_is_judged_like_a_media_break_and_found_by_its_family() {
    let (house, process) = modelled();
    let cookie = house.sign_in(Role::Analyst).await;
    let page = house.get(&format!("{process}/diagrams/1"), &cookie).await.body;
    let section = between(&page, "<h2 id=\"schwachstellen\">", "</section>");
    let action = between(section, "action=\"", "\"").to_owned();
    let form = "turn=0&verdict=wanted&reason=Vier-Augen-Prinzip&back=/findings";
    let reply = house.post(&action, &cookie, "same-origin", form).await;
    assert_eq!(reply.header("location"), "/findings?done=judged");

    let page = house.get(&format!("{process}/diagrams/1"), &cookie).await.body;
    let section = between(&page, "<h2 id=\"schwachstellen\">", "</section>");
    assert!(section.contains("Vier-Augen-Prinzip"), "{section}");

    let listed = |query: &'static str| {
        let (house, cookie) = (&house, cookie.as_str());
        async move {
            let page = house.get(&format!("/findings?{query}"), cookie).await.body;
            page.matches("<th scope=\"row\">").count()
        }
    };
    assert_eq!(listed("family=weak-spot").await, 1);
    assert_eq!(listed("family=weak-spot&verdict=wanted").await, 1);
    assert_eq!(listed("family=weak-spot&verdict=open").await, 0);
    assert_eq!(listed("kind=ping-pong").await, 1);
    assert_eq!(listed("family=media-break&verdict=wanted").await, 0);
    let (all, breaks) = (listed("").await, listed("family=media-break").await);
    assert_eq!(all, breaks + 1);
}
