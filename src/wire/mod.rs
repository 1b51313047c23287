//! x
/// STUB
#[allow(missing_docs)]
pub struct ProblemJson(String);
#[allow(missing_docs)]
impl ProblemJson {
    pub fn new(error: &crate::error::Error, status: u16, lang: crate::text::Lang) -> ProblemJson {
        ProblemJson(format!("{{\"title\":{:?},\"status\":{status}}}", lang.say(&error.message)))
    }
}
#[allow(missing_docs)]
pub fn to_json(value: &ProblemJson) -> String {
    value.0.clone()
}
