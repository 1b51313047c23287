//! The step function (analysis.md 1.5) on carrier sets as bit masks.

use crate::analysis::facts::{Action, MicroStep};
use crate::domain::carrier::{BreakKind, By, Carrier};

/// The carriers an object can be on, in order of nearness: bit 0 is nearest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alphabet {
    carriers: Vec<Carrier>,
}

impl Alphabet {
    /// At most 64 carriers; the second value tells whether some had to be left out.
    pub fn of(carriers: impl Iterator<Item = Carrier>) -> (Alphabet, bool) {
        let mut carriers: Vec<Carrier> = carriers.collect();
        carriers.sort();
        carriers.dedup();
        // The three carriers without a name come last and are never the ones left out.
        let surplus = carriers.len().saturating_sub(64);
        carriers.drain(..surplus);
        (Alphabet { carriers }, surplus > 0)
    }

    /// The mask of one carrier; 0 where it was left out.
    pub fn mask(&self, carrier: &Carrier) -> u64 {
        self.carriers
            .binary_search(carrier)
            .map_or(0, |bit| 1_u64 << (bit & 63))
    }

    /// The mask of several carriers.
    pub fn masks<'a>(&self, carriers: impl IntoIterator<Item = &'a Carrier>) -> u64 {
        carriers
            .into_iter()
            .fold(0, |mask, carrier| mask | self.mask(carrier))
    }

    /// The nearest carrier of a mask.
    pub fn nearest(&self, mask: u64) -> Option<&Carrier> {
        (mask != 0)
            .then(|| self.carriers.get(mask.trailing_zeros() as usize))
            .flatten()
    }

    /// Carriers from which a machine could read: documents and systems.
    fn digital(&self) -> u64 {
        self.masks(
            self.carriers
                .iter()
                .filter(|carrier| matches!(carrier, Carrier::Document | Carrier::System(_))),
        )
    }
}

/// A micro-step in terms of masks.
#[derive(Debug, Clone, PartialEq)]
pub struct Compiled<'a> {
    /// Position among the micro-steps of the node.
    pub index: usize,
    /// The micro-step itself.
    pub step: &'a MicroStep,
    accepts: u64,
    makes: u64,
    implied: u64,
}

impl<'a> Compiled<'a> {
    /// Compiles a micro-step.
    pub fn of(index: usize, step: &'a MicroStep, alphabet: &Alphabet) -> Compiled<'a> {
        let (accepts, makes, implied) = match &step.action {
            Action::Need { accepts, implied, .. } => (
                alphabet.masks(accepts),
                accepts.first().map_or(0, |first| alphabet.mask(first)),
                implied.as_ref().map_or(0, |implied| alphabet.mask(implied)),
            ),
            Action::Write { carrier, .. } => (0, alphabet.mask(carrier), 0),
            Action::Transport => (0, 0, 0),
            Action::FileTwice => (0, alphabet.masks([&Carrier::Paper, &Carrier::Document]), 0),
        };
        Compiled {
            index,
            step,
            accepts,
            makes,
            implied,
        }
    }

    /// Carriers that a micro-step may bring up.
    pub fn carriers(step: &MicroStep) -> Vec<Carrier> {
        match &step.action {
            Action::Need { accepts, implied, .. } => accepts.iter().chain(implied).cloned().collect(),
            Action::Write { carrier, .. } => vec![carrier.clone()],
            Action::Transport => vec![Carrier::Paper],
            Action::FileTwice => vec![Carrier::Paper, Carrier::Document],
        }
    }
}

/// What a step shows on one state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// A media break.
    Break(BreakKind),
    /// A change of carrier by a program.
    AutomatedChange,
    /// A need on an unknown carrier.
    Undetermined,
}

/// One thing shown, with its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// What.
    pub shown: Shown,
    /// Position of the micro-step.
    pub step: usize,
    /// Source carrier as a mask; 0 where there is none.
    pub from: u64,
    /// Made carrier as a mask; 0 where there is none.
    pub to: u64,
    /// Micro-step of the same node that put the object on the source; `None`: it came that way.
    pub made_by: Option<usize>,
}

/// The outcome of a step on one state.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome {
    /// Carriers after the step.
    pub after: u64,
    /// What was shown, in order.
    pub events: Vec<Event>,
    /// Bits made here, with the micro-step that made them.
    pub made: Vec<(u64, usize)>,
    /// Needs met with a known carrier.
    pub known: usize,
    /// All needs.
    pub needs: usize,
}

impl Outcome {
    fn maker(&self, bit: u64) -> Option<usize> {
        self.made
            .iter()
            .rev()
            .find(|(bits, _)| bits & bit != 0)
            .map(|(_, step)| *step)
    }

    fn show(&mut self, event: Event) {
        if !self.events.iter().any(|known| known.shown == event.shown) {
            self.events.push(event);
        }
    }
}

/// Runs the micro-steps of a node on a state. `connected` tells whether an interface joins two carriers.
pub fn run(
    steps: &[Compiled],
    before: u64,
    alphabet: &Alphabet,
    connected: &dyn Fn(&Carrier, &Carrier) -> bool,
) -> Outcome {
    let mut outcome = Outcome {
        after: before,
        ..Outcome::default()
    };
    for micro in steps {
        match &micro.step.action {
            Action::Need { by, .. } => need(micro, *by, &mut outcome, alphabet, connected),
            Action::Write { also, .. } => {
                outcome.after = if *also {
                    outcome.after | micro.makes
                } else {
                    micro.makes
                };
                outcome.made.push((micro.makes, micro.index));
            }
            Action::Transport => {
                let paper = alphabet.mask(&Carrier::Paper);
                if outcome.after & paper != 0 && outcome.after & alphabet.digital() == 0 {
                    outcome.show(Event {
                        shown: Shown::Break(BreakKind::Transport),
                        step: micro.index,
                        from: paper,
                        to: 0,
                        made_by: outcome.maker(paper),
                    });
                }
            }
            Action::FileTwice => {
                let source = outcome.after & outcome.after.wrapping_neg();
                outcome.show(Event {
                    shown: Shown::Break(BreakKind::DuplicateFiling),
                    step: micro.index,
                    from: source,
                    to: 0,
                    made_by: outcome.maker(source),
                });
                outcome.made.push((micro.makes & !outcome.after, micro.index));
                outcome.after |= micro.makes;
            }
        }
    }
    outcome
}

fn need(
    micro: &Compiled,
    by: By,
    outcome: &mut Outcome,
    alphabet: &Alphabet,
    connected: &dyn Fn(&Carrier, &Carrier) -> bool,
) {
    outcome.needs += 1;
    if outcome.after == 0 && micro.implied != 0 {
        outcome.after = micro.implied;
        outcome.made.push((micro.implied, micro.index));
    }
    if outcome.after == 0 {
        outcome.show(Event {
            shown: Shown::Undetermined,
            step: micro.index,
            from: 0,
            to: micro.makes,
            made_by: None,
        });
        if micro.accepts.count_ones() == 1 {
            outcome.after = micro.makes;
            outcome.made.push((micro.makes, micro.index));
        }
        return;
    }
    outcome.known += 1;
    if outcome.after & micro.accepts != 0 || micro.makes == 0 {
        return;
    }
    let source = outcome.after & outcome.after.wrapping_neg();
    if let (Some(from), Some(to)) = (alphabet.nearest(source), alphabet.nearest(micro.makes)) {
        let kind = kind(from, to);
        let shown = if by == By::Automatic || kind == Some(BreakKind::SystemToSystem) && connected(from, to) {
            Some(Shown::AutomatedChange)
        } else {
            kind.map(Shown::Break)
        };
        if let Some(shown) = shown {
            outcome.show(Event {
                shown,
                step: micro.index,
                from: source,
                to: micro.makes,
                made_by: outcome.maker(source),
            });
        }
    }
    outcome.after |= micro.makes;
    outcome.made.push((micro.makes, micro.index));
}

/// The kind of a carrying-over by hand (table in analysis.md 1.5); `None`: no media break.
pub fn kind(from: &Carrier, to: &Carrier) -> Option<BreakKind> {
    match (from, to) {
        (Carrier::Oral, Carrier::Oral) => None,
        (Carrier::Oral, _) => Some(BreakKind::OralCapture),
        (_, Carrier::Oral) => None,
        (Carrier::Paper, Carrier::Paper) => None,
        (Carrier::Paper, _) => Some(BreakKind::PaperToDigital),
        (_, Carrier::Paper) => Some(BreakKind::DigitalToPaper),
        (Carrier::Document, Carrier::System(_)) => Some(BreakKind::DocumentToSystem),
        (_, Carrier::Document) => None,
        // An unnamed system may be the very one that is needed: unknown is no break.
        (Carrier::System(from), Carrier::System(to)) => {
            (from != to && from != "?" && to != "?").then_some(BreakKind::SystemToSystem)
        }
    }
}
