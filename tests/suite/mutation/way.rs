//! The whole way of a file through the core, with what must hold on it.

use prozessregister::analysis::{Context, analyse};
use prozessregister::bpmn::{
    Diagram, Limits, annotate, draw, encode_back, has_bom, read, read_checked, rename,
};
use prozessregister::text::Lang;
use prozessregister::{drawing, graph};

/// Walks the way. Returns whether the file was taken. Panics where something does not hold.
pub fn walk(bytes: &[u8]) -> bool {
    let limits = Limits::default();
    let (diagram, warnings) = match read(bytes, &limits) {
        Ok(read) => read,
        Err(error) => {
            for lang in Lang::ALL {
                assert!(
                    lang.say(&error.message).ends_with('.'),
                    "a refusal says why: {error:?}"
                );
            }
            return false;
        }
    };
    for warning in &warnings {
        assert!(!warning.code.is_empty());
    }
    for element in &diagram.elements {
        let whole = diagram
            .text
            .get(element.range.clone())
            .expect("a range of the text");
        assert!(whole.starts_with('<') && whole.ends_with('>'));
        assert!(
            element
                .parent
                .is_none_or(|parent| parent < diagram.elements.len())
        );
    }
    let back = encode_back(&diagram.text, &diagram.encoding, has_bom(bytes));
    assert!(back == bytes, "the bytes come back");
    splices(&diagram, warnings.len());
    let graph = graph::build(&diagram);
    let analysis = analyse(&graph, warnings, &Context::default());
    for finding in &analysis.findings {
        assert!((0.0..=1.0).contains(&finding.confidence), "{finding:?}");
    }
    assert!(analysis.summary.breaks_per_case.is_finite());
    assert!(analysis.metrics.iter().all(|(_, figure)| figure.is_finite()));
    let checked = read_checked(bytes.into(), &limits).expect("the check takes what the reader takes");
    assert!(checked.diagram == diagram, "the check reads the same");
    let plane = drawing::layout(&diagram, &graph);
    if !plane.shapes.is_empty() {
        let text = draw(&diagram, &plane);
        let unlimited = Limits {
            bytes: usize::MAX,
            elements: usize::MAX,
            ..Limits::default()
        };
        let (again, _) = read(text.as_bytes(), &unlimited).expect("a drawn file stays readable");
        assert_eq!(again.elements.len(), diagram.elements.len());
        assert!(!again.planes.is_empty());
    }
    let picture = drawing::picture(&diagram, &graph, &[], Lang::ALL[0]);
    assert!(
        picture.starts_with("<svg") && picture.ends_with("</svg>\n")
            || picture.trim_end().ends_with("</svg>")
    );
    // As ids and names such words are fine.
    for attribute in [
        "x",
        "y",
        "cx",
        "cy",
        "r",
        "width",
        "height",
        "d",
        "points",
        "viewBox",
        "transform",
    ] {
        for (at, start) in picture.match_indices(&format!(" {attribute}=\"")) {
            let value = picture[at + start.len()..].split('"').next().unwrap_or_default();
            assert!(
                !value.contains("NaN") && !value.contains("inf"),
                "{attribute} is {value}"
            );
        }
    }
    assert!(!drawing::narrate(&graph, Lang::ALL[0]).plain().is_empty());
    drawing::steps(&graph);
    true
}

/// A change is one splice, and the reader takes the result.
fn splices(diagram: &Diagram, noted: usize) {
    let places: Vec<usize> = [
        0,
        diagram.elements.len() / 2,
        diagram.elements.len().saturating_sub(1),
    ]
    .into();
    for place in places {
        let Some(element) = diagram.elements.get(place) else {
            continue;
        };
        let unlimited = Limits {
            bytes: usize::MAX,
            elements: usize::MAX,
            ..Limits::default()
        };
        if let Ok(text) = rename(diagram, &element.id, "a <b> & \"c\" 'd'") {
            let (again, warnings) = read(text.as_bytes(), &unlimited).expect("a renamed file stays readable");
            assert_eq!(again.elements.len(), diagram.elements.len());
            assert!(warnings.len() <= noted + 1, "a new name brings no new warning");
        }
        let fact = ["carrier object=x needs=paper".to_owned()];
        if let Ok(text) = annotate(diagram, &element.id, &[], &fact) {
            let (again, _) = read(text.as_bytes(), &unlimited).expect("an annotated file stays readable");
            assert_eq!(again.elements.len(), diagram.elements.len());
            let carriers = |diagram: &Diagram| diagram.elements[place].annotations.carriers.len();
            assert_eq!(carriers(&again), carriers(diagram) + 1, "the annotation arrives");
        }
    }
}
