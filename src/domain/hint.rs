//! What a rule says of the way a model is drawn or written. Not of the process itself: hints are no findings, have no
//! number per case and no verdict.

use super::digest::sha256_hex;
use super::message::Message;

/// How much a hint matters; the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The file or model is against BPMN 2.0; other programs may refuse or misread it.
    Error,
    /// Probably not what was meant, or hard to understand.
    Warning,
    /// A matter of style.
    Info,
}

impl Severity {
    /// All severities, the worst first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

    /// Name in JSON and catalogue ids (`severity-…`).
    pub fn code(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// One hint.
#[derive(Debug, Clone, PartialEq)]
pub struct Hint {
    /// Rule id, `family/slug`.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Id of the element; empty where it has none.
    pub element: String,
    /// Name of the element as drawn; may be empty.
    pub element_name: String,
    /// Line in the file, from 1.
    pub line: Option<u32>,
    /// What is so.
    pub message: Message,
    /// What to do.
    pub fix: Message,
}

impl Hint {
    /// The family: what stands before the slash of the rule id.
    pub fn family(&self) -> &'static str {
        self.rule.split('/').next().unwrap_or_default()
    }

    /// Sixteen hexadecimal digits from rule and element; survives versions of the model.
    pub fn key(&self) -> String {
        let text = format!("{}|{}||", self.rule, self.element);
        sha256_hex(text.as_bytes()).chars().take(16).collect()
    }
}

/// The worst first, then in the order of the lines, then of the rules.
pub fn sort(hints: &mut [Hint]) {
    hints.sort_by(|a, b| {
        (a.severity, a.line, a.rule, &a.element).cmp(&(b.severity, b.line, b.rule, &b.element))
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_comes_first_then_the_line() {
        let hint = |severity, line| Hint {
            rule: "modelling/fake-join",
            severity,
            element: String::new(),
            element_name: String::new(),
            line: Some(line),
            message: Message::new("a"),
            fix: Message::new("b"),
        };
        let mut hints = [
            hint(Severity::Info, 1),
            hint(Severity::Error, 9),
            hint(Severity::Error, 4),
        ];
        sort(&mut hints);
        let order: Vec<_> = hints.iter().map(|hint| (hint.severity, hint.line)).collect();
        assert_eq!(
            order,
            [
                (Severity::Error, Some(4)),
                (Severity::Error, Some(9)),
                (Severity::Info, Some(1))
            ]
        );
        assert_eq!(hints[0].family(), "modelling");
        assert_eq!(hints[0].key().len(), 16);
    }
}
