//! On which carrier things come in: profile, messages, names of start and catching events (tiers 2, 5, 6).

use super::drawn::{Placed, of_reading};
use super::families::{Family, family, is_information};
use super::objects::Origin;
use super::scene::{Scene, View};
use super::write::{Ground, Writer};
use crate::analysis::Context;
use crate::analysis::facts::Arrival;
use crate::analysis::wording::{Class, Noun, head_of, nouns_of, same_head};
use crate::domain::carrier::Carrier;
use crate::domain::finding::EvidenceSource;
use crate::graph::{DataKind, NodeKind};

/// What the case is called in each process: what the start names of a known family, else the first noun of its family
/// in messages and labels. Empty where the model has no name for it.
pub fn case_names(scene: &Scene) -> Vec<String> {
    (0..scene.graph.processes.len())
        .map(|process| {
            let own = || {
                scene
                    .views
                    .iter()
                    .filter(move |view| view.node.process == process)
            };
            let starts = || {
                own()
                    .filter(|view| matches!(view.node.kind, NodeKind::Start(_)) && view.node.parent.is_none())
            };
            let said = starts()
                .flat_map(|view| view.incoming.iter().map(|message| message.reading.text.as_str()))
                .chain(starts().map(|view| view.node.name.as_str()));
            let messages =
                own().flat_map(|view| view.incoming.iter().map(|message| message.reading.text.as_str()));
            let labels = own().map(|view| view.node.name.as_str());
            said.flat_map(nouns_of)
                .filter(is_information)
                .find(|noun| matches!(family(noun), Some(Family::In | Family::Out)))
                .or_else(|| {
                    messages
                        .chain(labels)
                        .flat_map(nouns_of)
                        .filter(is_information)
                        .find(|noun| family(noun) == Some(Family::In))
                })
                .map(|noun| noun.raw)
                .unwrap_or_default()
        })
        .collect()
}

/// Reads all arrivals.
pub fn read(scene: &Scene, writer: &mut Writer, context: &Context) {
    for at in scene.order.clone() {
        let Some(view) = scene.views.get(at) else { continue };
        let opens = matches!(view.node.kind, NodeKind::Start(_));
        let waits = matches!(view.node.kind, NodeKind::Catch(_) | NodeKind::Boundary { .. });
        if !(opens || waits)
            || !view.node.annotations.channels.is_empty()
            || !view.node.annotations.carriers.is_empty()
        {
            continue;
        }
        if opens && annotated(scene, view) {
            continue;
        }
        if opens && view.node.parent.is_none() && !context.channels_in.is_empty() {
            from_profile(scene, writer, at, view, context);
            continue;
        }
        from_words(scene, writer, at, view, waits);
    }
}

/// True if the process, its pool or a message says by annotation what arrives.
fn annotated(scene: &Scene, view: &View) -> bool {
    let process = scene.graph.processes.get(view.node.process);
    let pool = process
        .and_then(|process| process.pool)
        .and_then(|at| scene.graph.pools.get(at));
    process.is_some_and(|process| !process.annotations.channels.is_empty())
        || pool.is_some_and(|pool| !pool.annotations.channels.is_empty())
}

fn from_profile(scene: &Scene, writer: &mut Writer, at: usize, view: &View, context: &Context) {
    let known: f64 = context
        .channels_in
        .iter()
        .filter_map(|channel| channel.share)
        .sum();
    let open = context
        .channels_in
        .iter()
        .filter(|channel| channel.share.is_none())
        .count();
    let rest = if open == 0 {
        0.0
    } else {
        (1.0 - known).max(0.0) / open as f64
    };
    let total = known + rest * open as f64;
    if total <= 0.0 {
        return;
    }
    // The channels are those of the case; other things of its family may come up much later.
    let name = writer
        .case_names
        .get(view.node.process)
        .map(|name| head_of(name))
        .unwrap_or_default();
    let case = writer.case(view.node.process);
    let incoming: Vec<usize> = objects(scene, writer, view.node.process, &[])
        .into_iter()
        .filter(|object| {
            *object == case
                || writer
                    .objects
                    .get(*object)
                    .is_some_and(|object| same_head(&object.stem, &name))
        })
        .collect();
    for object in incoming {
        for channel in &context.channels_in {
            let share = channel.share.unwrap_or(rest) / total;
            let ground = Ground {
                source: EvidenceSource::Profile,
                element: view.node.id.clone(),
                text: channel.channel.code().to_owned(),
                confidence: 0.9,
                tier: 2,
            };
            writer.arrive(Arrival {
                node: at,
                object,
                carriers: vec![channel.channel.carrier()],
                share,
                grounds: ground.grounds(None),
            });
        }
    }
}

fn from_words(scene: &Scene, writer: &mut Writer, at: usize, view: &View, waits: bool) {
    let mut found: Vec<(Placed, Ground, Vec<Noun>)> = Vec::new();
    for message in &view.incoming {
        if let Some(placed) = &message.placed {
            let ground = Ground {
                source: EvidenceSource::Message,
                element: message.id.clone(),
                text: message.reading.text.clone(),
                confidence: placed.confidence.min(0.75),
                tier: 5,
            };
            found.push((placed.clone(), ground, nouns_of(&message.reading.text)));
        }
    }
    if found.is_empty() {
        for (reading, source, cap) in [
            (&view.label, EvidenceSource::Label, 0.9),
            (&view.text, EvidenceSource::Documentation, 0.6),
        ] {
            let spoken = || {
                reading.has(Class::Oral).then(|| Placed {
                    carrier: Carrier::Oral,
                    dms: false,
                    confidence: 0.75,
                    words: reading.text.clone(),
                })
            };
            let stated = of_reading(reading).filter(|placed| placed.confidence >= 0.55);
            if let Some(placed) = stated.or_else(spoken) {
                let ground = Ground {
                    source,
                    element: view.node.id.clone(),
                    text: reading.text.clone(),
                    confidence: placed.confidence.min(cap),
                    tier: 6,
                };
                found.push((placed, ground, nouns_of(&reading.text)));
                break;
            }
        }
    }
    let process = view.node.process;
    let count = found.len() as f64;
    for (placed, ground, nouns) in found {
        if placed.carrier == Carrier::Oral {
            let heard = writer.heard(process);
            writer.arrive(Arrival {
                node: at,
                object: heard,
                carriers: vec![Carrier::Oral],
                share: 1.0,
                grounds: ground.grounds(None),
            });
            if let Some(passed) = writer.passed.get_mut(at) {
                passed.heard = 2;
            }
            continue;
        }
        let targets = match waits {
            true => vec![writer.case(process)],
            false => objects(scene, writer, process, &nouns),
        };
        for object in targets {
            writer.arrive(Arrival {
                node: at,
                object,
                carriers: vec![placed.carrier.clone()],
                share: 1.0 / count,
                grounds: ground.grounds(None),
            });
        }
    }
}

/// The case, and drawn objects that come in from outside: nobody writes them, they have no carrier word of their own,
/// and they are named by the message or belong to the family of the case.
fn objects(scene: &Scene, writer: &mut Writer, process: usize, nouns: &[Noun]) -> Vec<usize> {
    let mut out = vec![writer.case(process)];
    for (at, data) in scene.graph.data.iter().enumerate() {
        let object = writer.of_data.get(at).copied();
        let fits = object
            .and_then(|object| writer.objects.get(object))
            .is_some_and(|object| {
                let noun = Noun {
                    raw: object.name.clone(),
                    stem: object.stem.clone(),
                    at: 0,
                };
                object.process == process
                    && object.origin == Origin::Data
                    && (nouns.iter().any(|other| same_head(&other.stem, &object.stem))
                        || family(&noun) == Some(Family::In))
            });
        let placed = scene.data.get(at).is_some_and(Option::is_some);
        let written = scene.views.iter().any(|view| {
            view.node.writes.iter().any(|other| {
                scene
                    .graph
                    .data
                    .get(*other)
                    .is_some_and(|other| other.object == data.object)
            })
        });
        if fits
            && !placed
            && !written
            && data.kind != DataKind::Store
            && let Some(object) = object
            && !out.contains(&object)
        {
            out.push(object);
        }
    }
    out
}
