//! Comparison with golden cases about media breaks.

use crate::domain::analysis::Analysis;
use crate::domain::annotation::{Annotations, CarrierFact, ChannelFact, WorkFact};
use crate::domain::carrier::{By, Carrier};
use crate::exchange::evaluation::{Expected, GoldenModel, GoldenNode};
use crate::graph::petgraph::graph::DiGraph;
use crate::graph::{
    ActivityKind, Edge, EdgeKind, FlowGraph, GatewayKind, Node, NodeKind, Process, Repetition, Trigger,
};

/// One difference between what was expected and what came out.
#[derive(Debug, Clone, PartialEq)]
pub struct GoldenFailure {
    /// Element; empty for the sum.
    pub element: String,
    /// Kind of finding or note; empty for the sum.
    pub kind: String,
    /// Object.
    pub object: String,
    /// Which figure: `per_case`, `share_of_executions`, `breaks_per_case`.
    pub figure: String,
    /// Expected; `None`: not expected at all.
    pub expected: Option<f64>,
    /// What came out; `None`: nothing.
    pub actual: Option<f64>,
}

/// One golden case.
#[derive(Debug, Clone, PartialEq)]
pub struct GoldenResult {
    /// Id of the case.
    pub id: String,
    /// Empty: it came out as expected.
    pub failures: Vec<GoldenFailure>,
}

struct Row {
    element: String,
    kind: String,
    object: String,
    figures: Vec<(&'static str, f64)>,
}

/// Compares findings, the notes `undetermined` and `automated-change`, and the sum.
pub(super) fn compare(id: &str, expected: &Expected, analysis: &Analysis, tolerance: f64) -> GoldenResult {
    let mut failures = Vec::new();
    let wanted: Vec<Row> = expected
        .findings
        .iter()
        .map(|finding| Row {
            element: finding.element.clone(),
            kind: finding.kind.clone(),
            object: finding.object.clone(),
            figures: std::iter::once(("per_case", finding.per_case))
                .chain(
                    finding
                        .share_of_executions
                        .map(|share| ("share_of_executions", share)),
                )
                .collect(),
        })
        .collect();
    let found: Vec<Row> = analysis
        .findings
        .iter()
        .filter_map(|finding| {
            Some(Row {
                element: finding.element.clone(),
                kind: finding.kind?.code().to_owned(),
                object: finding.object.clone(),
                figures: vec![
                    ("per_case", finding.per_case),
                    ("share_of_executions", finding.share_of_executions),
                ],
            })
        })
        .collect();
    differences(&wanted, &found, tolerance, &mut failures);
    let wanted: Vec<Row> = expected
        .notes
        .iter()
        .map(|note| Row {
            element: note.element.clone(),
            kind: note.kind.clone(),
            object: note.object.clone(),
            figures: vec![("per_case", note.per_case)],
        })
        .collect();
    let found: Vec<Row> = analysis
        .notes
        .iter()
        .filter(|note| matches!(note.kind.as_str(), "undetermined" | "automated-change"))
        .map(|note| Row {
            element: note.element.clone(),
            kind: note.kind.clone(),
            object: note.object.clone(),
            figures: vec![("per_case", note.per_case)],
        })
        .collect();
    differences(&wanted, &found, tolerance, &mut failures);
    if let Some(sum) = expected.breaks_per_case {
        let actual = analysis.summary.breaks_per_case;
        if (sum - actual).abs() > tolerance {
            failures.push(GoldenFailure {
                element: String::new(),
                kind: String::new(),
                object: String::new(),
                figure: "breaks_per_case".to_owned(),
                expected: Some(sum),
                actual: Some(actual),
            });
        }
    }
    GoldenResult {
        id: id.to_owned(),
        failures,
    }
}

fn differences(wanted: &[Row], found: &[Row], tolerance: f64, failures: &mut Vec<GoldenFailure>) {
    let same = |a: &Row, b: &Row| a.element == b.element && a.kind == b.kind && a.object == b.object;
    let failure = |row: &Row, figure: &str, expected, actual| GoldenFailure {
        element: row.element.clone(),
        kind: row.kind.clone(),
        object: row.object.clone(),
        figure: figure.to_owned(),
        expected,
        actual,
    };
    for row in wanted {
        let partner = found.iter().find(|other| same(row, other));
        for &(figure, expected) in &row.figures {
            let actual = partner.and_then(|other| {
                other
                    .figures
                    .iter()
                    .find(|(name, _)| *name == figure)
                    .map(|(_, actual)| *actual)
            });
            if actual.is_none_or(|actual| (actual - expected).abs() > tolerance) {
                failures.push(failure(row, figure, Some(expected), actual));
            }
        }
    }
    for row in found
        .iter()
        .filter(|row| !wanted.iter().any(|other| same(row, other)))
    {
        let actual = row.figures.first().map(|(_, actual)| *actual);
        failures.push(failure(row, "per_case", None, actual));
    }
}

/// The graph of a golden model.
pub(super) fn graph(model: &GoldenModel) -> FlowGraph {
    let mut flow = DiGraph::new();
    let mut places = Vec::new();
    let mut first_start = true;
    for golden in &model.nodes {
        let mut node = node(golden);
        if matches!(node.kind, NodeKind::Start(_)) && first_start {
            node.annotations.channels = channels(model);
            first_start = false;
        }
        places.push((golden.id.as_str(), flow.add_node(node)));
    }
    let place = |id: &str| {
        places
            .iter()
            .find(|(known, _)| *known == id)
            .map(|(_, place)| *place)
    };
    for way in &model.flows {
        if let (Some(from), Some(to)) = (place(&way.from), place(&way.to)) {
            flow.add_edge(
                from,
                to,
                Edge {
                    id: String::new(),
                    name: String::new(),
                    kind: EdgeKind::Sequence,
                    condition: None,
                    is_default: false,
                    probability: way.p,
                },
            );
        }
    }
    FlowGraph {
        processes: vec![Process {
            id: "process".to_owned(),
            name: String::new(),
            pool: None,
            documentation: Vec::new(),
            annotations: Annotations::default(),
        }],
        pools: Vec::new(),
        lanes: Vec::new(),
        data: Vec::new(),
        messages: Vec::new(),
        flow,
    }
}

fn channels(model: &GoldenModel) -> Vec<ChannelFact> {
    model
        .initial
        .iter()
        .flat_map(|(object, states)| {
            states.iter().map(move |state| ChannelFact {
                object: object.clone(),
                carriers: state
                    .carriers
                    .iter()
                    .filter_map(|code| Carrier::parse(code))
                    .collect(),
                share: Some(state.p),
            })
        })
        .collect()
}

fn node(golden: &GoldenNode) -> Node {
    let kind = match golden.kind.as_str() {
        "start" => NodeKind::Start(Trigger::None),
        "end" => NodeKind::End(Trigger::None),
        "event" => NodeKind::Catch(Trigger::None),
        "xor" => NodeKind::Gateway(GatewayKind::Exclusive),
        "and" => NodeKind::Gateway(GatewayKind::Parallel),
        "or" => NodeKind::Gateway(GatewayKind::Inclusive),
        "event_based" => NodeKind::Gateway(GatewayKind::EventBased),
        _ => NodeKind::Activity(ActivityKind::Task),
    };
    Node {
        id: golden.id.clone(),
        name: String::new(),
        kind,
        process: 0,
        lane: None,
        parent: None,
        host: None,
        documentation: Vec::new(),
        comments: Vec::new(),
        annotations: Annotations {
            carriers: facts(golden),
            probability: golden.share,
            work: work(golden),
            ..Annotations::default()
        }
        .into(),
        block: None,
        repetition: Repetition::Once,
        reads: Vec::new(),
        writes: Vec::new(),
        called: None,
        timer: None,
        undoes: false,
    }
}

fn work(golden: &GoldenNode) -> Option<WorkFact> {
    let stated = golden.work.is_some() || golden.wait.is_some();
    stated.then(|| WorkFact {
        handling_minutes: golden.work,
        waiting_minutes: golden.wait,
        ..WorkFact::default()
    })
}

/// Needs come before writes, transport last, as in the same cases written as BPMN.
fn facts(golden: &GoldenNode) -> Vec<CarrierFact> {
    let by = Some(if golden.automated {
        By::Automatic
    } else {
        By::Human
    });
    let needs = golden.needs.iter().map(|need| CarrierFact {
        object: need.object.clone(),
        needs: need
            .accepts
            .iter()
            .filter_map(|code| Carrier::parse(code))
            .collect(),
        by,
        ..CarrierFact::default()
    });
    let writes = golden.writes.iter().map(|write| CarrierFact {
        object: write.object.clone(),
        writes: Carrier::parse(&write.carrier),
        also: write.also,
        by,
        ..CarrierFact::default()
    });
    let transports = golden.transports.names().into_iter().map(|object| CarrierFact {
        object,
        transport: true,
        by,
        ..CarrierFact::default()
    });
    needs.chain(writes).chain(transports).collect()
}
