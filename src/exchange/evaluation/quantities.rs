//! Golden cases about quantities as JSON: cycle times, visits, capacity, waiting lines, metrics (analysis.md 3.4, 4).

use super::{GoldenModel, Unreadable, failed};
use crate::domain::block_tree::BlockTree;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Schema of golden cases about quantities.
pub const FLOW: &str = "flow-golden/1";

/// Golden cases about quantities.
#[derive(Debug, Clone, PartialEq)]
pub struct QuantityFile {
    /// The cases.
    pub cases: Vec<QuantityCase>,
}

/// One golden case.
#[derive(Debug, Clone, PartialEq)]
pub struct QuantityCase {
    /// Id.
    pub id: String,
    /// What is given.
    pub input: Quantity,
    /// What has to come out, by name.
    pub expected: BTreeMap<String, ExpectedFigure>,
    /// Tolerance of the figures.
    pub abs_tol: Option<f64>,
}

/// A figure that has to come out.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum ExpectedFigure {
    /// A number.
    Number(f64),
    /// Numbers by name.
    Named(BTreeMap<String, f64>),
    /// Words or positions in this order.
    List(Vec<ListEntry>),
    /// Not defined for this input.
    Undefined(()),
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum ListEntry {
    /// A position.
    Number(u64),
    /// A name.
    Word(String),
}

impl std::fmt::Display for ListEntry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ListEntry::Number(number) => number.fmt(f),
            ListEntry::Word(word) => word.fmt(f),
        }
    }
}

/// What is given, by kind of case.
#[derive(Debug, Clone, PartialEq)]
pub enum Quantity {
    /// Cycle time of a tree of blocks.
    CycleTime(BlockTree),
    /// Cycle time efficiency.
    Efficiency(EfficiencyInput),
    /// Little's law.
    LittlesLaw(LittlesLawInput),
    /// Visits, work, waiting, cost and moments of a model.
    Visits(GoldenModel),
    /// Posts.
    Posts(PostsInput),
    /// Waiting line.
    Queue(QueueInput),
    /// Order of checks.
    KnockOut(KnockOutInput),
    /// Burden of media breaks.
    Burden(BurdenInput),
    /// Metrics of a model.
    Metrics(GoldenModel),
    /// A note without a figure.
    Note,
    /// A kind that is not known here.
    Unknown(String),
}

/// Theoretical and real cycle time.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct EfficiencyInput {
    /// Hours of work.
    pub theoretical_hours: f64,
    /// Days from begin to end.
    pub cycle_time_days: f64,
    /// Working hours of a day.
    pub hours_per_day: f64,
}

/// Arrivals and cases in work.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct LittlesLawInput {
    /// Arrivals per hour.
    pub arrivals_per_hour: f64,
    /// Cases in work.
    pub wip: f64,
}

/// Volume and time of a year.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct PostsInput {
    /// Cases per year.
    pub cases_per_year: f64,
    /// Minutes of work per case.
    pub work_minutes_per_case: f64,
    /// Net hours of a post per year.
    pub net_hours_per_fte_year: f64,
    /// Surcharge, 0.12 for 12 %.
    #[serde(default)]
    pub distribution_surcharge: f64,
}

/// Rates of a waiting line.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct QueueInput {
    /// Arrivals per unit of time.
    pub arrival_rate: f64,
    /// Services per unit of time and server.
    pub service_rate: f64,
    /// Servers.
    pub servers: u32,
}

/// Checks in the given order.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct KnockOutInput {
    /// The checks.
    pub checks: Vec<CheckInput>,
}

/// A check.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct CheckInput {
    /// Id.
    pub id: ListEntry,
    /// Time.
    pub time: f64,
    /// Share of the cases that it ends.
    pub reject: f64,
}

/// Findings of a process with its volume.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct BurdenInput {
    /// Cases per year.
    pub cases_per_year: f64,
    /// Euros per hour.
    pub rate_per_hour: f64,
    /// Findings.
    pub findings: Vec<BurdenFinding>,
}

/// A finding with its weight.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct BurdenFinding {
    /// Expected number per case.
    pub weight_per_case: f64,
    /// Minutes each.
    pub minutes: f64,
}

#[derive(Deserialize)]
struct RawFile {
    abs_tol: Option<f64>,
    cases: Vec<RawCase>,
}

#[derive(Deserialize)]
struct RawCase {
    id: String,
    kind: String,
    input: Value,
    #[serde(default)]
    expected: BTreeMap<String, ExpectedFigure>,
    abs_tol: Option<f64>,
}

#[derive(Deserialize)]
struct ModelInput {
    model: GoldenModel,
}

#[derive(Deserialize)]
struct TreeInput {
    tree: Value,
}

/// Reads a file of golden cases about quantities.
pub(super) fn read(bytes: &[u8]) -> Result<QuantityFile, Unreadable> {
    let file: RawFile = serde_json::from_slice(bytes).map_err(|error| failed(&error))?;
    let cases = file.cases.into_iter().map(|case| {
        let input = input(&case.kind, case.input).map_err(|detail| Unreadable {
            line: 1,
            detail: format!("{}: {detail}", case.id),
        })?;
        Ok(QuantityCase {
            id: case.id,
            input,
            expected: case.expected,
            abs_tol: case.abs_tol.or(file.abs_tol),
        })
    });
    Ok(QuantityFile {
        cases: cases.collect::<Result<_, Unreadable>>()?,
    })
}

fn input(kind: &str, input: Value) -> Result<Quantity, String> {
    fn typed<T: serde::de::DeserializeOwned>(input: Value) -> Result<T, String> {
        serde_json::from_value(input).map_err(|error| error.to_string())
    }
    Ok(match kind {
        "cycle_time_block" => {
            let input: TreeInput = typed(input)?;
            Quantity::CycleTime(tree(&input.tree)?)
        }
        "cycle_time_efficiency" => Quantity::Efficiency(typed(input)?),
        "littles_law" => Quantity::LittlesLaw(typed(input)?),
        "expected_visits" => Quantity::Visits(typed::<ModelInput>(input)?.model),
        "fte" => Quantity::Posts(typed(input)?),
        "mmc" => Quantity::Queue(typed(input)?),
        "knockout_order" => Quantity::KnockOut(typed(input)?),
        "break_burden" => Quantity::Burden(typed(input)?),
        "graph_metrics" => Quantity::Metrics(typed::<ModelInput>(input)?.model),
        "note_tree_grammar" => Quantity::Note,
        other => Quantity::Unknown(other.to_owned()),
    })
}

/// A tree in the form `["seq", ["t", 10], ["xor", [0.5, …], …]]`; the reader has bounded its depth.
fn tree(value: &Value) -> Result<BlockTree, String> {
    let odd = || format!("not a block: {value}");
    let parts = value.as_array().ok_or_else(odd)?;
    let (name, rest) = parts.split_first().ok_or_else(odd)?;
    let number = |at: usize| rest.get(at).and_then(Value::as_f64).ok_or_else(odd);
    let block = |at: usize| Ok::<_, String>(Box::new(tree(rest.get(at).ok_or_else(odd)?)?));
    let all = || rest.iter().map(tree).collect::<Result<Vec<_>, _>>();
    Ok(match name.as_str().unwrap_or_default() {
        "t" => BlockTree::Time(number(0)?),
        "seq" => BlockTree::Sequence(all()?),
        "and" => BlockTree::Parallel(all()?),
        "xor" => BlockTree::Exclusive(
            rest.iter()
                .map(|way| match way.as_array().map(Vec::as_slice) {
                    Some([share, block]) => Ok((share.as_f64().ok_or_else(odd)?, tree(block)?)),
                    _ => Err(odd()),
                })
                .collect::<Result<_, String>>()?,
        ),
        "loop" => BlockTree::Loop(number(0)?, block(1)?),
        "loop2" => BlockTree::LoopBack(number(0)?, block(1)?, block(2)?),
        _ => return Err(odd()),
    })
}
