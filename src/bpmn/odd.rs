//! Collects warnings, at most so many that a person can still read them.

use crate::domain::message::Message;
use crate::domain::warning::Warning;

/// Bytes of an id that is kept with each warning or fault at its element. Ids of tools are far shorter; a longer one would be
/// stored as often as there is something to say about its element.
pub(super) const ID_BYTES: usize = 1_000;

/// More warnings than this are only counted.
const MOST: usize = 1_000;

/// The warnings of one file.
#[derive(Debug, Default)]
pub struct Odd {
    list: Vec<Warning>,
    further: usize,
}

impl Odd {
    /// Notes a warning. The code is the message's id without its `bpmn-`.
    pub fn note(&mut self, line: Option<u32>, element: Option<&str>, message: Message) {
        if self.list.len() >= MOST {
            self.further += 1;
            return;
        }
        let mut message = message.with_short_names();
        if let Some(line) = line {
            message = message.with("line", line as usize);
        }
        self.list.push(Warning {
            code: code(&message.id),
            line,
            element: element.filter(|id| id.len() <= ID_BYTES).map(str::to_owned),
            message,
        });
    }

    /// All warnings in the order of their lines, with a last one that says how many more there were.
    pub fn finish(mut self) -> Vec<Warning> {
        self.list.sort_by_key(|warning| warning.line);
        if self.further > 0 {
            let message = Message::new("bpmn-more-warnings").with("count", self.further);
            self.list.push(Warning {
                code: code(&message.id),
                line: None,
                element: None,
                message,
            });
        }
        self.list
    }
}

/// The stable code of a message id.
pub fn code(id: &str) -> String {
    id.strip_prefix("bpmn-").unwrap_or(id).to_owned()
}
