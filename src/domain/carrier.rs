//! Carriers of information and the kinds of media breaks between them (`labelled/GUIDELINE.md`, analysis.md 1.2).

/// Where a piece of information is: on paper, in a document, spoken, or as data in a named system.
///
/// The order is the order of nearness used to pick the source of a carrying-over:
/// system < document < paper < oral (analysis.md 1.5).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Carrier {
    /// Structured data in a named system. `?` is one unnamed system per pool.
    System(String),
    /// A file that its receiver cannot read as data: e-mail, PDF, scan, Word, Excel kept by hand.
    Document,
    /// Letter, printed form, paper file, fax on paper.
    Paper,
    /// Telephone, counter, meeting, dictation.
    Oral,
}

impl Carrier {
    /// Reads `paper`, `document`, `oral` or `system:NAME` (design.md 2.3). Nothing else is a carrier.
    pub fn parse(text: &str) -> Option<Carrier> {
        match text.trim() {
            "paper" => Some(Carrier::Paper),
            "document" => Some(Carrier::Document),
            "oral" => Some(Carrier::Oral),
            other => other
                .strip_prefix("system:")
                .map(str::trim)
                .filter(|name| !name.is_empty())
                .map(|name| Carrier::System(name.to_owned())),
        }
    }

    /// The spelling of design.md 2.3; `Carrier::parse` reads it back.
    pub fn code(&self) -> String {
        match self {
            Carrier::System(name) => format!("system:{name}"),
            Carrier::Document => "document".to_owned(),
            Carrier::Paper => "paper".to_owned(),
            Carrier::Oral => "oral".to_owned(),
        }
    }
}

/// Who does a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum By {
    /// A person.
    Human,
    /// A program, an interface.
    Automatic,
}

/// The kinds of media breaks (`labelled/GUIDELINE.md`; MB1–MB8 of the research notes except MB7, which groups).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BreakKind {
    /// MB1: paper is scanned or typed in.
    PaperToDigital,
    /// MB2: a document or data is printed, posted, signed with ink.
    DigitalToPaper,
    /// MB3: data goes from one system into another by hand.
    SystemToSystem,
    /// MB4: something heard is written down or typed.
    OralCapture,
    /// MB5: the content of a document is typed into a system.
    DocumentToSystem,
    /// MB6: a physical carrier is moved by a step of its own.
    Transport,
    /// MB8: the same item is kept on paper and digitally by one step.
    DuplicateFiling,
}

impl BreakKind {
    /// All kinds in the order of their codes.
    pub const ALL: [BreakKind; 7] = [
        BreakKind::DigitalToPaper,
        BreakKind::DocumentToSystem,
        BreakKind::DuplicateFiling,
        BreakKind::OralCapture,
        BreakKind::PaperToDigital,
        BreakKind::SystemToSystem,
        BreakKind::Transport,
    ];

    /// Name in JSON, rule ids and addresses.
    pub fn code(self) -> &'static str {
        match self {
            BreakKind::PaperToDigital => "paper-to-digital",
            BreakKind::DigitalToPaper => "digital-to-paper",
            BreakKind::SystemToSystem => "system-to-system",
            BreakKind::OralCapture => "oral-capture",
            BreakKind::DocumentToSystem => "document-to-system",
            BreakKind::Transport => "transport",
            BreakKind::DuplicateFiling => "duplicate-filing",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<BreakKind> {
        BreakKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
