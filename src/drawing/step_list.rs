//! A model as a plain list of steps, the way back of `exchange::step_model`. What a list cannot hold is counted.

use super::outline::{Chapter, chapters, condition, following};
use super::steps::lane;
use crate::domain::carrier::Carrier;
use crate::domain::folding::fold;
use crate::domain::message::Message;
use crate::domain::step_list::{ListedCarrier, ListedKind, ListedNext, ListedObjects, ListedStep};
use crate::graph::{ActivityKind, DataKind, FlowGraph, GatewayKind, Node, NodeIndex, NodeKind, Trigger};
use crate::text::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// The steps of the first process with steps, and what was left out. Rows of a file that was made from a list keep
/// their numbers and order; others stand in the order in which the model is told.
pub fn step_list(graph: &FlowGraph, lang: Lang) -> (Vec<ListedStep>, Vec<Message>) {
    let chapters = chapters(graph);
    let Some(process) = chapters
        .iter()
        .find(|chapter| !chapter.sections.is_empty())
        .and_then(|chapter| chapter.process)
    else {
        return (Vec::new(), Vec::new());
    };
    let mut nodes: Vec<(NodeIndex, &Node, ListedKind)> = chapters
        .iter()
        .flat_map(Chapter::nodes)
        .filter_map(|node| Some((node, graph.flow.node_weight(node)?)))
        .filter(|(_, weight)| weight.process == process && weight.parent.is_none())
        .filter_map(|(node, weight)| Some((node, weight, kind(weight.kind)?)))
        .collect();
    let plain_end = |weight: &Node| weight.name.is_empty() && weight.kind == NodeKind::End(Trigger::None);
    nodes.retain(|(_, weight, _)| !plain_end(weight));
    let dropped = usize::from(drop_beginning(graph, &mut nodes));
    let known: BTreeMap<NodeIndex, u32> = numbers(&mut nodes);
    let ends = nodes.len();
    let mut list = Vec::new();
    let mut spare = known.values().copied().max().unwrap_or_default();
    let mut lost = 0_usize;
    for (node, weight, kind) in &nodes {
        let next: Vec<ListedNext> = following(graph, *node)
            .into_iter()
            .filter_map(|(_, edge, to)| {
                let number = known.get(&to).copied();
                let ends = graph.flow.node_weight(to).is_some_and(plain_end);
                (number.is_some() || ends).then(|| ListedNext {
                    condition: clean(condition(edge)).replace(';', ","),
                    number,
                })
            })
            .collect();
        let mut step = row(
            graph,
            weight,
            *kind,
            known.get(node).copied().unwrap_or_default(),
            lang,
            &mut lost,
        );
        let conditions = next.iter().any(|way| !way.condition.is_empty());
        if !kind.splits() && (next.len() > 1 || conditions) {
            // A list splits only at rows of their own.
            spare += 1;
            let split = ListedStep {
                number: spare,
                name: String::new(),
                kind: if conditions {
                    ListedKind::Decision
                } else {
                    ListedKind::Parallel
                },
                next,
                input: ListedObjects::default(),
                output: ListedObjects::default(),
                application: String::new(),
                minutes: None,
                remark: String::new(),
                role: step.role.clone(),
            };
            step.next = vec![ListedNext {
                condition: String::new(),
                number: Some(spare),
            }];
            list.extend([step, split]);
        } else {
            step.next = if next.is_empty() && *kind != ListedKind::End {
                vec![ListedNext {
                    condition: String::new(),
                    number: None,
                }]
            } else {
                next
            };
            list.push(step);
        }
    }
    let all = graph.flow.node_count();
    let plain = graph
        .flow
        .node_weights()
        .filter(|weight| plain_end(weight))
        .count();
    let left = all.saturating_sub(ends + plain + dropped);
    let mut notes = Vec::new();
    if left > 0 {
        notes.push(Message::new("steps-left-out").with("count", left));
    }
    if nodes.iter().any(|(_, weight, _)| listed_number(weight).is_none()) {
        notes.push(Message::new("steps-details-left-out"));
    }
    if lost > 0 {
        notes.push(Message::new("steps-carriers-left-out").with("count", lost));
    }
    (list, notes)
}

/// A plain start without a name that leads to the first row goes without saying.
fn drop_beginning(graph: &FlowGraph, nodes: &mut Vec<(NodeIndex, &Node, ListedKind)>) -> bool {
    let starts = nodes
        .iter()
        .filter(|(_, _, kind)| *kind == ListedKind::Start)
        .count();
    let Some(place) = nodes
        .iter()
        .position(|(_, weight, _)| weight.name.is_empty() && weight.kind == NodeKind::Start(Trigger::None))
    else {
        return false;
    };
    let Some((start, _, _)) = nodes.get(place) else {
        return false;
    };
    let ways = following(graph, *start);
    let first = nodes
        .iter()
        .enumerate()
        .find(|(index, _)| *index != place)
        .map(|(_, (node, ..))| *node);
    let by_number = nodes
        .iter()
        .filter(|(node, ..)| node != start)
        .all(|(_, weight, _)| listed_number(weight).is_some());
    let first = if by_number {
        nodes
            .iter()
            .map(|(node, ..)| *node)
            .filter(|node| node != start)
            .min()
    } else {
        first
    };
    if let ([(_, edge, to)], 1) = (ways.as_slice(), starts)
        && Some(*to) == first
        && condition(edge).is_empty()
    {
        nodes.remove(place);
        return true;
    }
    false
}

fn listed_number(weight: &Node) -> Option<u32> {
    weight
        .id
        .strip_prefix("step_")?
        .parse()
        .ok()
        .filter(|number| *number > 0)
}

fn numbers(nodes: &mut [(NodeIndex, &Node, ListedKind)]) -> BTreeMap<NodeIndex, u32> {
    let stated: BTreeSet<u32> = nodes
        .iter()
        .filter_map(|(_, weight, _)| listed_number(weight))
        .collect();
    if stated.len() == nodes.len() {
        nodes.sort_by_key(|(node, ..)| *node);
        return nodes
            .iter()
            .filter_map(|(node, weight, _)| Some((*node, listed_number(weight)?)))
            .collect();
    }
    nodes.iter().map(|(node, ..)| *node).zip(1..).collect()
}

fn kind(kind: NodeKind) -> Option<ListedKind> {
    Some(match kind {
        NodeKind::Start(_) => ListedKind::Start,
        NodeKind::End(_) => ListedKind::End,
        NodeKind::Catch(_) => ListedKind::Wait,
        NodeKind::Throw(_) => ListedKind::Step,
        NodeKind::Boundary { .. } | NodeKind::Activity(ActivityKind::SubProcess { event: true, .. }) => {
            return None;
        }
        NodeKind::Activity(ActivityKind::Service | ActivityKind::Script | ActivityKind::BusinessRule) => {
            ListedKind::Automatic
        }
        NodeKind::Activity(ActivityKind::Call | ActivityKind::SubProcess { .. }) => ListedKind::Process,
        NodeKind::Activity(_) => ListedKind::Step,
        NodeKind::Gateway(GatewayKind::Exclusive | GatewayKind::EventBased) => ListedKind::Decision,
        NodeKind::Gateway(GatewayKind::Parallel) => ListedKind::Parallel,
        NodeKind::Gateway(GatewayKind::Inclusive | GatewayKind::Complex) => ListedKind::Several,
    })
}

fn clean(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn row(
    graph: &FlowGraph,
    weight: &Node,
    kind: ListedKind,
    number: u32,
    lang: Lang,
    lost: &mut usize,
) -> ListedStep {
    let facts = &weight.annotations;
    let acts = kind.is_activity();
    let stores = |list: &[usize]| {
        list.iter()
            .filter_map(|index| graph.data.get(*index))
            .find(|data| data.kind == DataKind::Store && !data.name.is_empty())
            .map(|data| clean(&data.name))
    };
    let systems = facts
        .carriers
        .iter()
        .flat_map(|fact| fact.needs.iter().chain(&fact.writes));
    let mut systems = systems.filter_map(|carrier| match carrier {
        Carrier::System(name) if name != "?" => Some(name.clone()),
        _ => None,
    });
    let application = facts
        .system
        .as_ref()
        .map(|system| clean(&system.name))
        .or_else(|| systems.next())
        .or_else(|| stores(&weight.writes))
        .or_else(|| stores(&weight.reads))
        .filter(|_| acts)
        .unwrap_or_default();
    let mut objects = |list: &[usize], writes: bool| {
        let drawn = list
            .iter()
            .filter_map(|index| graph.data.get(*index))
            .filter(|data| data.kind != DataKind::Store)
            .map(|data| clean(&data.name));
        let stated: Vec<(String, Option<&Carrier>)> = facts
            .carriers
            .iter()
            .filter_map(|fact| {
                let carrier = if writes {
                    fact.writes.as_ref()
                } else {
                    fact.needs.first()
                };
                carrier.map(|carrier| (clean(&fact.object), Some(carrier)))
            })
            .collect();
        let mut seen = BTreeSet::new();
        let names: Vec<String> = drawn
            .chain(stated.iter().map(|(name, _)| name.clone()))
            .map(|name| name.replace(';', ","))
            .filter(|name| !name.is_empty() && seen.insert(fold(name)))
            .collect();
        let mut carriers = names.iter().map(|name| {
            stated
                .iter()
                .find(|(object, _)| fold(object) == fold(name))
                .and_then(|(_, carrier)| *carrier)
        });
        let first = carriers.next().flatten();
        let same = carriers.all(|carrier| carrier == first);
        let carrier = first.and_then(|carrier| match carrier {
            Carrier::Paper => Some(ListedCarrier::Paper),
            Carrier::Oral => Some(ListedCarrier::Oral),
            Carrier::Document if application.is_empty() => Some(ListedCarrier::Digital),
            Carrier::Document => Some(ListedCarrier::Document),
            Carrier::System(name) if *name == application => Some(ListedCarrier::Digital),
            Carrier::System(_) => None,
        });
        if !same || (first.is_some() && carrier.is_none()) {
            *lost += 1;
        }
        ListedObjects {
            carrier: carrier.filter(|_| same && !names.is_empty()),
            names,
        }
    };
    let (input, output) = if acts {
        (objects(&weight.reads, false), objects(&weight.writes, true))
    } else {
        (ListedObjects::default(), ListedObjects::default())
    };
    let name = match clean(&weight.name) {
        name if name.is_empty() && !kind.splits() => lang.say(&super::words::node_kind(weight.kind)),
        name => name,
    };
    let minutes = facts.work.as_ref().and_then(|work| work.handling_minutes);
    ListedStep {
        number,
        name,
        role: clean(lane(graph, weight)),
        kind,
        next: Vec::new(),
        input,
        output,
        application,
        minutes: minutes.filter(|_| acts),
        remark: clean(&weight.documentation.join(" ")),
    }
}
