//! Reads the evidence of a model and a profile into micro-steps (analysis.md 1.2 and 1.4, tiers 2–8).
//!
//! Elements with own annotations (tier 1) are left to the annotation: nothing is added to them here.

mod arrivals;
mod drawn;
mod families;
mod lexical;
mod objects;
mod scene;
mod steps;
mod write;

use super::Context;
use super::facts::Facts;
use crate::graph::FlowGraph;

/// The facts of tiers 2 to 8. Equal input gives equal facts in equal order.
pub fn facts(graph: &FlowGraph, context: &Context) -> Facts {
    if context.lexicon_only {
        return lexical::facts(graph);
    }
    let scene = scene::Scene::of(graph, context);
    let mut writer = write::Writer::new(&scene);
    arrivals::read(&scene, &mut writer, context);
    for at in scene.order.clone() {
        steps::read(&scene, &mut writer, at);
    }
    writer.finish()
}

/// The language of the labels of a graph: `de`, `en`, or empty.
pub fn language(graph: &FlowGraph) -> &'static str {
    scene::language(graph)
}
