//! What is read from files that can be read.

use super::{element, open};
use crate::bpmn::diagram::{BandPlace, Bounds, Direction, EventDefinition, Tag};
use crate::domain::annotation::Discretion;
use crate::domain::carrier::{By, Carrier};
use crate::text::Lang;

#[test]
fn a_collaboration_is_read_whole() {
    let (diagram, warnings) = open("standard/collaboration.bpmn");
    assert_eq!(warnings, Vec::new());
    assert_eq!(diagram.exporter, "By hand");
    let start = element(&diagram, "start");
    assert_eq!(start.name, "Antrag liegt vor");
    assert_eq!(start.events, [EventDefinition::Message]);
    assert_eq!(element(&diagram, "check").name, "Angaben prüfen & ergänzen");
    assert_eq!(
        element(&diagram, "parking").details.documentation,
        ["Gilt für alle\n Zonen."]
    );
    assert_eq!(
        element(&diagram, "yes").details.condition.as_deref(),
        Some("berechtigt = wahr <> falsch")
    );
    assert_eq!(
        element(&diagram, "decide").details.default_flow.as_deref(),
        Some("no")
    );
    assert_eq!(element(&diagram, "too_long").reference.as_deref(), Some("review"));
    assert!(!element(&diagram, "too_long").interrupting);
    assert_eq!(element(&diagram, "look").multi_instance, Some(true));
    assert_eq!(element(&diagram, "jump").details.link.as_deref(), Some("Ende"));
    assert_eq!(
        element(&diagram, "form_reference").details.data_state,
        "ausgefüllt"
    );
    assert_eq!(element(&diagram, "note").name, "Ausweis vorzeigen lassen");
    assert_eq!(
        element(&diagram, "lane_front").details.members,
        ["start", "check"]
    );
    let look = element(&diagram, "look");
    assert_eq!(
        look.parent.map(|parent| diagram.elements[parent].id.as_str()),
        Some("review")
    );
    assert!(diagram.elements.iter().all(|element| element.id != "check_in"));
    assert_eq!(
        &diagram.text[look.start_tag.clone()],
        r#"<bpmn:manualTask id="look" name="Akte ziehen">"#
    );
    assert!(diagram.text[look.range.clone()].ends_with("</bpmn:manualTask>"));
    assert_eq!(look.line, 54);

    let plane = &diagram.planes[0];
    assert_eq!((plane.id.as_str(), plane.name.as_str()), ("diagram", "Übersicht"));
    let check = plane.shapes.iter().find(|shape| shape.id == "check_di").unwrap();
    assert_eq!(diagram.elements[check.element.unwrap()].id, "check");
    assert_eq!(
        check.bounds,
        Bounds {
            x: 250.5,
            y: 120.0,
            width: 100.0,
            height: 80.0
        }
    );
    assert_eq!(check.label.map(|label| label.x), Some(260.0));
    assert_eq!(
        (check.fill.as_deref(), check.stroke.as_deref()),
        (Some("#ffeecc"), None)
    );
    assert_eq!(plane.edges[0].points, [(186.0, 160.0), (250.5, 160.0)]);
}

#[test]
fn own_annotations_are_read() {
    let (diagram, warnings) = open("standard/annotated.bpmn");
    let volume = element(&diagram, "p").annotations.volume.unwrap();
    assert_eq!((volume.cases_per_year, volume.year), (640.0, Some(2025)));
    assert_eq!(
        element(&diagram, "lane")
            .annotations
            .system
            .as_ref()
            .unwrap()
            .interface,
        Some(false)
    );
    let channels = &element(&diagram, "s").annotations.channels;
    assert_eq!(channels[0].carriers, [Carrier::Paper]);
    assert_eq!((channels[1].carriers.len(), channels[1].share), (0, Some(0.4)));
    let facts = &element(&diagram, "t").annotations;
    let system = Carrier::System("Veranlagung".to_owned());
    assert_eq!(facts.carriers[0].needs, [Carrier::Paper, system.clone()]);
    assert_eq!(
        (facts.carriers[0].by, facts.carriers[0].minutes),
        (Some(By::Human), Some(1.5))
    );
    assert_eq!(
        (&facts.carriers[1].writes, facts.carriers[1].also),
        (&Some(system), true)
    );
    let work = facts.work.as_ref().unwrap();
    assert_eq!(
        (work.handling_minutes, work.transport_minutes),
        (Some(7.0), Some(2.5))
    );
    assert_eq!(
        (work.rag, work.discretion),
        (Some(3), Some(Discretion::Judgement))
    );
    assert_eq!(element(&diagram, "f").annotations.probability, Some(0.25));

    let odd = &element(&diagram, "odd").annotations;
    assert_eq!(odd.carriers.len(), 1);
    assert_eq!(odd.carriers[0].needs, [Carrier::Paper]);
    assert_eq!(odd.work.as_ref().unwrap().handling_minutes, None);
    let mut codes: Vec<&str> = warnings.iter().map(|warning| warning.code.as_str()).collect();
    codes.sort_unstable();
    assert_eq!(
        codes,
        ["annotation-value"; 5]
            .into_iter()
            .chain(["unknown-annotation"])
            .collect::<Vec<_>>()
    );
    assert!(
        warnings
            .iter()
            .all(|warning| warning.element.as_deref() == Some("odd") && warning.line.is_some())
    );
}

#[test]
fn picture_blocks_and_times_are_understood() {
    let (diagram, warnings) = open("vendor/picture.bpmn");
    let task = element(&diagram, "t");
    assert_eq!(task.details.block.as_deref(), Some("Daten in EDV übernehmen"));
    let work = task.annotations.work.as_ref().unwrap();
    assert_eq!(
        (
            work.handling_minutes,
            work.waiting_minutes,
            work.transport_minutes
        ),
        (Some(1.5), Some(90.0), None)
    );
    assert_eq!(work.unit.as_deref(), Some("Fundbüro"));
    assert_eq!(task.annotations.system.as_ref().unwrap().name, "Fundbüro Online");
    assert_eq!(element(&diagram, "f").annotations.probability, Some(0.85));
    assert_eq!(
        element(&diagram, "p").annotations.volume.unwrap().cases_per_year,
        320.0
    );
    assert_eq!(warnings.len(), 1);
}

#[test]
fn simulation_data_find_their_element() {
    let (diagram, _) = open("vendor/bpsim.bpmn");
    let work = element(&diagram, "t").annotations.work.as_ref().unwrap();
    assert_eq!(
        (work.handling_minutes, work.waiting_minutes),
        (Some(30.0), Some(30.0))
    );
    assert_eq!(element(&diagram, "u").annotations.work, None);
    assert_eq!(element(&diagram, "f").annotations.probability, Some(0.3));
}

#[test]
fn descriptions_kept_as_key_and_value_count_as_documentation() {
    let (diagram, _) = open("vendor/key_values.bpmn");
    assert_eq!(
        element(&diagram, "t").details.documentation,
        ["Zuerst.", "Dann das."]
    );
    assert_eq!(element(&diagram, "u").details.documentation, ["Und das."]);
    let shape = &diagram.planes[0].shapes[0];
    assert_eq!(
        (shape.fill.as_deref(), shape.stroke.as_deref()),
        (Some("#aabbcc"), None)
    );
}

#[test]
fn odd_files_are_read_with_warnings() {
    let (diagram, warnings) = open("broken/odd.bpmn");
    let names: Vec<&str> = diagram
        .elements
        .iter()
        .filter(|element| element.tag == Tag::Task)
        .map(|element| element.name.as_str())
        .collect();
    assert_eq!(names, ["eins", "zwei", "ohne", "im Wunder", "alt", "ohne Raum"]);
    let mut ids: Vec<&str> = diagram
        .elements
        .iter()
        .map(|element| element.id.as_str())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), diagram.elements.len());
    let flow = element(&diagram, "f2");
    assert_eq!(
        (flow.source.as_deref(), flow.target.as_deref()),
        (Some("t"), Some("e"))
    );
    let found: Vec<(&str, u32)> = warnings
        .iter()
        .map(|warning| (warning.code.as_str(), warning.line.unwrap_or(0)))
        .collect();
    assert_eq!(
        found,
        [
            ("namespace-spelling", 3),
            ("duplicate-id", 6),
            ("missing-id", 7),
            ("unresolved-reference", 8),
            ("missing-source", 10),
            ("missing-host", 11),
            ("unknown-element", 13),
            ("undeclared-prefix", 15),
            ("broken-bounds", 18),
            ("shape-without-bounds", 18),
            ("picture-of-nothing", 19),
            ("broken-bounds", 20),
            ("shape-without-bounds", 20),
            ("picture-without-element", 21),
            ("broken-bounds", 22),
        ]
    );
    for warning in &warnings {
        for lang in Lang::ALL {
            let said = lang.say(&warning.message);
            assert!(said.ends_with('.') && !said.contains('{'), "{said}");
        }
    }
    let plane = &diagram.planes[0];
    assert_eq!(plane.shapes.len(), 2);
    assert_eq!(plane.edges[0].points, [(1.0, 2.0)]);
}

#[test]
fn a_flow_written_twice_is_one_way() {
    let flow = "<sequenceFlow id='f' sourceRef='a' targetRef='b'/>";
    let text = format!(
        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'><task id='a'/><task id='b'/>{flow}\
         </process><process id='q'>{flow}<sequenceFlow id='f' sourceRef='b' targetRef='a'/></process></definitions>"
    );
    let (diagram, warnings) = crate::bpmn::read(text.as_bytes(), &crate::bpmn::Limits::default()).unwrap();
    assert_eq!(
        warnings
            .iter()
            .filter(|warning| warning.code == "duplicate-id")
            .count(),
        2
    );
    assert_eq!(
        diagram
            .elements
            .iter()
            .filter(|element| element.tag == Tag::SequenceFlow)
            .count(),
        2
    );
}

#[test]
fn flaws_of_form_are_read_with_a_warning() {
    for (name, code, line, id, expected) in [
        ("entity_in_name", "entity", 3, "t", "Prüfen"),
        ("two_roots", "two-roots", 5, "t", "Prüfen"),
        ("text_after_end", "text-after-end", 5, "t", "Prüfen"),
        ("text_before", "text-before", 1, "t", "Prüfen"),
        ("unmatched", "text-after-end", 5, "t", "Prüfen"),
        ("duplicate_attribute", "duplicate-attribute", 3, "t", "Prüfen"),
        ("no_quotes", "broken-attribute", 3, "_line_3", "Prüfen"),
        ("word_as_attribute", "broken-attribute", 3, "t", "Prüfen"),
        ("attributes_without_blank", "broken-attribute", 3, "t", "Prüfen"),
        ("bare_ampersand", "entity", 3, "t", "Prüfen & ablegen < 3"),
        ("forbidden_number", "entity", 3, "t", "Prüfen\u{fffd}"),
        ("root_spelling", "root-spelling", 2, "t", "Prüfen"),
    ] {
        let (diagram, warnings) = open(&format!("broken/{name}.bpmn"));
        assert_eq!(element(&diagram, id).name, expected, "{name}");
        let found = warnings.iter().find(|warning| warning.code == code);
        let found = found.unwrap_or_else(|| panic!("{name}: {warnings:?}"));
        assert_eq!(found.line, Some(line), "{name}");
        for lang in Lang::ALL {
            let said = lang.say(&found.message);
            assert!(
                said.ends_with('.') && said.contains(&line.to_string()),
                "{name}: {said}"
            );
        }
        assert_eq!(diagram.elements.len(), 2, "{name}");
    }
    let (diagram, warnings) = open("broken/entity_in_text.bpmn");
    assert_eq!(element(&diagram, "t").details.documentation, ["Prüfen"]);
    assert_eq!(warnings[0].code, "entity");
}

#[test]
fn choreographies_and_conversations_can_be_drawn() {
    let (diagram, warnings) = open("standard/choreography.bpmn");
    assert_eq!(warnings, Vec::new());
    let task = element(&diagram, "submit");
    assert_eq!((task.tag, task.local_name), (Tag::Other, "choreographyTask"));
    assert_eq!(task.details.members, ["citizen", "town"]);
    assert_eq!(task.reference.as_deref(), Some("citizen"));
    assert_eq!(
        element(&diagram, "application").reference.as_deref(),
        Some("form")
    );
    assert_eq!(task.multi_instance, Some(true));
    assert_eq!(element(&diagram, "town").multi_instance, Some(false));
    assert_eq!(element(&diagram, "citizen").multi_instance, None);
    assert_eq!(element(&diagram, "hint").direction, Direction::One);
    let bands: Vec<(BandPlace, bool, &str, bool)> = diagram.planes[0]
        .shapes
        .iter()
        .filter_map(|shape| shape.band.as_ref())
        .map(|band| (band.place, band.initiating, band.of.as_str(), band.message))
        .collect();
    assert_eq!(
        bands,
        [
            (BandPlace::Top, true, "submit_di", true),
            (BandPlace::Bottom, false, "submit_di", false)
        ]
    );
    let shape = &diagram.planes[0].shapes[0];
    assert_eq!(shape.fill.as_deref(), Some("#1764ff"));
    assert_eq!(shape.label_colour.as_deref(), Some("#ffffff"));
    let talk = element(&diagram, "talk");
    assert_eq!(talk.local_name, "conversation");
    assert_eq!(talk.details.members, ["clerk", "applicant"]);
    let link = element(&diagram, "link");
    assert_eq!(
        (link.local_name, link.source.as_deref(), link.target.as_deref()),
        ("conversationLink", Some("clerk"), Some("talk"))
    );
    let envelopes: Vec<Option<bool>> = diagram.planes[1].edges.iter().map(|edge| edge.message).collect();
    assert_eq!(envelopes, [None, Some(false)]);
}

#[test]
fn times_units_and_descriptions_of_further_tools_are_understood() {
    let (diagram, warnings) = open("vendor/tools.bpmn");
    assert_eq!(warnings, Vec::new());
    let work = |id: &str| element(&diagram, id).annotations.work.clone().unwrap_or_default();
    assert_eq!(work("adonis").handling_minutes, Some(67.5));
    assert_eq!(work("adonis").waiting_minutes, Some(2_880.0));
    assert_eq!(work("adonis").transport_minutes, None);
    assert_eq!(element(&diagram, "adonis_zero").annotations.work, None);
    assert_eq!(work("camunda").unit.as_deref(), Some("Bürgerbüro"));
    assert_eq!(element(&diagram, "camunda_computed").annotations.work, None);
    assert_eq!(element(&diagram, "camunda_several").annotations.work, None);
    assert_eq!(work("zeebe").unit.as_deref(), Some("Steuern"));
    assert_eq!(work("job").automated, Some(true));
    assert_eq!(
        element(&diagram, "picture").details.documentation,
        ["Prüfung der Angaben\nund der Anlagen"]
    );
}
