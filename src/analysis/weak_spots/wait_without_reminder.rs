//! W17: a case waits for an answer and nobody notices if none comes. Own pattern.

use super::spot::Spot;
use super::view::View;
use crate::analysis::wording::Class;
use crate::domain::message::Message;
use crate::flow::slots::{list, value};
use crate::graph::{ActivityKind, GatewayKind, MessageEnd, NodeIndex, NodeKind, Trigger};

/// Sub-processes inside each other that are looked through for a deadline.
const DEEP: usize = 50;

/// A message is waited for from outside, without a timer beside it: at the same gateway, on the border of the step or of what
/// it lies in, in a parallel branch, or as an event of the whole process.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let mut timed_hosts = vec![false; view.count()];
    let mut timed_processes = vec![false; view.graph.processes.len()];
    for node in view.graph.flow.node_weights() {
        let timed = matches!(
            node.kind,
            NodeKind::Boundary {
                trigger: Trigger::Timer | Trigger::Conditional | Trigger::Multiple,
                ..
            }
        );
        if let (true, Some(host)) = (timed, node.host) {
            crate::flow::slots::set(&mut timed_hosts, host.index(), true);
        }
        let inner = matches!(node.kind, NodeKind::Start(Trigger::Timer)) && node.parent.is_some();
        if inner || matches!(node.kind, NodeKind::Catch(Trigger::Timer)) {
            crate::flow::slots::set(&mut timed_processes, node.process, true);
        }
    }
    (0..view.count())
        .filter(|at| {
            view.node(*at).is_some_and(|node| {
                matches!(
                    node.kind,
                    NodeKind::Catch(Trigger::Message) | NodeKind::Activity(ActivityKind::Receive)
                ) && !view.is_outside(*at)
                    && !value(&timed_processes, node.process)
                    && !node.name.is_empty()
            })
        })
        .filter(|at| !has_deadline(view, *at, &timed_hosts) && !starts(view, *at))
        .filter(|at| from_outside(view, *at) && asked(view, *at))
        .map(|at| {
            let from = sender(view, at).map_or_else(
                || Message::new("weak-spots-somebody"),
                |name| Message::new("weak-spots-step").with("name", name),
            );
            Spot::new("wait-without-reminder", vec![at], 0.6).with("from", from)
        })
        .collect()
}

fn has_deadline(view: &View<'_>, at: usize, hosts: &[bool]) -> bool {
    let mut inside = Some(NodeIndex::new(at));
    for _ in 0..DEEP {
        let Some(node) = inside else { break };
        if value(hosts, node.index()) {
            return true;
        }
        inside = view.graph.flow.node_weight(node).and_then(|node| node.parent);
    }
    // At a gateway that waits for several events the other one may be the deadline.
    view.ways.previous(at).iter().any(|before| {
        view.node(*before)
            .is_some_and(|node| node.kind == NodeKind::Gateway(GatewayKind::EventBased))
            && list(&view.chain.arcs, *before).iter().any(|arc| {
                view.node(arc.to).is_some_and(|node| {
                    matches!(
                        node.kind,
                        NodeKind::Catch(Trigger::Timer | Trigger::Conditional | Trigger::Multiple)
                    )
                })
            })
    })
}

/// A receiving step with nothing before it begins the case.
fn starts(view: &View<'_>, at: usize) -> bool {
    view.ways
        .always_before(at)
        .iter()
        .all(|before| !view.ways.is_step(*before))
}

/// True if something has gone out before on every way: without a question there is no answer to remind of.
fn asked(view: &View<'_>, at: usize) -> bool {
    view.ways.always_before(at).iter().any(|before| {
        view.sends_message(*before)
            || (view.ways.is_step(*before)
                && (view.says(*before, "rework")
                    || view.does(*before, &[Class::Send, Class::DigitalSend, Class::Post])))
    })
}

/// True if the sender is a participant that is not drawn from the inside, or none is drawn.
fn from_outside(view: &View<'_>, at: usize) -> bool {
    let to = MessageEnd::Node(NodeIndex::new(at));
    view.graph
        .messages
        .iter()
        .filter(|message| message.to == to)
        .all(|message| matches!(message.from, MessageEnd::Pool(_)))
}

fn sender<'a>(view: &View<'a>, at: usize) -> Option<&'a str> {
    let to = MessageEnd::Node(NodeIndex::new(at));
    let message = view.graph.messages.iter().find(|message| message.to == to)?;
    match message.from {
        MessageEnd::Pool(pool) => view.graph.pools.get(pool).map(|pool| pool.name.as_str()),
        MessageEnd::Node(_) => None,
    }
    .filter(|name| !name.is_empty())
}
