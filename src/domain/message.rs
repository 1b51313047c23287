//! What the program has to say, before it is put in words: an id of the message catalogues and arguments.

/// Characters of a name in a sentence; the rest of a longer one is left out. Names come from files and are as long as somebody
/// wants them to be.
const NAME: usize = 60;

/// A name as it stands in a sentence: cut where it is too long to be read.
pub fn short_name(name: &str) -> String {
    match name.char_indices().nth(NAME) {
        // The ellipsis takes the place of one character.
        Some(_) => name.chars().take(NAME - 1).chain(['…']).collect(),
        None => name.to_owned(),
    }
}

/// One argument of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Text as people wrote it: names, labels, file names.
    Text(String),
    /// A number; the language decides how it is written.
    Number(f64),
    /// The id of another catalogue entry that is put in here (a carrier kind, a unit of measure).
    Term(String),
    /// A whole message that is put in here.
    Message(Box<Message>),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}
impl From<f64> for Arg {
    fn from(number: f64) -> Self {
        Arg::Number(number)
    }
}
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Arg::Number(number as f64)
    }
}
impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Arg::Message(Box::new(message))
    }
}

/// An id of the message catalogues (`locales/*/*.ftl`) with its arguments.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// Id of the catalogue entry.
    pub id: String,
    /// Named arguments in the order they were given.
    pub args: Vec<(String, Arg)>,
}

impl Message {
    /// A message without arguments.
    pub fn new(id: impl Into<String>) -> Self {
        Message {
            id: id.into(),
            args: Vec::new(),
        }
    }

    /// The same message with one more argument.
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        self.args.push((name.to_owned(), value.into()));
        self
    }

    /// The same message with all names in it cut to a length that can be read ([`short_name`]).
    pub fn with_short_names(mut self) -> Self {
        for (_, value) in &mut self.args {
            match value {
                Arg::Text(text) => *text = short_name(text),
                Arg::Message(inner) => {
                    let whole = std::mem::replace(inner.as_mut(), Message::new(""));
                    **inner = whole.with_short_names();
                }
                Arg::Number(_) | Arg::Term(_) => {}
            }
        }
        self
    }

    /// The same message with a further catalogue entry as argument.
    pub fn with_term(self, name: &str, id: impl Into<String>) -> Self {
        self.with(name, Arg::Term(id.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut_also_inside() {
        assert_eq!(short_name(&"ä".repeat(60)), "ä".repeat(60));
        let cut = format!("{}…", "ä".repeat(59));
        assert_eq!(short_name(&"ä".repeat(61)), cut);
        let inner = Message::new("inner").with("name", "ä".repeat(5_000));
        let message = Message::new("outer")
            .with("number", 7_usize)
            .with_term("term", "x".repeat(70))
            .with("place", inner)
            .with_short_names();
        let expected = Message::new("outer")
            .with("number", 7_usize)
            .with_term("term", "x".repeat(70))
            .with("place", Message::new("inner").with("name", cut));
        assert_eq!(message, expected);
    }
}
