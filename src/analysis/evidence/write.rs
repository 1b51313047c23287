//! Collects facts while the steps are read, with what a later step has to know of earlier ones.

use super::objects::{Objects, Origin};
use super::scene::Scene;
use crate::analysis::facts::{Action, Arrival, Facts, Grounds, MicroStep};
use crate::domain::carrier::{By, Carrier};
use crate::domain::finding::{Evidence, EvidenceSource};

/// What stands behind a fact.
#[derive(Debug, Clone)]
pub struct Ground {
    /// Kind of place.
    pub source: EvidenceSource,
    /// Element.
    pub element: String,
    /// The words.
    pub text: String,
    /// 0 to 1.
    pub confidence: f64,
    /// Tier 2 to 8.
    pub tier: u8,
}

impl Ground {
    /// As the contract wants it, with a second reason where there is one.
    pub fn grounds(&self, more: Option<&Ground>) -> Grounds {
        let mut evidence = vec![self.evidence()];
        let mut confidence = self.confidence;
        if let Some(other) = more {
            evidence.push(other.evidence());
            // Agreement of a lower tier (analysis.md 1.4).
            confidence = 1.0 - (1.0 - confidence) * (1.0 - other.confidence / 2.0);
        }
        Grounds {
            confidence: confidence.min(0.97),
            evidence,
            tier: self.tier,
        }
    }

    fn evidence(&self) -> Evidence {
        Evidence {
            source: self.source,
            element: self.element.clone(),
            text: self.text.clone(),
        }
    }
}

/// What is passed on from node to node.
#[derive(Debug, Clone, Copy, Default)]
pub struct Passed {
    /// The object last dealt with, and how many activities ago.
    pub focus: Option<(usize, u8)>,
    /// Activities for which something heard still waits to be put down.
    pub heard: u8,
}

/// Facts in the making.
pub struct Writer {
    /// Objects.
    pub objects: Objects,
    /// Data index to object index.
    pub of_data: Vec<usize>,
    /// What each node passes on.
    pub passed: Vec<Passed>,
    /// Name of the case per process.
    pub case_names: Vec<String>,
    steps: Vec<Vec<MicroStep>>,
    arrivals: Vec<Arrival>,
}

impl Writer {
    /// Starts with the drawn objects.
    pub fn new(scene: &Scene) -> Writer {
        let mut objects = Objects::default();
        let mut of_data: Vec<usize> = Vec::new();
        for (at, data) in scene.graph.data.iter().enumerate() {
            let process = data.process.unwrap_or_else(|| user_of(scene, at));
            let twin = scene.graph.data.iter().take(at).position(|other| {
                other.object == data.object
                    || (other.name == data.name && other.kind == data.kind && other.process == data.process)
            });
            let object = match twin.and_then(|twin| of_data.get(twin)) {
                Some(object) => *object,
                None => {
                    let store = data.kind == crate::graph::DataKind::Store;
                    let stem = crate::analysis::wording::head_of(&data.name);
                    objects.add(
                        &data.name,
                        &stem,
                        process,
                        if store { Origin::Store } else { Origin::Data },
                    )
                }
            };
            if let (Some(object), Some(Some(placed))) = (objects.0.get_mut(object), scene.data.get(at)) {
                object.stated.get_or_insert_with(|| placed.carrier.clone());
            }
            of_data.push(object);
        }
        let nodes = scene.views.len();
        Writer {
            objects,
            of_data,
            passed: vec![Passed::default(); nodes],
            case_names: super::arrivals::case_names(scene),
            steps: vec![Vec::new(); nodes],
            arrivals: Vec::new(),
        }
    }

    /// The case of a process.
    pub fn case(&mut self, process: usize) -> usize {
        let name = self.case_names.get(process).cloned().unwrap_or_default();
        self.objects.default_object(process, Origin::Case, &name)
    }

    /// What was said in a process; the model has no name for it.
    pub fn heard(&mut self, process: usize) -> usize {
        self.objects.default_object(process, Origin::Heard, "")
    }

    /// What was said in a process, if anything was.
    pub fn heard_known(&self, process: usize) -> Option<usize> {
        self.objects
            .0
            .iter()
            .position(|object| object.process == process && object.origin == Origin::Heard)
    }

    /// A need.
    pub fn need(
        &mut self,
        at: usize,
        object: usize,
        accepts: Vec<Carrier>,
        implied: Option<Carrier>,
        grounds: Grounds,
    ) {
        if accepts.is_empty() {
            return;
        }
        if accepts.first() == Some(&Carrier::Paper) {
            self.objects.on_paper(object);
        }
        self.push(
            at,
            object,
            Action::Need {
                accepts,
                by: By::Human,
                implied,
            },
            grounds,
        );
    }

    /// A need met by a program.
    pub fn need_automatic(&mut self, at: usize, object: usize, accepts: Vec<Carrier>, grounds: Grounds) {
        self.push(
            at,
            object,
            Action::Need {
                accepts,
                by: By::Automatic,
                implied: None,
            },
            grounds,
        );
    }

    /// A write.
    pub fn write(&mut self, at: usize, object: usize, carrier: Carrier, also: bool, grounds: Grounds) {
        if !also || carrier == Carrier::Paper {
            self.objects.mark(object, carrier == Carrier::Paper);
        }
        self.push(at, object, Action::Write { carrier, also }, grounds);
    }

    /// A transport.
    pub fn transport(&mut self, at: usize, object: usize, grounds: Grounds) {
        self.push(at, object, Action::Transport, grounds);
    }

    /// Duplicate filing.
    pub fn file_twice(&mut self, at: usize, object: usize, grounds: Grounds) {
        self.push(at, object, Action::FileTwice, grounds);
    }

    /// An arrival.
    pub fn arrive(&mut self, arrival: Arrival) {
        if let Some(object) = self.objects.0.get_mut(arrival.object) {
            object.written = true;
            object.paper |= arrival.carriers.contains(&Carrier::Paper);
        }
        self.arrivals.push(arrival);
    }

    fn push(&mut self, at: usize, object: usize, action: Action, grounds: Grounds) {
        let step = MicroStep {
            object,
            action,
            minutes: None,
            grounds,
        };
        if let Some(steps) = self.steps.get_mut(at) {
            let same = steps
                .iter()
                .any(|other| other.object == object && other.action == step.action);
            if !same {
                steps.push(step);
            }
        }
    }

    /// The facts.
    pub fn finish(self) -> Facts {
        Facts {
            objects: self.objects.0.into_iter().map(|object| object.name).collect(),
            steps: self.steps,
            arrivals: self.arrivals,
        }
    }
}

/// The process of the first node that uses a global data object.
fn user_of(scene: &Scene, data: usize) -> usize {
    scene
        .views
        .iter()
        .find(|view| view.node.reads.contains(&data) || view.node.writes.contains(&data))
        .map_or(0, |view| view.node.process)
}
