//! Findings and notes of a graph from its facts.

use super::coverage::Figures;
use super::gather::{Gathered, Sum, Way, gather};
use super::key::{key, normalised};
use super::minutes::minutes;
use super::object::{self, Index};
use super::product::{self, ObjectFacts, Origin, Product};
use super::signature;
use super::step::Alphabet;
use super::words::{Sentence, sentence, shown};
use crate::analysis::Context;
use crate::analysis::facts::{Action, Facts};
use crate::analysis::wording::{Class, Products, fold, read};
use crate::domain::carrier::{BreakKind, Carrier};
use crate::domain::finding::{Carrying, Certainty, Evidence, Finding, Level, Note};
use crate::flow::Chain;
use crate::flow::slots::{list, value};
use crate::graph::{ActivityKind, FlowGraph, Node, NodeIndex, NodeKind};
use std::collections::BTreeSet;

/// Vertices looked at per file to explain where objects were written.
const EXPLAIN: usize = 3_000_000;

/// Media breaks of a graph.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Findings: in document order of the elements, then by kind and object.
    pub findings: Vec<Finding>,
    /// What was seen and not counted, in the same order.
    pub notes: Vec<Note>,
    /// Sums per process.
    pub figures: Vec<Figures>,
}

/// Points of the flow and states that may be looked at for all objects of a file together: an object more costs a walk
/// over the whole flow, so that without a limit a file of many objects would take the square of its size.
const WORK: usize = 3_000_000;

struct Reporter<'a> {
    graph: &'a FlowGraph,
    chain: &'a Chain,
    facts: &'a Facts,
    context: &'a Context,
    budget: usize,
    work: usize,
    found: Vec<(usize, Finding)>,
    notes: Vec<(usize, Note)>,
    figures: Vec<Figures>,
    /// Systems with a working interface, from and to, by every name that the catalogue has for them.
    joined: BTreeSet<(String, String)>,
    /// Keys of findings whose minutes somebody has stated.
    stated: Vec<String>,
}

/// Propagates the carriers of all objects and reports what has to be carried over.
pub fn find(graph: &FlowGraph, chain: &Chain, facts: &Facts, context: &Context) -> Report {
    let mut reporter = Reporter {
        graph,
        chain,
        facts,
        context,
        budget: EXPLAIN,
        work: WORK,
        found: Vec::new(),
        notes: Vec::new(),
        figures: vec![Figures::default(); graph.processes.len()],
        joined: joined(context),
        stated: Vec::new(),
    };
    let index = Index::of(facts);
    for object in 0..facts.objects.len() {
        if !list(&index.steps, object).is_empty() {
            reporter.object(object, &index);
        }
    }
    reporter.drop_beside_duplicate_filing();
    reporter.count_breaks();
    reporter.remark_on_the_flow();
    let loops = signature::loops(graph, chain, facts, &reporter.found);
    reporter.found.extend(loops);
    reporter.fit_into_the_case();
    reporter.finish()
}

impl Reporter<'_> {
    fn node(&self, index: usize) -> Option<&Node> {
        self.graph.flow.node_weight(NodeIndex::new(index))
    }

    fn object(&mut self, object: usize, index: &Index) {
        let name = self.facts.objects.get(object).cloned().unwrap_or_default();
        let (facts, left_out) = object::gather(self.facts, index, object, self.chain.nodes);
        let joined = &self.joined;
        let connected = |from: &Carrier, to: &Carrier| match (from, to) {
            (Carrier::System(from), Carrier::System(to)) => {
                joined.contains(&(normalised(from), normalised(to)))
            }
            _ => false,
        };
        let first = list(&index.steps, object).first().map_or(0, |(node, _)| *node);
        let walk = self.chain.points.len();
        if self.work < walk {
            self.note(first, "limit-reached", &name, 0.0);
            return;
        }
        self.work -= walk;
        let Ok(product) = product::build(self.chain, &facts, &connected) else {
            self.work = self.work.saturating_sub(product::VERTICES);
            self.note(first, "limit-reached", &name, 0.0);
            return;
        };
        self.work = self.work.saturating_sub(product.vertices.len());
        if left_out {
            self.note(first, "limit-reached", &name, 0.0);
        }
        for &point in &product.merged {
            let node = self.chain.points.get(point).map_or(first, |point| point.node);
            self.note(node, "simplified", &name, value(&self.chain.visits, point));
        }
        for &block in &product.shared {
            let split = self.chain.blocks.get(block).map_or(0, |block| block.split);
            let node = self.chain.points.get(split).map_or(first, |point| point.node);
            self.note(node, "parallel-use", &name, value(&self.chain.visits, split));
        }
        let Gathered {
            sums,
            remarks,
            figures,
        } = gather(self.chain, &product);
        for (node, figures) in figures {
            let process = self.node(node).map_or(0, |node| node.process);
            if let Some(slot) = self.figures.get_mut(process) {
                *slot = slot.plus(figures);
            }
        }
        for remark in remarks {
            self.note(remark.node, remark.kind, &name, remark.per_case);
        }
        for sum in sums {
            if let Some(finding) = self.finding(&name, &sum, &facts, &product) {
                self.found.push((sum.node, finding));
            }
        }
    }

    fn note(&mut self, node: usize, kind: &str, object: &str, per_case: f64) {
        let element = self.node(node).map(|node| node.id.clone()).unwrap_or_default();
        self.notes.push((
            node,
            Note {
                kind: kind.to_owned(),
                element,
                object: object.to_owned(),
                per_case,
            },
        ));
    }

    fn finding(
        &mut self,
        object: &str,
        sum: &Sum,
        facts: &ObjectFacts,
        product: &Product,
    ) -> Option<Finding> {
        let node = self.graph.flow.node_weight(NodeIndex::new(sum.node))?;
        let steps = list(&self.facts.steps, sum.node);
        let micro = steps.get(sum.event.step)?;
        let origins = match sum.event.made_by {
            Some(step) => vec![Origin {
                node: sum.node,
                step: Some(step),
            }],
            None if sum.event.from != 0 => {
                product.origins(self.chain, facts, sum.vertex, sum.event.from, &mut self.budget)
            }
            None => Vec::new(),
        };
        let from = facts.alphabet.nearest(sum.event.from).cloned();
        let to = facts.alphabet.nearest(sum.event.to).cloned();
        let nearest = origins.first().copied();
        let mut evidence: Vec<Evidence> = Vec::new();
        let mut confidence = micro.grounds.confidence;
        if let Some(origin) =
            nearest.filter(|origin| (origin.node, origin.step) != (sum.node, Some(sum.event.step)))
        {
            let grounds = match origin.step {
                Some(step) => list(&self.facts.steps, origin.node)
                    .get(step)
                    .map(|micro| &micro.grounds),
                None => list(&facts.arrivals, origin.node)
                    .iter()
                    .find(|(mask, _, _)| mask & sum.event.from != 0)
                    .map(|(_, _, arrival)| &arrival.grounds),
            };
            if let Some(grounds) = grounds {
                if sum.kind != BreakKind::DuplicateFiling {
                    confidence *= grounds.confidence;
                }
                evidence_add(&mut evidence, &grounds.evidence);
            }
        }
        evidence_add(&mut evidence, &micro.grounds.evidence);
        // What the file itself or the profile states needs no calibration, and the baseline stays as it is.
        if micro.grounds.tier > 2 && !self.context.lexicon_only {
            confidence = super::calibration::calibrated(confidence);
        }
        let rule = format!("media-break/{}", sum.kind.code());
        let place = nearest
            .filter(|origin| origin.node != sum.node)
            .and_then(|origin| self.node(origin.node));
        let written = place.map(|node| node.name.as_str());
        let event = place.is_some_and(|node| !node.kind.is_activity());
        let message = sentence(&Sentence {
            kind: sum.kind,
            object,
            step: &node.name,
            written,
            here: nearest.is_some_and(|origin| origin.node == sum.node),
            event,
            from: from.as_ref(),
            to: to.as_ref(),
        });
        let mut places: Vec<usize> = origins.iter().map(|origin| origin.node).collect();
        places.sort_unstable();
        places.dedup();
        let (each, stated) = minutes(sum.kind, to.as_ref(), Some(micro), steps, node);
        let per_case_minutes = sum.per_case * each;
        let mut key = key(&rule, &node.id, sum.kind.code(), object);
        if object.is_empty() && self.found.iter().any(|(_, other)| other.key == key) {
            key = super::key::key(
                &rule,
                &node.id,
                sum.kind.code(),
                &format!("#{}", self.found.len()),
            );
        }
        if stated {
            self.stated.push(key.clone());
        }
        let hours = self.cases(node).map(|cases| cases * per_case_minutes / 60.0);
        let certain = sum.certain;
        Some(Finding {
            key,
            rule,
            kind: Some(sum.kind),
            element: node.id.clone(),
            element_name: node.name.clone(),
            object: object.to_owned(),
            from,
            to: to.filter(|_| !matches!(sum.kind, BreakKind::Transport | BreakKind::DuplicateFiling)),
            carryings: carryings(&sum.ways, &facts.alphabet),
            written_at: places
                .into_iter()
                .filter_map(|place| self.node(place).map(|node| node.id.clone()))
                .collect(),
            certainty: if certain {
                Certainty::Certain
            } else {
                Certainty::Possible
            },
            share_of_executions: sum.share,
            per_case: sum.per_case,
            assumed: value(&self.chain.assumed, sum.node)
                && !(certain && (value(&self.chain.visits, sum.node) - 1.0).abs() < 1e-9)
                || self.instances_assumed(sum.node),
            confidence,
            message,
            evidence,
            minutes_per_case: Some(per_case_minutes),
            minutes_stated: stated,
            hours_per_year: hours,
            cost_per_year: hours
                .zip(self.context.rates.hourly_rate)
                .map(|(hours, rate)| hours * rate),
        })
    }

    /// Cases per year: of the register, else as stated in the file.
    fn cases(&self, node: &Node) -> Option<f64> {
        self.context
            .cases_per_year
            .map(|figure| figure.value)
            .or_else(|| {
                self.graph
                    .processes
                    .get(node.process)
                    .and_then(|process| process.annotations.volume)
                    .map(|volume| volume.cases_per_year)
            })
    }

    fn instances_assumed(&self, node: usize) -> bool {
        let mut current = Some(node);
        let mut depth = 0;
        while let Some(index) = current.filter(|_| depth < 300) {
            if self.chain.instances_unknown.binary_search(&index).is_ok() {
                return true;
            }
            current = self
                .node(index)
                .and_then(|node| node.parent)
                .map(NodeIndex::index);
            depth += 1;
        }
        false
    }

    /// Duplicate filing replaces every other break of its activity (analysis.md 1.5).
    fn drop_beside_duplicate_filing(&mut self) {
        let twice: Vec<usize> = self
            .found
            .iter()
            .filter(|(_, finding)| finding.kind == Some(BreakKind::DuplicateFiling))
            .map(|(node, _)| *node)
            .collect();
        self.found.retain(|(node, finding)| {
            finding.kind == Some(BreakKind::DuplicateFiling) || !twice.contains(node)
        });
    }

    /// All carrying-over together takes no longer than the case: where the profile states its handling minutes,
    /// estimated minutes are scaled down by one factor; stated ones stay.
    fn fit_into_the_case(&mut self) {
        let Some(handling) = self.context.handling_minutes else {
            return;
        };
        let (mut stated, mut estimated) = (0.0, 0.0);
        for (_, finding) in &self.found {
            let minutes = finding.minutes_per_case.unwrap_or(0.0);
            if self.stated.contains(&finding.key) {
                stated += minutes;
            } else {
                estimated += minutes;
            }
        }
        let left = (handling - stated).max(0.0);
        if estimated <= left || estimated <= 0.0 {
            return;
        }
        let factor = left / estimated;
        for (_, finding) in &mut self.found {
            if self.stated.contains(&finding.key) {
                continue;
            }
            for figure in [
                &mut finding.minutes_per_case,
                &mut finding.hours_per_year,
                &mut finding.cost_per_year,
            ] {
                *figure = figure.map(|value| value * factor);
            }
        }
    }

    fn count_breaks(&mut self) {
        for (node, finding) in &self.found {
            let process = self
                .graph
                .flow
                .node_weight(NodeIndex::new(*node))
                .map_or(0, |node| node.process);
            if let Some(figures) = self.figures.get_mut(process) {
                // What a person has to check first stays out of the headline (analysis.md 1.4).
                if finding.level() != Level::Check {
                    figures.breaks += finding.per_case;
                }
                figures.findings += 1;
            }
        }
    }

    /// Notes about the control flow itself.
    fn remark_on_the_flow(&mut self) {
        for &node in &self.chain.endless {
            self.note(node, "endless-loop", "", value(&self.chain.visits, node));
        }
        for (point, groups) in self.chain.groups.iter().enumerate() {
            if *groups > 1 && value(&self.chain.visits, point) > 0.0 {
                let node = self.chain.points.get(point).map_or(0, |point| point.node);
                self.note(node, "simplified", "", value(&self.chain.visits, point));
            }
        }
        for &node in &self.chain.instances_unknown {
            self.note(node, "instances-assumed", "", self.chain.executions(node));
        }
        for index in 0..self.chain.nodes {
            let Some(node) = self.node(index) else { continue };
            let calls_unknown = node.kind == NodeKind::Activity(ActivityKind::Call)
                && !self.graph.processes.iter().any(|process| {
                    node.called
                        .as_ref()
                        .is_some_and(|called| *called == process.id || *called == process.name)
                });
            if calls_unknown {
                self.note(index, "callee-not-loaded", "", self.chain.executions(index));
            }
        }
    }

    fn finish(mut self) -> Report {
        let kind_code = |finding: &Finding| finding.kind.map_or("", BreakKind::code);
        self.found.sort_by(|(a, x), (b, y)| {
            a.cmp(b)
                .then_with(|| kind_code(x).cmp(kind_code(y)))
                .then_with(|| x.object.cmp(&y.object))
        });
        self.notes
            .sort_by(|(a, x), (b, y)| (a, &x.kind, &x.object).cmp(&(b, &y.kind, &y.object)));
        // The key keeps the name as drawn; people see the content, not a carrier it is not on.
        for (_, finding) in &mut self.found {
            finding.object = shown(&finding.object, finding.from.as_ref()).to_owned();
        }
        Report {
            findings: self.found.into_iter().map(|(_, finding)| finding).collect(),
            notes: self.notes.into_iter().map(|(_, note)| note).collect(),
            figures: self.figures,
        }
    }
}

/// The interfaces of a context, for every spelling of both ends.
fn joined(context: &Context) -> BTreeSet<(String, String)> {
    let spellings = |name: &str| -> Vec<String> {
        let name = normalised(name);
        let aliases = context
            .applications
            .iter()
            .filter(|(known, _)| normalised(known) == name)
            .flat_map(|(_, aliases)| aliases.iter().map(|alias| normalised(alias)));
        std::iter::once(name.clone()).chain(aliases).collect()
    };
    let mut joined = BTreeSet::new();
    for (from, to) in &context.interfaces {
        let targets = spellings(to);
        for from in spellings(from) {
            joined.extend(targets.iter().map(|to| (from.clone(), to.clone())));
        }
    }
    joined
}

/// The ways of a break by their shares, the largest first. Where nothing gets there, all states count alike.
fn carryings(ways: &[Way], alphabet: &Alphabet) -> Vec<Carrying> {
    let weight: f64 = ways.iter().map(|way| way.weight).sum();
    let states: usize = ways.iter().map(|way| way.states).sum();
    let mut found: Vec<Carrying> = ways
        .iter()
        .filter_map(|way| {
            Some(Carrying {
                from: alphabet.nearest(way.from)?.clone(),
                to: alphabet.nearest(way.to)?.clone(),
                share: if weight > 0.0 {
                    way.weight / weight
                } else {
                    way.states as f64 / states.max(1) as f64
                },
            })
        })
        .collect();
    found.sort_by(|a, b| {
        b.share
            .total_cmp(&a.share)
            .then_with(|| (&a.from, &a.to).cmp(&(&b.from, &b.to)))
    });
    found
}

/// True for a text with a verb or noun of signing by hand.
fn names_signature(text: &str) -> bool {
    let folded = fold(text);
    let inks = read(text, "", &Products::default()).has(Class::Ink);
    inks && [
        "unterschr",
        "zeichn",
        "paraph",
        "siegel",
        "sign",
        "seal",
        "initial",
    ]
    .iter()
    .any(|part| folded.contains(part))
}

/// Adds reasons, each once.
fn evidence_add(evidence: &mut Vec<Evidence>, more: &[Evidence]) {
    for reason in more {
        if !evidence.contains(reason) {
            evidence.push(reason.clone());
        }
    }
}

/// True where a step signs on paper: it makes a new version there, by annotation or by its words.
pub(super) fn signs_on_paper(graph: &FlowGraph, facts: &Facts, node: usize, object: &str) -> bool {
    let signs = graph.flow.node_weight(NodeIndex::new(node)).is_some_and(|node| {
        std::iter::once(&node.name)
            .chain(&node.documentation)
            .any(|text| names_signature(text))
    });
    list(&facts.steps, node).iter().any(|micro| {
        (signs || micro.grounds.tier == 1)
            && facts.objects.get(micro.object).is_some_and(|name| name == object)
            && matches!(
                micro.action,
                Action::Write {
                    carrier: Carrier::Paper,
                    ..
                }
            )
    })
}
