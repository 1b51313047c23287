//! What the program has to say, before it is put in words: an id of the message catalogues and arguments.

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

    /// The same message with a further catalogue entry as argument.
    pub fn with_term(self, name: &str, id: impl Into<String>) -> Self {
        self.with(name, Arg::Term(id.into()))
    }
}
