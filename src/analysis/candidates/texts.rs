//! The texts of the solution classes.

macro_rules! text {
    ($code:literal) => {
        (
            $code,
            include_str!(concat!("classes/", $code, ".de.md")),
            include_str!(concat!("classes/", $code, ".en.md")),
        )
    };
}

const TEXTS: [(&str, &str, &str); 13] = [
    text!("drop"),
    text!("reuse"),
    text!("interface"),
    text!("dms-workflow"),
    text!("online-service"),
    text!("low-code"),
    text!("rules"),
    text!("rpa"),
    text!("document-classification"),
    text!("llm-draft"),
    text!("summary"),
    text!("speech-to-text"),
    text!("chatbot"),
];

/// The text of a solution class (Markdown) by its code, in `de` or `en`.
pub fn text(code: &str, language: &str) -> Option<&'static str> {
    let (_, german, english) = TEXTS.iter().find(|(known, _, _)| *known == code)?;
    Some(if language == "en" { english } else { german })
}
