//! Whatever the bytes are: the reader answers, and what it accepts can be built upon.

use super::fixtures;
use crate::bpmn::{Limits, annotate, read, rename};
use proptest::prelude::*;

/// Pieces that matter to the reader, to be thrown in anywhere.
const PIECES: &[&str] = &[
    "<",
    ">",
    "/>",
    "</",
    "\"",
    "'",
    "&",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "&lt",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "xmlns=\"\"",
    "xmlns:bpmn=\"x\"",
    "=",
    ":",
    "\0",
    "\u{feff}",
    "ä",
    "NaN",
    "1e999",
    "id=\"t\"",
    "<bpmn:task",
    "<bpmn:process>",
    "</bpmn:process>",
    "<bpmn:text>",
    "<bpmn:extensionElements/>",
    "\r\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_bytes_never_panic(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4usize), 1..12),
    ) {
        let files = fixtures();
        let (_, mut bytes) = files[which.index(files.len())].clone();
        for (place, value, kind) in changes {
            if bytes.is_empty() {
                break;
            }
            let at = place.index(bytes.len());
            match kind {
                0 => bytes[at] = value,
                1 => { bytes.remove(at); }
                2 => bytes.truncate(at),
                _ => {
                    let piece = PIECES[usize::from(value) % PIECES.len()].bytes();
                    bytes.splice(at..at, piece);
                }
            }
        }
        if let Ok((diagram, _)) = read(&bytes, &Limits::default()) {
            let graph = crate::graph::build(&diagram);
            prop_assert!(graph.flow.node_weights().all(|node| node.process < graph.processes.len()));
            for element in &diagram.elements {
                prop_assert!(diagram.text.get(element.range.clone()).is_some_and(|text| text.starts_with('<')));
                prop_assert!(element.parent.is_none_or(|parent| parent < diagram.elements.len()));
            }
            for element in diagram.elements.iter().take(3) {
                if let Ok(text) = rename(&diagram, &element.id, "a <b> & \"c\" 'd'") {
                    let (again, _) = read(text.as_bytes(), &Limits::default()).expect("a renamed file stays readable");
                    prop_assert_eq!(again.elements.len(), diagram.elements.len());
                }
                annotate(&diagram, &element.id, &[], &["carrier object=x needs=paper".to_owned()]).ok();
            }
        }
    }
}
