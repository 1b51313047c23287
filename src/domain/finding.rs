//! What a rule reports about a model, and what people say of it.

use super::carrier::{BreakKind, Carrier};
use super::ids::AccountId;
use super::message::Message;
use super::time::Timestamp;

/// Where a fact comes from (analysis.md 1.4, from most to least trusted).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceSource {
    /// An annotation inside the file.
    Annotation,
    /// The profile of the process.
    Profile,
    /// A building block of another tool (PICTURE).
    Block,
    /// A data object or data store.
    Data,
    /// A message flow, message event or participant.
    Message,
    /// The label of the step.
    Label,
    /// The BPMN type of the step.
    Type,
    /// The lane or pool.
    Lane,
    /// Documentation or text annotation.
    Documentation,
    /// What an earlier step established.
    Previous,
}

impl EvidenceSource {
    /// Name in JSON and in catalogue ids (`evidence-…`).
    pub fn code(self) -> &'static str {
        match self {
            EvidenceSource::Annotation => "annotation",
            EvidenceSource::Profile => "profile",
            EvidenceSource::Block => "block",
            EvidenceSource::Data => "data",
            EvidenceSource::Message => "message",
            EvidenceSource::Label => "label",
            EvidenceSource::Type => "type",
            EvidenceSource::Lane => "lane",
            EvidenceSource::Documentation => "documentation",
            EvidenceSource::Previous => "previous",
        }
    }
}

/// One reason for a finding: where it stands and the very words.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Kind of place.
    pub source: EvidenceSource,
    /// Element it stands at.
    pub element: String,
    /// The words of the model or profile, as they stand there.
    pub text: String,
}

/// Whether every execution shows it or only some.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// On every way through the model.
    Certain,
    /// On some ways.
    Possible,
}

impl Certainty {
    /// Name in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Certainty::Certain => "certain",
            Certainty::Possible => "possible",
        }
    }
}

/// How sure we are: high from 0.75, medium from 0.5, below that a person has to check (analysis.md 1.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Confidence at least 0.75.
    High,
    /// Confidence at least 0.5.
    Medium,
    /// Below; outside the headline figures.
    Check,
}

impl Level {
    /// All levels, surest first.
    pub const ALL: [Level; 3] = [Level::High, Level::Medium, Level::Check];

    /// The level of a confidence.
    pub fn of(confidence: f64) -> Level {
        if confidence >= 0.75 {
            Level::High
        } else if confidence >= 0.5 {
            Level::Medium
        } else {
            Level::Check
        }
    }

    /// Name in JSON and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Level::High => "high",
            Level::Medium => "medium",
            Level::Check => "check",
        }
    }
}

/// One of the ways in which a break carries information over.
#[derive(Debug, Clone, PartialEq)]
pub struct Carrying {
    /// Where the information is.
    pub from: Carrier,
    /// Where it goes.
    pub to: Carrier,
    /// Share of the expected number of breaks, 0 to 1; the shares of a finding add up to 1.
    pub share: f64,
}

/// What a rule reports at one element. The shape of design.md 2.4.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Rule id, `family/slug`.
    pub rule: String,
    /// Kind of media break; `None` for other families.
    pub kind: Option<BreakKind>,
    /// Element that does the carrying-over.
    pub element: String,
    /// Name of that element as drawn (empty where it has none).
    pub element_name: String,
    /// Information object as the model names it.
    pub object: String,
    /// Source carrier.
    pub from: Option<Carrier>,
    /// Needed carrier.
    pub to: Option<Carrier>,
    /// Every way it is carried over, the largest share first; `from` and `to` are those of one of them. Empty where
    /// nothing goes from one carrier to another.
    pub carryings: Vec<Carrying>,
    /// Elements that put the object on the source carrier (def sites).
    pub written_at: Vec<String>,
    /// Every way or some ways.
    pub certainty: Certainty,
    /// Share of the executions of the element that show it, 0 to 1.
    pub share_of_executions: f64,
    /// Expected number per case.
    pub per_case: f64,
    /// True where branch probabilities had to be assumed equal.
    pub assumed: bool,
    /// 0 to 1.
    pub confidence: f64,
    /// The sentence.
    pub message: Message,
    /// Why we think so.
    pub evidence: Vec<Evidence>,
    /// Minutes per case (expected number times minutes each); an estimate.
    pub minutes_per_case: Option<f64>,
    /// True where somebody has stated the minutes of one carrying-over; else they are the start value of its kind.
    pub minutes_stated: bool,
    /// Hours per year, where the volume is known.
    pub hours_per_year: Option<f64>,
    /// Euros per year, where volume and rate are known.
    pub cost_per_year: Option<f64>,
    /// Hash of rule, element, kind and normalised object; survives versions (design.md 2.4).
    pub key: String,
}

impl Finding {
    /// Level of its confidence.
    pub fn level(&self) -> Level {
        Level::of(self.confidence)
    }

    /// The family: what stands before the slash of the rule id.
    pub fn family(&self) -> &str {
        self.rule.split('/').next().unwrap_or_default()
    }
}

/// What the analysis saw and did not count: unknown carriers, changes done by programs.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// `undetermined`, `automated-change`, `simplified`, `parallel-use`, `callee-not-loaded` …
    pub kind: String,
    /// Element it concerns.
    pub element: String,
    /// Information object, empty where none.
    pub object: String,
    /// Expected number per case.
    pub per_case: f64,
}

/// What a person says of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// True.
    Confirmed,
    /// Not true.
    Dismissed,
    /// True and wanted.
    Wanted,
    /// True and required by law.
    RequiredByLaw,
    /// Was true, has been resolved.
    Resolved,
}

impl Verdict {
    /// All verdicts in the order they are offered.
    pub const ALL: [Verdict; 5] = [
        Verdict::Confirmed,
        Verdict::Dismissed,
        Verdict::Wanted,
        Verdict::RequiredByLaw,
        Verdict::Resolved,
    ];

    /// Name in JSON, forms and catalogue ids.
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Confirmed => "confirmed",
            Verdict::Dismissed => "dismissed",
            Verdict::Wanted => "wanted",
            Verdict::RequiredByLaw => "required-by-law",
            Verdict::Resolved => "resolved",
        }
    }

    /// The verdict with this code.
    pub fn from_code(code: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|verdict| verdict.code() == code)
    }
}

/// A verdict with its reason, kept in the register under the finding's key.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// Key of the finding.
    pub key: String,
    /// What was said.
    pub verdict: Verdict,
    /// Why, may be empty.
    pub reason: String,
    /// Who said it.
    pub by: AccountId,
    /// Name shown for that account.
    pub by_name: String,
    /// When.
    pub at: Timestamp,
    /// How many verdicts there have been on this finding; tells a newer one apart.
    pub turn: u32,
}
