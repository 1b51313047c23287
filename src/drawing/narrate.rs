//! The model in words: sections with numbered steps and nested ways.

use super::outline::{Chapter, DEEPEST, Item, Section, chapters, condition, following, numbers};
use super::sentences::{Voice, one_line, sentence};
use super::steps::lane;
use crate::domain::message::Message;
use crate::domain::story::{Story, StoryKind, StoryLine};
use crate::graph::{Edge, EdgeIndex, FlowGraph, NodeIndex, NodeKind};
use crate::text::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// Who does what in which order; every flow node has exactly one numbered line.
pub fn narrate(graph: &FlowGraph, lang: Lang) -> Story {
    let chapters = chapters(graph);
    let numbers = numbers(&chapters);
    let mut parts: BTreeMap<NodeIndex, (usize, usize)> = BTreeMap::new();
    for section in chapters.iter().flat_map(|chapter| &chapter.sections) {
        let mut steps = section.items.iter().filter_map(|item| match item {
            Item::Step { node, .. } => numbers.get(node).copied(),
            Item::Way { .. } => None,
        });
        if let (Some(owner), Some(first)) = (section.owner, steps.next()) {
            parts.insert(owner, (first, steps.next_back().unwrap_or(first)));
        }
    }
    let mut teller = Teller {
        voice: Voice::new(graph, lang, numbers, parts),
        graph,
        lang,
        story: Story::default(),
    };
    let (told, closed): (Vec<&Chapter>, Vec<&Chapter>) =
        chapters.iter().partition(|chapter| !chapter.sections.is_empty());
    if told.is_empty() {
        teller.line(StoryKind::Paragraph, 0, lang.text("story-empty"));
    }
    for chapter in &told {
        teller.chapter(chapter);
    }
    teller.closed(&closed);
    teller.story
}

struct Teller<'a> {
    voice: Voice<'a>,
    graph: &'a FlowGraph,
    lang: Lang,
    story: Story,
}

impl Teller<'_> {
    fn line(&mut self, kind: StoryKind, depth: usize, text: String) {
        self.story.lines.push(StoryLine { kind, depth, text });
    }

    fn chapter(&mut self, chapter: &Chapter) {
        let pool = chapter.pool.and_then(|pool| self.graph.pools.get(pool));
        let process = chapter
            .process
            .and_then(|process| self.graph.processes.get(process));
        let pool = pool.map(|pool| one_line(&pool.name)).unwrap_or_default();
        let process = process.map(|process| one_line(&process.name)).unwrap_or_default();
        let heading = match (pool.is_empty(), process.is_empty()) {
            (false, _) => pool.clone(),
            (true, false) => process.clone(),
            (true, true) => self.lang.text("story-unnamed-process"),
        };
        self.line(StoryKind::Heading(2), 0, heading);
        if !pool.is_empty() && !process.is_empty() && pool != process {
            let told = Message::new("story-process").with("name", process);
            let told = sentence(&self.lang.say(&told));
            self.line(StoryKind::Paragraph, 0, told);
        }
        let mut seen = BTreeSet::new();
        let roles: Vec<String> = chapter
            .nodes()
            .filter_map(|node| self.graph.flow.node_weight(node))
            .map(|node| one_line(lane(self.graph, node)))
            .filter(|name| !name.is_empty() && seen.insert(name.clone()))
            .collect();
        if !roles.is_empty() {
            let told = Message::new("story-roles").with("list", self.voice.list(&roles));
            let told = sentence(&self.lang.say(&told));
            self.line(StoryKind::Paragraph, 0, told);
        }
        for section in &chapter.sections {
            self.section(section, roles.len() > 1);
        }
    }

    /// Participants whose steps the model does not show.
    fn closed(&mut self, chapters: &[&Chapter]) {
        let mut seen = BTreeSet::new();
        let names: Vec<String> = chapters
            .iter()
            .filter_map(|chapter| self.graph.pools.get(chapter.pool?))
            .map(|pool| one_line(&pool.name))
            .filter(|name| !name.is_empty() && seen.insert(name.clone()))
            .collect();
        if names.is_empty() {
            return;
        }
        self.line(StoryKind::Heading(2), 0, self.lang.text("story-closed-heading"));
        let told = Message::new("story-closed")
            .with("list", self.voice.list(&names))
            .with("count", names.len());
        let told = self.lang.say(&told);
        self.line(StoryKind::Paragraph, 0, told);
    }

    fn section(&mut self, section: &Section, with_roles: bool) {
        let mut level = 3;
        if let Some(owner) = section.owner {
            let name = self
                .graph
                .flow
                .node_weight(owner)
                .map(|node| one_line(&node.name));
            let heading = Message::new("story-part-heading")
                .with(
                    "named",
                    if name.as_ref().is_some_and(|name| !name.is_empty()) {
                        "yes"
                    } else {
                        "no"
                    },
                )
                .with("name", name.unwrap_or_default())
                .with("number", self.voice.number(owner).to_string());
            let heading = self.lang.say(&heading);
            self.line(StoryKind::Heading(level), 0, heading);
            level += 1;
        }
        let natural = natural(&section.items);
        // Who was last said to be at work, per depth of lists.
        let mut at_work: Vec<String> = Vec::new();
        let mut first_start = true;
        for (item, goes_on) in section.items.iter().zip(natural) {
            match item {
                Item::Step { node, depth, below } => {
                    let Some(weight) = self.graph.flow.node_weight(*node) else {
                        continue;
                    };
                    let role = one_line(lane(self.graph, weight));
                    if *below {
                        at_work.truncate(*depth);
                    }
                    let acts = matches!(
                        weight.kind,
                        NodeKind::Activity(_) | NodeKind::Catch(_) | NodeKind::Throw(_) | NodeKind::Start(_)
                    );
                    let inherited = at_work
                        .get(..=*depth)
                        .unwrap_or(&at_work)
                        .last()
                        .cloned()
                        .unwrap_or_default();
                    at_work.resize(*depth + 1, inherited.clone());
                    let changed = with_roles && acts && !role.is_empty() && role != inherited;
                    let mut who = String::new();
                    if changed {
                        if let Some(held) = at_work.last_mut() {
                            held.clone_from(&role);
                        }
                        if *depth == 0 {
                            self.line(StoryKind::Heading(level), 0, role);
                        } else {
                            who = role;
                        }
                    }
                    let is_start = matches!(weight.kind, NodeKind::Start(_));
                    let again = is_start && !first_start;
                    first_start &= !is_start;
                    let mut told = self.voice.step(*node, weight, &who, *below, again);
                    told.push_str(&self.way_on(*node, weight.kind, goes_on, *depth));
                    let kind = StoryKind::Step {
                        number: self.voice.number(*node),
                        element: weight.id.clone(),
                    };
                    self.line(kind, *depth, told);
                }
                Item::Way { edge, depth, .. } => {
                    at_work.truncate(*depth);
                    if let Some(told) = self.way(item, *edge) {
                        self.line(StoryKind::Way, *depth, told);
                    }
                }
            }
        }
    }

    /// Where a step with at most one way goes on, if the list does not say so already.
    fn way_on(&self, node: NodeIndex, kind: NodeKind, goes_on: Option<NodeIndex>, depth: usize) -> String {
        let ways = following(self.graph, node);
        let told = match ways.as_slice() {
            [] if self.voice.may_end(node, kind) => return String::new(),
            [] => self.lang.text("story-way-ends"),
            [(_, edge, to)] => {
                let condition = one_line(condition(edge));
                let next = self.voice.number(*to) == self.voice.number(node) + 1;
                if condition.is_empty() && goes_on == Some(*to) && (next || depth < DEEPEST) {
                    return String::new();
                }
                let case = if condition.is_empty() {
                    "plain"
                } else {
                    "condition"
                };
                let id = if self.voice.number(*to) <= self.voice.number(node) {
                    "story-back"
                } else {
                    "story-on"
                };
                self.lang.say(
                    &Message::new(id)
                        .with("case", case)
                        .with("condition", condition)
                        .with("number", self.voice.number(*to).to_string()),
                )
            }
            _ => return String::new(),
        };
        format!(" {told}")
    }

    /// The line above a way.
    fn way(&self, item: &Item, edge: EdgeIndex) -> Option<String> {
        let Item::Way { told, place, of, .. } = item else {
            return None;
        };
        let (from, to) = self.graph.flow.edge_endpoints(edge)?;
        let weight: &Edge = self.graph.flow.edge_weight(edge)?;
        let kind = self.graph.flow.node_weight(from)?.kind;
        let head = self.voice.way(kind, weight, *place, *of);
        if *told {
            return Some(format!("{head}:"));
        }
        let id = if self.voice.number(to) <= self.voice.number(from) {
            "story-way-back"
        } else {
            "story-way-on"
        };
        let go = Message::new(id)
            .with("head", head)
            .with("number", self.voice.number(to).to_string());
        Some(self.lang.say(&go))
    }
}

/// What a reader takes to follow each line: the next step that does not lie within it or within another way.
fn natural(items: &[Item]) -> Vec<Option<NodeIndex>> {
    let mut next: [Option<NodeIndex>; DEEPEST + 3] = [None; DEEPEST + 3];
    let mut found: Vec<Option<NodeIndex>> = items
        .iter()
        .rev()
        .map(|item| {
            let depth = item.depth();
            let known = next.get(depth).copied().flatten();
            let above = depth
                .checked_sub(1)
                .and_then(|above| next.get(above).copied().flatten());
            // From a step one falls to it; from another way, or from an event below an activity, behind the list.
            let (from, falls) = match item {
                Item::Step {
                    node, below: false, ..
                } => (depth, Some(*node)),
                Item::Step { below: true, .. } => (depth, above),
                Item::Way { .. } => (depth + 1, next.get(depth).copied().flatten()),
            };
            for held in next.iter_mut().skip(from) {
                *held = falls;
            }
            known
        })
        .collect();
    found.reverse();
    found
}
