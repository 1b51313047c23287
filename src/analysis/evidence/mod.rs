//! Reads the evidence of a model and a profile into micro-steps (analysis.md 1.2 and 1.4, tiers 2–8).
//!
//! Elements with own annotations (tier 1) are left to the annotation: nothing is added to them here.

mod arrivals;
mod carry;
mod drawn;
mod families;
mod incoming;
mod keeping;
mod lexical;
mod objects;
mod outgoing;
mod scene;
mod steps;
mod write;

pub use drawn::bracketed;

use super::Context;
use super::facts::Facts;
use crate::graph::FlowGraph;

/// The facts of tiers 2 to 8. Equal input gives equal facts in equal order.
pub fn facts(graph: &FlowGraph, context: &Context) -> Facts {
    if context.lexicon_only {
        return lexical::facts(graph);
    }
    facts_of(&scene::Scene::of(graph, context), context)
}

/// Facts and readings of one look at the graph: what [`facts`] and [`said`] give.
pub fn facts_and_said(graph: &FlowGraph, context: &Context) -> (Facts, Vec<Said>) {
    let scene = scene::Scene::of(graph, context);
    let facts = if context.lexicon_only {
        lexical::facts(graph)
    } else {
        facts_of(&scene, context)
    };
    (facts, said_in(&scene))
}

fn facts_of(scene: &scene::Scene<'_>, context: &Context) -> Facts {
    let mut writer = write::Writer::new(scene);
    arrivals::read(scene, &mut writer, context);
    for at in scene.order.clone() {
        steps::read(scene, &mut writer, at);
    }
    writer.finish()
}

/// The language of the labels of a graph: `de`, `en`, or empty.
pub fn language(graph: &FlowGraph) -> &'static str {
    scene::language(graph)
}

/// What label and documentation of a node say, and whether a program does it.
pub struct Said {
    /// The label.
    pub label: super::wording::Reading,
    /// Documentation and connected annotations.
    pub text: super::wording::Reading,
    /// True where a program does it.
    pub automatic: bool,
    /// Carrier of what is read, where its name states one.
    pub reads: Vec<crate::domain::carrier::Carrier>,
    /// Carrier of what is written, where its name states one.
    pub writes: Vec<crate::domain::carrier::Carrier>,
}

/// The readings of all nodes, in the order of the graph.
pub fn said(graph: &FlowGraph, context: &Context) -> Vec<Said> {
    said_in(&scene::Scene::of(graph, context))
}

fn said_in(scene: &scene::Scene<'_>) -> Vec<Said> {
    let carriers = |list: &[usize]| {
        list.iter()
            .filter_map(|at| scene.data.get(*at)?.as_ref())
            .map(|placed| placed.carrier.clone())
            .collect::<Vec<_>>()
    };
    scene
        .views
        .iter()
        .map(|view| Said {
            label: view.label.clone(),
            text: view.text.clone(),
            automatic: view.automatic,
            reads: carriers(&view.node.reads),
            writes: carriers(&view.node.writes),
        })
        .collect()
}

#[cfg(test)]
mod tests;
