//! Whether a model can run to its end properly (analysis.md 3.1).

/// What is known of a property.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holds {
    /// On every way through the model.
    Yes,
    /// There is a way on which it does not.
    No,
    /// Not decided within the bounds of the search.
    Undecided,
}

impl Holds {
    /// Name in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Holds::Yes => "yes",
            Holds::No => "no",
            Holds::Undecided => "undecided",
        }
    }

    /// Both of two.
    pub fn and(self, other: Holds) -> Holds {
        match (self, other) {
            (Holds::No, _) | (_, Holds::No) => Holds::No,
            (Holds::Undecided, _) | (_, Holds::Undecided) => Holds::Undecided,
            (Holds::Yes, Holds::Yes) => Holds::Yes,
        }
    }
}

/// What is wrong with the control flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flaw {
    /// A join waits for something that never comes.
    Deadlock,
    /// The case turns in a circle and cannot leave it.
    Livelock,
    /// Two tokens meet on one flow: what comes after runs twice.
    Unsafe,
    /// An end is reached more than once in one case.
    ImproperEnd,
    /// An activity that no case ever reaches.
    DeadActivity,
}

impl Flaw {
    /// Name in rule ids (`soundness/…`) and catalogue ids.
    pub fn code(self) -> &'static str {
        match self {
            Flaw::Deadlock => "deadlock",
            Flaw::Livelock => "livelock",
            Flaw::Unsafe => "unsafe",
            Flaw::ImproperEnd => "improper-end",
            Flaw::DeadActivity => "dead-activity",
        }
    }
}

/// One flaw with the place where it shows and the way there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlawFound {
    /// What is wrong.
    pub flaw: Flaw,
    /// Element where it shows.
    pub element: String,
    /// Elements whose choice leads there, in order; a shortest way.
    pub trace: Vec<String>,
}

/// Verdict on the control flow of a file; sub-processes included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Soundness {
    /// Never two tokens on one sequence flow.
    pub safe: Holds,
    /// From every state the case can still end.
    pub option_to_complete: Holds,
    /// No end is reached twice in one case.
    pub proper_completion: Holds,
    /// Every activity can be reached.
    pub no_dead_activities: Holds,
    /// States that had to be looked at after all reductions.
    pub states: usize,
    /// What is wrong, in document order of the elements.
    pub flaws: Vec<FlawFound>,
}

impl Default for Soundness {
    /// Nothing there, nothing wrong.
    fn default() -> Soundness {
        Soundness {
            safe: Holds::Yes,
            option_to_complete: Holds::Yes,
            proper_completion: Holds::Yes,
            no_dead_activities: Holds::Yes,
            states: 0,
            flaws: Vec::new(),
        }
    }
}

impl Soundness {
    /// All four together.
    pub fn sound(&self) -> Holds {
        self.safe
            .and(self.option_to_complete)
            .and(self.proper_completion)
            .and(self.no_dead_activities)
    }
}
