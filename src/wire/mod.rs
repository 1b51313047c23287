//! What leaves and enters as JSON: one small file per noun. Home of `serde` (with `exchange`) and of the schemas of the API.
//!
//! Leaving: structs made from domain types, messages put in words. Entering: [`Fields`] takes an object apart field by
//! field, names every fault with its field, and refuses fields it does not know.
//!
//! A field with three states is written plainly: the value, `null` for "not surveyed", `"not_applicable"` for "does not apply".

mod account;
mod analysis;
mod base64;
mod comparison;
mod diagram;
mod export;
mod fields;
mod finding;
mod json;
mod known;
mod organisation;
mod priority;
mod problem;
mod process;
mod profile;
mod report;
mod story;

pub use account::{AccountJson, TokenJson};
pub use analysis::{
    AnalysisJson, CandidateJson, FileJson, NoteJson, ProposalJson, RefusalJson, SummaryJson, TimesJson,
    WarningJson, candidate_json,
};
pub use comparison::{ComparisonJson, DetailJson, DiagramComparisonJson, ModelChangeJson};
pub use diagram::{DiagramJson, DiagramListJson, DiagramViewJson, UploadedJson};
pub use export::{export_json, is_export, read_export};
pub use fields::Fields;
pub use finding::{
    CandidatePageJson, CandidateRowJson, CandidatesJson, EvidenceJson, FindingJson, FindingPageJson,
    FindingRowJson, FindingsJson, JudgementJson, read_verdict,
};
pub use json::{BODY_BYTES, DEPTH, Leaves, Object, parse_object, to_json, to_json_pretty};
pub use known::{FigureJson, KnownJson, Word};
pub use organisation::{
    ApplicationJson, ApplicationsJson, InterfaceJson, UnitJson, UnitsJson, read_application, read_unit,
};
pub use priority::{
    AnswerJson, AnswersJson, PrioritiesJson, ProposedAnswerJson, QuestionJson, RankedJson, ScorePartJson,
    WeightJson, read_answer,
};
pub use problem::{FieldFaultJson, ProblemJson};
pub use process::{
    ChangeJson, CompletenessJson, ProcessJson, ProcessPageJson, ProcessRowJson, RevisionJson, RevisionsJson,
};
pub use profile::{ChannelJson, ProfileJson, read_profile};
pub use report::{CheckJson, ImportLineJson};
pub use story::StoryJson;
