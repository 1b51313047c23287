//! Pairs of systems between which people carry information by hand, over the whole register (analysis.md 1.8), and
//! what an interface between two of them would change.

use super::carrier::Carrier;
use super::finding::{Certainty, Verdict};
use super::ids::{ApplicationId, ProcessId};
use super::organisation::InterfaceState;

/// A number with the range it may lie in.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Estimate {
    /// Least.
    pub low: f64,
    /// The figure that is shown first.
    pub middle: f64,
    /// Most.
    pub high: f64,
}

impl Estimate {
    /// Both together.
    pub fn plus(self, other: Estimate) -> Estimate {
        Estimate {
            low: self.low + other.low,
            middle: self.middle + other.middle,
            high: self.high + other.high,
        }
    }

    /// A share of it.
    pub fn times(self, share: f64) -> Estimate {
        Estimate {
            low: self.low * share,
            middle: self.middle * share,
            high: self.high * share,
        }
    }
}

/// A sum in which some summands are not known.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Total {
    /// The known ones together; `None` where none is known.
    pub known: Option<Estimate>,
    /// Number of summands that are not known; they are in no figure.
    pub unknown: usize,
}

impl Total {
    /// The sum of these.
    pub fn of(parts: impl IntoIterator<Item = Option<Estimate>>) -> Total {
        let mut total = Total::default();
        for part in parts {
            match part {
                Some(part) => total.known = Some(total.known.map_or(part, |known| known.plus(part))),
                None => total.unknown += 1,
            }
        }
        total
    }

    /// Both together.
    pub fn plus(self, other: Total) -> Total {
        let parts = [self.known, other.known].into_iter().flatten();
        Total {
            known: parts.reduce(Estimate::plus),
            unknown: self.unknown + other.unknown,
        }
    }
}

/// What the other side of a system is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OtherSide {
    /// Another system.
    System,
    /// A document.
    Document,
    /// Paper.
    Paper,
    /// The spoken word.
    Oral,
}

impl OtherSide {
    /// All, in the order of [`Carrier`].
    pub const ALL: [OtherSide; 4] = [
        OtherSide::System,
        OtherSide::Document,
        OtherSide::Paper,
        OtherSide::Oral,
    ];

    /// Name in JSON and addresses.
    pub fn code(self) -> &'static str {
        match self {
            OtherSide::System => "system",
            OtherSide::Document => "document",
            OtherSide::Paper => "paper",
            OtherSide::Oral => "oral",
        }
    }

    /// The side with this code.
    pub fn from_code(code: &str) -> Option<OtherSide> {
        OtherSide::ALL.into_iter().find(|side| side.code() == code)
    }
}

/// One side of a pair: a system, or what is no system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairEnd {
    /// The carrier; a system of the catalogue by its name there. `system:?` are systems that no model names.
    pub carrier: Carrier,
    /// The application of the catalogue; `None`: the catalogue does not know it, or it is no system.
    pub application: Option<ApplicationId>,
}

impl PairEnd {
    /// True for a system with a name.
    pub fn is_named_system(&self) -> bool {
        matches!(&self.carrier, Carrier::System(name) if name != "?")
    }
}

/// A step at which something is carried over between the two.
#[derive(Debug, Clone, PartialEq)]
pub struct PairStep {
    /// The process.
    pub process: ProcessId,
    /// Its number.
    pub process_number: String,
    /// Its name.
    pub process_name: String,
    /// Diagram version it stands in.
    pub diagram: u32,
    /// Number of the finding on the picture, from 1.
    pub place: usize,
    /// Key of the finding.
    pub key: String,
    /// Element that does the carrying-over.
    pub element: String,
    /// Its name as drawn.
    pub element_name: String,
    /// Information object.
    pub object: String,
    /// Where it comes from, as the pair names it.
    pub from: Carrier,
    /// Where it goes.
    pub to: Carrier,
    /// Share of the finding that goes this way, 0 to 1.
    pub share: f64,
    /// Expected number per case on this way.
    pub per_case: f64,
    /// Every way through the model or some.
    pub certainty: Certainty,
    /// Hours per year on this way; `None` where the volume is not surveyed.
    pub hours: Option<Estimate>,
    /// Euros per year; `None` where volume or rate are not known.
    pub cost: Option<Estimate>,
    /// What people say of the finding.
    pub verdict: Option<Verdict>,
    /// False where a person has to check first: in no figure of the pair.
    pub counted: bool,
}

/// What the catalogue says of the interfaces between two applications. `None`: not surveyed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PairInterface {
    /// From the first to the second.
    pub there: Option<InterfaceState>,
    /// From the second to the first.
    pub back: Option<InterfaceState>,
}

/// Two carriers, at least one of them a system, with everything that is carried over between them by hand.
#[derive(Debug, Clone, PartialEq)]
pub struct SystemPair {
    /// The first, always a system.
    pub one: PairEnd,
    /// The other.
    pub other: PairEnd,
    /// The steps, those that cost most hours first; those a person has to check come last.
    pub steps: Vec<PairStep>,
    /// Number of the steps that count.
    pub breaks: usize,
    /// Number of processes they are in.
    pub processes: usize,
    /// Hours per year.
    pub hours: Total,
    /// Euros per year.
    pub cost: Total,
    /// Interfaces of today; `None` unless both are applications of the catalogue.
    pub interface: Option<PairInterface>,
}

impl SystemPair {
    /// What the other side is.
    pub fn side(&self) -> OtherSide {
        match self.other.carrier {
            Carrier::System(_) => OtherSide::System,
            Carrier::Document => OtherSide::Document,
            Carrier::Paper => OtherSide::Paper,
            Carrier::Oral => OtherSide::Oral,
        }
    }

    /// True for two systems with names: an interface could join them.
    pub fn is_joinable(&self) -> bool {
        self.one.is_named_system() && self.other.is_named_system()
    }

    /// Number of steps that a person has to check first.
    pub fn to_check(&self) -> usize {
        self.steps.len() - self.breaks
    }
}

/// A step and what an interface leaves of it.
#[derive(Debug, Clone, PartialEq)]
pub struct StepEffect {
    /// The step today.
    pub step: PairStep,
    /// What remains of it: 0 nothing, 1 everything.
    pub remains: f64,
}

/// What an interface changes in one process.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcessEffect {
    /// The process.
    pub process: ProcessId,
    /// Its number.
    pub number: String,
    /// Its name.
    pub name: String,
    /// Steps of the pair that count today.
    pub breaks_before: usize,
    /// Those that remain, wholly or in part.
    pub breaks_after: usize,
    /// Hours per year of the pair today.
    pub hours_before: Total,
    /// Hours per year that remain.
    pub hours_after: Total,
}

/// What an interface between two systems changes; nothing of it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct InterfaceEffect {
    /// Each step of the pair, in its order.
    pub steps: Vec<StepEffect>,
    /// Steps that count today.
    pub breaks_before: usize,
    /// Those that remain, wholly or in part.
    pub breaks_after: usize,
    /// Hours per year today.
    pub hours_before: Total,
    /// Hours per year that remain.
    pub hours_after: Total,
    /// Hours per year that vanish.
    pub hours_gone: Total,
    /// Euros per year that vanish.
    pub cost_gone: Total,
    /// Each process, by number.
    pub processes: Vec<ProcessEffect>,
}

/// A process whose rank an interface changes.
#[derive(Debug, Clone, PartialEq)]
pub struct RankShift {
    /// The process.
    pub process: ProcessId,
    /// Its number.
    pub number: String,
    /// Its name.
    pub name: String,
    /// Rank today; `None`: too few answers.
    pub before: Option<usize>,
    /// Rank with the interface.
    pub after: Option<usize>,
}
