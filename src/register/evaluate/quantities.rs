//! Comparison with golden cases about quantities.

use super::golden::{self, GoldenFailure, GoldenResult};
use crate::exchange::evaluation::{
    BurdenFinding, ExpectedFigure, GoldenModel, GoldenNode, Quantity, QuantityCase,
};
use crate::flow::knock_out::{Check, best_order, expected_time};
use crate::flow::{Chain, capacity, cut_vertices, cycle_time, metrics, moments, times};
use crate::graph::FlowGraph;
use std::collections::BTreeMap;

/// What came out.
enum Figure {
    Number(f64),
    Named(BTreeMap<String, f64>),
    List(Vec<String>),
}

type Figures = BTreeMap<&'static str, Figure>;

/// Tolerance where a case states none.
const TOLERANCE: f64 = 1e-9;

/// Expected results in these files are rounded to ten digits behind the point.
const ROUNDING: f64 = 1e-10;

/// Computes a case and compares each expected figure; what is computed beyond them does not count.
pub(super) fn compare(case: &QuantityCase) -> GoldenResult {
    let figures = compute(&case.input);
    let tolerance = case.abs_tol.unwrap_or(TOLERANCE).max(ROUNDING);
    let mut failures = Vec::new();
    if let Quantity::Unknown(kind) = &case.input {
        failures.push(failure(kind.clone(), None, None));
    }
    for (name, expected) in &case.expected {
        differences(
            name,
            expected,
            figures.get(name.as_str()),
            tolerance,
            &mut failures,
        );
    }
    GoldenResult {
        id: case.id.clone(),
        failures,
    }
}

fn failure(figure: String, expected: Option<f64>, actual: Option<f64>) -> GoldenFailure {
    GoldenFailure {
        element: String::new(),
        kind: String::new(),
        object: String::new(),
        figure,
        expected,
        actual,
    }
}

fn differences(
    name: &str,
    expected: &ExpectedFigure,
    actual: Option<&Figure>,
    tolerance: f64,
    failures: &mut Vec<GoldenFailure>,
) {
    let near = |a: f64, b: f64| (a - b).abs() <= tolerance;
    let number = match actual {
        Some(Figure::Number(number)) => Some(*number),
        _ => None,
    };
    match expected {
        ExpectedFigure::Undefined(()) => {
            if actual.is_some() {
                failures.push(failure(name.to_owned(), None, number));
            }
        }
        ExpectedFigure::Number(wanted) => {
            if number.is_none_or(|number| !near(number, *wanted)) {
                failures.push(failure(name.to_owned(), Some(*wanted), number));
            }
        }
        ExpectedFigure::Named(wanted) => {
            for (entry, wanted) in wanted {
                let found = match actual {
                    Some(Figure::Named(found)) => found.get(entry).copied(),
                    _ => None,
                };
                if found.is_none_or(|found| !near(found, *wanted)) {
                    failures.push(failure(format!("{name} {entry}"), Some(*wanted), found));
                }
            }
        }
        ExpectedFigure::List(wanted) => {
            let wanted: Vec<String> = wanted.iter().map(ToString::to_string).collect();
            let found = match actual {
                Some(Figure::List(found)) => found.as_slice(),
                _ => &[],
            };
            if wanted != found {
                let both = format!("{name} [{}] ≠ [{}]", wanted.join(", "), found.join(", "));
                failures.push(failure(both, None, None));
            }
        }
    }
}

fn compute(input: &Quantity) -> Figures {
    let mut figures = Figures::new();
    let mut put = |name, number: Option<f64>| {
        if let Some(number) = number {
            figures.insert(name, Figure::Number(number));
        }
    };
    match input {
        Quantity::CycleTime(tree) => put("cycle_time", cycle_time(tree)),
        Quantity::Efficiency(given) => {
            let lead_time = given.cycle_time_days * given.hours_per_day;
            put("cte", capacity::efficiency(given.theoretical_hours, lead_time));
        }
        Quantity::LittlesLaw(given) => {
            put(
                "cycle_time_hours",
                capacity::littles_law(given.wip, given.arrivals_per_hour),
            );
        }
        Quantity::Posts(given) => {
            let hours = capacity::hours_per_year(given.cases_per_year, given.work_minutes_per_case);
            put("hours_per_year", Some(hours));
            let net = given.net_hours_per_fte_year;
            put("fte", capacity::posts(hours, given.distribution_surcharge, net));
        }
        Quantity::Queue(given) => {
            let queue = capacity::queue(given.arrival_rate, given.service_rate, given.servers);
            put("rho", queue.map(|queue| queue.utilisation));
            put("p_wait", queue.map(|queue| queue.waits));
            put("Lq", queue.map(|queue| queue.waiting));
            put("Wq", queue.map(|queue| queue.waiting_time));
            put("W", queue.map(|queue| queue.time));
            put("L", queue.map(|queue| queue.cases));
        }
        Quantity::Burden(given) => {
            let per_case: f64 = given.findings.iter().map(|finding| finding.weight_per_case).sum();
            let minutes = |finding: &BurdenFinding| finding.weight_per_case * finding.minutes;
            let minutes: f64 = given.findings.iter().map(minutes).sum();
            let hours = capacity::hours_per_year(given.cases_per_year, minutes);
            put("breaks_per_case", Some(per_case));
            put("minutes_per_case", Some(minutes));
            put("hours_per_year", Some(hours));
            put("cost_per_year", Some(hours * given.rate_per_hour));
        }
        Quantity::KnockOut(given) => {
            let check = |place: usize| {
                given.checks.get(place).map(|check| Check {
                    time: check.time,
                    reject: check.reject,
                })
            };
            let all: Vec<Check> = (0..given.checks.len()).filter_map(check).collect();
            let order = best_order(&all);
            put("given_order_time", Some(expected_time(all.iter().copied())));
            put(
                "expected_time",
                Some(expected_time(order.iter().filter_map(|&place| check(place)))),
            );
            let names = order.iter().filter_map(|&place| given.checks.get(place));
            let names = names.map(|check| check.id.to_string()).collect();
            figures.insert("order", Figure::List(names));
        }
        Quantity::Visits(model) => visits(model, &mut figures),
        Quantity::Metrics(model) => graph_metrics(&golden::graph(model), &mut figures),
        Quantity::Note | Quantity::Unknown(_) => {}
    }
    figures
}

fn visits(model: &GoldenModel, figures: &mut Figures) {
    let graph = golden::graph(model);
    let chain = Chain::of(&graph);
    let names: Vec<&str> = graph.flow.node_weights().map(|node| node.id.as_str()).collect();
    let name = |point: usize| names.get(point).copied().unwrap_or_default();
    let executions: Vec<f64> = (0..names.len()).map(|node| chain.executions(node)).collect();
    let mut frequency = BTreeMap::new();
    for (from, arcs) in chain.arcs.iter().enumerate() {
        let visits = chain.visits.get(from).copied().unwrap_or_default();
        for arc in arcs {
            let way = format!("{}->{}", name(from), name(arc.to));
            *frequency.entry(way).or_insert(0.0) += arc.weight * visits;
        }
    }
    let times = times(&graph, &chain);
    let each = |pick: fn(&GoldenNode) -> f64| -> Vec<f64> { model.nodes.iter().map(pick).collect() };
    let cost: f64 = model
        .nodes
        .iter()
        .zip(&executions)
        .map(|(node, executions)| {
            let work = node.work.unwrap_or(0.0) / 60.0 * node.rate.unwrap_or(0.0);
            executions * (node.cost.unwrap_or(0.0) + work)
        })
        .sum();
    let total = each(|node| node.work.unwrap_or(0.0) + node.wait.unwrap_or(0.0));
    let spread = each(|node| node.sd.unwrap_or(0.0).powi(2));
    let moments = moments(&chain, &total, &spread);
    let visits = names
        .iter()
        .map(|name| (*name).to_owned())
        .zip(executions)
        .collect();
    figures.insert("visits", Figure::Named(visits));
    figures.insert("flow_frequency", Figure::Named(frequency));
    for (name, number) in [
        ("work_per_case_min", Some(times.handling_minutes.unwrap_or(0.0))),
        (
            "wait_sum_per_case_min",
            Some(times.waiting_minutes.unwrap_or(0.0)),
        ),
        ("cost_per_case", Some(cost)),
        ("total_time_mean_min", moments.map(|moments| moments.mean)),
        ("total_time_variance", moments.map(|moments| moments.variance)),
    ] {
        if let Some(number) = number {
            figures.insert(name, Figure::Number(number));
        }
    }
}

/// Names under which the golden cases know the figures.
const METRICS: [&str; 20] = [
    "nodes",
    "arcs",
    "tasks",
    "gateways",
    "starts",
    "ends",
    "cnc",
    "density",
    "avg_connector_degree",
    "max_connector_degree",
    "cfc",
    "connector_mismatch",
    "connector_heterogeneity",
    "separability",
    "sequentiality",
    "cyclicity",
    "token_split",
    "eccentricity_start_end",
    "longest_path_acyclic",
    "cross_connectivity",
];

fn graph_metrics(graph: &FlowGraph, figures: &mut Figures) {
    let found = metrics(graph, &Chain::of(graph));
    let of = |name: &str| {
        found
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, number)| *number)
    };
    for name in METRICS {
        if let Some(number) = of(name) {
            figures.insert(name, Figure::Number(number));
        }
    }
    let by_type = ["xor", "and", "or"]
        .into_iter()
        .filter_map(|sort| Some((sort.to_owned(), of(&format!("connector_mismatch_{sort}"))?)))
        .collect();
    figures.insert("connector_mismatch_by_type", Figure::Named(by_type));
    let mut cuts: Vec<String> = cut_vertices(graph)
        .into_iter()
        .filter_map(|node| graph.flow.node_weight(node).map(|node| node.id.clone()))
        .collect();
    cuts.sort();
    figures.insert("cut_vertices", Figure::List(cuts));
}
