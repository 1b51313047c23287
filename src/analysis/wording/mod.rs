//! What the words of a label say: actions in order, carriers, systems (domain.md 8, analysis.md 1.4 tier 6).
//!
//! Knows texts only, no graph.

mod baseline;
mod fold;
mod index;
mod language;
mod lexicon;
mod nouns;
mod paradigm;
mod products;
mod read;
mod roles;
mod spelling;
mod tables;
mod terms;
mod topics;

pub use baseline::{Hit, baseline};
pub use fold::{fold, has_word};
pub use language::language;
pub use lexicon::{Lexicon, LexiconFault};
pub use nouns::{Noun, head_of, nouns_of, same_head};
pub use products::{Products, known_products, products_of};
pub use read::{Action, Found, Reading, Words, read, read_text};
pub use roles::{Role, aims};
pub use topics::Topics;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
        impl $name {
            /// The value with this name in the word lists.
            pub fn from_code(code: &str) -> Option<$name> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }

            /// All names in the word lists, in their order.
            pub fn codes() -> String {
                [$($code),+].join(", ")
            }
        }
    };
}

words! {
    /// Verb classes (analysis.md 1.4, table of label verb classes).
    Class {
        /// Paper becomes a picture or file.
        Scan = "scan",
        /// Content is typed into something.
        Capture = "capture",
        /// A drawing is traced into a system.
        Trace = "trace",
        /// Something comes out on paper.
        Print = "print",
        /// Work on the paper itself: signing, sealing, gluing.
        Ink = "ink",
        /// Envelope, stamp, letter.
        Post = "post",
        /// Something goes out, way not said.
        Send = "send",
        /// Something goes out digitally.
        DigitalSend = "digital-send",
        /// Something new is made.
        Create = "create",
        /// Something comes in.
        Receive = "receive",
        /// People talk.
        Oral = "oral",
        /// Something heard or seen is put down.
        Note = "note",
        /// Filed on paper.
        FilePaper = "file-paper",
        /// Filed, where not said.
        File = "file",
        /// A file is attached or passed on as it is.
        Attach = "attach",
        /// A carrier is moved.
        Transport = "transport",
        /// Something is given or laid somewhere.
        Move = "move",
        /// Checked, judged, read.
        Judge = "judge",
        /// Looked up.
        Lookup = "lookup",
        /// No verb.
        Nothing = "nothing",
    }
}

words! {
    /// What a carrier word says.
    Medium {
        /// On paper.
        Paper = "paper",
        /// A file.
        Document = "document",
        /// Spoken.
        Oral = "oral",
        /// Data in some system.
        Structured = "structured",
        /// A document management system: files with their data.
        Dms = "dms",
        /// A thing, no information.
        Goods = "goods",
        /// A program does it.
        Automatic = "automatic",
        /// Not on paper.
        Electronic = "electronic",
        /// By hand.
        Manual = "manual",
    }
}
