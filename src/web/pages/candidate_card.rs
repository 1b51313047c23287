//! A candidate for automation or AI support in words.

use crate::domain::candidate::{Candidate, Proposal};
use crate::domain::message::Message;
use crate::register::{explain, gates};
use crate::web::frame::Frame;
use crate::web::words::{self, Shown};

/// What `candidates/_candidate.html` shows.
pub(super) struct CandidateCard {
    pub step: String,
    pub first: Option<Way>,
    pub others: Vec<Way>,
    pub gain: Shown,
    pub evidenced: u32,
    pub discretion: Shown,
    pub gates: Vec<GateLine>,
}

/// A proposed solution.
pub(super) struct Way {
    pub title: String,
    pub address: String,
    pub score: String,
    pub level: String,
    pub reasons: Vec<String>,
    pub blockers: Vec<String>,
}

/// A legal question that a person has to answer.
pub(super) struct GateLine {
    pub title: String,
    pub address: String,
    pub source: String,
}

impl CandidateCard {
    /// The card of a candidate.
    pub(super) fn of(f: &Frame, candidate: &Candidate) -> CandidateCard {
        let lang = f.lang;
        let mut ways = candidate.proposals.iter().map(|proposal| way(f, proposal));
        CandidateCard {
            step: if candidate.element_name.is_empty() {
                f.t("web-step-unnamed")
            } else {
                candidate.element_name.clone()
            },
            first: ways.next(),
            others: ways.collect(),
            gain: match candidate.gain_hours {
                Some(range) => Shown::plain(words::hours_range(lang, range)),
                None => Shown {
                    text: f.t("web-gain-unknown"),
                    note: String::new(),
                    unknown: true,
                },
            },
            evidenced: words::percent(candidate.evidenced),
            discretion: match candidate.discretion {
                Some(discretion) => Shown::plain(words::discretion(lang, discretion)),
                None => Shown::unknown(lang),
            },
            gates: gate_lines(f, &candidate.gates),
        }
    }
}

fn way(f: &Frame, proposal: &Proposal) -> Way {
    let code = proposal.class.code();
    let say = |messages: &[Message]| messages.iter().map(|message| f.say(message)).collect();
    Way {
        title: class_title(f, code),
        address: format!("/help/{code}"),
        score: f.lang.number(proposal.score.round()),
        level: f.t(&format!("level-{}", proposal.level.code())),
        reasons: say(&proposal.reasons),
        blockers: say(&proposal.blockers),
    }
}

/// Title of a solution class.
pub(super) fn class_title(f: &Frame, code: &str) -> String {
    explain(code, f.lang).map(|text| text.title).unwrap_or_default()
}

fn gate_lines(f: &Frame, ids: &[String]) -> Vec<GateLine> {
    if ids.is_empty() {
        return Vec::new();
    }
    let all = gates();
    ids.iter()
        .map(|id| GateLine {
            title: explain(id, f.lang)
                .map(|text| text.title)
                .unwrap_or_else(|_| f.t("web-gate")),
            address: format!("/help/{id}"),
            source: all
                .iter()
                .find(|gate| gate.id == *id)
                .map(|gate| gate.source.clone())
                .unwrap_or_default(),
        })
        .collect()
}
