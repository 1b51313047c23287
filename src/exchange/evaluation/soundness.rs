//! Reference verdicts on the control flow of models as JSON (analysis.md 7).

use serde::Deserialize;

/// Schema of reference verdicts.
pub(super) const SCHEMA: &str = "soundness-reference/1";

/// Verdicts of another tool on models that lie below a folder.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct SoundnessFile {
    /// The models.
    pub models: Vec<SoundnessRow>,
}

/// One model.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct SoundnessRow {
    /// Path below the folder of the models.
    pub path: String,
    /// Safeness, option to complete, proper completion, no dead activities: `T` or `F` each.
    pub verdict: String,
    /// False: the meaning of the model differs between tools; not compared.
    #[serde(default)]
    pub comparable: bool,
}
