//! Proposals for automation or AI support of a step (domain.md 6, analysis.md 2).

use super::annotation::Discretion;
use super::message::Message;

/// Solution classes in the fixed order of search (domain.md 6.3): the first that fits is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SolutionClass {
    /// Leave the step out or merge it.
    Drop,
    /// Take over an existing solution.
    Reuse,
    /// Interface between systems.
    Interface,
    /// Workflow in the document management system.
    DmsWorkflow,
    /// Online service, application management.
    OnlineService,
    /// Small procedure on a low-code platform.
    LowCode,
    /// Written rules, decision table.
    Rules,
    /// Robotic process automation as a bridge.
    Rpa,
    /// Document classification and recognition.
    DocumentClassification,
    /// Draft by a language model, reviewed by a person.
    LlmDraft,
    /// Summary or search with citations.
    Summary,
    /// Speech to text.
    SpeechToText,
    /// Chatbot, portal text.
    Chatbot,
}

impl SolutionClass {
    /// All classes in the order of search.
    pub const ALL: [SolutionClass; 13] = [
        SolutionClass::Drop,
        SolutionClass::Reuse,
        SolutionClass::Interface,
        SolutionClass::DmsWorkflow,
        SolutionClass::OnlineService,
        SolutionClass::LowCode,
        SolutionClass::Rules,
        SolutionClass::Rpa,
        SolutionClass::DocumentClassification,
        SolutionClass::LlmDraft,
        SolutionClass::Summary,
        SolutionClass::SpeechToText,
        SolutionClass::Chatbot,
    ];

    /// Name in JSON, texts and catalogue ids.
    pub fn code(self) -> &'static str {
        match self {
            SolutionClass::Drop => "drop",
            SolutionClass::Reuse => "reuse",
            SolutionClass::Interface => "interface",
            SolutionClass::DmsWorkflow => "dms-workflow",
            SolutionClass::OnlineService => "online-service",
            SolutionClass::LowCode => "low-code",
            SolutionClass::Rules => "rules",
            SolutionClass::Rpa => "rpa",
            SolutionClass::DocumentClassification => "document-classification",
            SolutionClass::LlmDraft => "llm-draft",
            SolutionClass::Summary => "summary",
            SolutionClass::SpeechToText => "speech-to-text",
            SolutionClass::Chatbot => "chatbot",
        }
    }
}

/// How far a machine may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AutomationLevel {
    /// Supports the person.
    Assist,
    /// Prepares, a person releases.
    Prepare,
    /// Does it alone. Never where there is discretion.
    Full,
}

impl AutomationLevel {
    /// Name in JSON and catalogue ids.
    pub fn code(self) -> &'static str {
        match self {
            AutomationLevel::Assist => "assist",
            AutomationLevel::Prepare => "prepare",
            AutomationLevel::Full => "full",
        }
    }
}

/// One class proposed for a step.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Which solution.
    pub class: SolutionClass,
    /// Suitability, 0 to 100.
    pub score: f64,
    /// How far.
    pub level: AutomationLevel,
    /// Reasons for.
    pub reasons: Vec<Message>,
    /// What stands in the way.
    pub blockers: Vec<Message>,
}

/// A step with its proposals, best first.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The step.
    pub element: String,
    /// Its name as drawn.
    pub element_name: String,
    /// Proposed class first, then at most two alternatives.
    pub proposals: Vec<Proposal>,
    /// Room for judgement at this step; `None` where nothing is known.
    pub discretion: Option<Discretion>,
    /// Ids of the legal questions that have to be answered (`G03`).
    pub gates: Vec<String>,
    /// Share of the criteria's weight that rests on data, 0 to 1.
    pub evidenced: f64,
    /// Hours per year that could be gained, from and to, where volume and minutes are known.
    pub gain_hours: Option<(f64, f64)>,
}

/// A legal question with source and date (domain.md 5). No legal advice: a person answers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gate {
    /// Id, `G01` …
    pub id: String,
    /// Source of law.
    pub source: String,
    /// Day on which the source was last read, ISO date.
    pub checked_on: String,
}
