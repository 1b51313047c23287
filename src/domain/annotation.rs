//! Facts that travel inside a BPMN file: the `pr:` elements of design.md 2.3, and what foreign tools say in their own way.

use super::carrier::{By, Carrier};

/// `pr:carrier` on activities and events: one micro-step about one object, in document order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CarrierFact {
    /// The information object, as written.
    pub object: String,
    /// Accepted carriers; the first is what the step makes if none is there.
    pub needs: Vec<Carrier>,
    /// A new version of the object comes to be on this carrier.
    pub writes: Option<Carrier>,
    /// The carrier is moved between places.
    pub transport: bool,
    /// Who does it, where stated.
    pub by: Option<By>,
    /// With `writes`: a further copy, old ones stay valid.
    pub also: bool,
    /// Minutes this micro-step takes, where stated.
    pub minutes: Option<f64>,
}

/// `pr:channel` on start events, message flows, participants.
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelFact {
    /// The information object, as written.
    pub object: String,
    /// Carriers it arrives on, all at once; empty: unknown.
    pub carriers: Vec<Carrier>,
    /// Share of the cases, 0 to 1, where stated.
    pub share: Option<f64>,
}

/// `pr:system` on lanes, data stores, activities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemFact {
    /// Name of the system.
    pub name: String,
    /// Whether it has an interface, where stated.
    pub interface: Option<bool>,
}

/// How much room for judgement the law leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Discretion {
    /// Bound decision.
    None,
    /// Beurteilungsspielraum.
    Judgement,
    /// Ermessen.
    Discretion,
}

impl Discretion {
    /// All values.
    pub const ALL: [Discretion; 3] = [Discretion::None, Discretion::Judgement, Discretion::Discretion];

    /// Name in JSON, CSV and annotations.
    pub fn code(self) -> &'static str {
        match self {
            Discretion::None => "none",
            Discretion::Judgement => "judgement",
            Discretion::Discretion => "discretion",
        }
    }
}

/// `pr:work` on activities. Minutes are decimal.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WorkFact {
    /// Minutes somebody works on it.
    pub handling_minutes: Option<f64>,
    /// Minutes it waits.
    pub waiting_minutes: Option<f64>,
    /// Minutes it travels.
    pub transport_minutes: Option<f64>,
    /// Kind of work, as written.
    pub kind: Option<String>,
    /// FIM reference activity group, 1 to 8.
    pub rag: Option<u8>,
    /// Room for judgement.
    pub discretion: Option<Discretion>,
    /// Whether a program does it.
    pub automated: Option<bool>,
    /// Unit that does it, as written.
    pub unit: Option<String>,
    /// Number of instances of a multi-instance activity.
    pub instances: Option<f64>,
}

/// `pr:volume` on a process.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VolumeFact {
    /// Cases per year.
    pub cases_per_year: f64,
    /// Year of the count.
    pub year: Option<i16>,
}

/// All annotations of one element.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Annotations {
    /// `pr:carrier`, in document order.
    pub carriers: Vec<CarrierFact>,
    /// `pr:channel`, in document order.
    pub channels: Vec<ChannelFact>,
    /// `pr:system`.
    pub system: Option<SystemFact>,
    /// `pr:work`.
    pub work: Option<WorkFact>,
    /// `pr:branch`: share of the cases that go this way, 0 to 1.
    pub probability: Option<f64>,
    /// `pr:volume`.
    pub volume: Option<VolumeFact>,
}

impl Annotations {
    /// Nothing stated.
    pub const NONE: Annotations = Annotations {
        carriers: Vec::new(),
        channels: Vec::new(),
        system: None,
        work: None,
        probability: None,
        volume: None,
    };
}
