//! A finding in words, as list entries beside the model and in the register show it.

use crate::domain::finding::{Certainty, EvidenceSource, Finding, Judgement, Level, Verdict};
use crate::domain::message::Message;
use crate::domain::profile::Channel;
use crate::register::{JudgedFinding, explain};
use crate::text::Lang;
use crate::web::frame::Frame;
use crate::web::words;

/// What `findings/_finding.html` shows.
pub(super) struct FindingCard {
    pub number: usize,
    pub element: String,
    /// All elements it concerns, the one above first, with spaces between them.
    pub elements: String,
    pub step: String,
    /// Names of all steps it concerns, where there is more than one.
    pub steps: Vec<String>,
    pub kind: String,
    pub rule_address: String,
    pub sentence: String,
    pub level: &'static str,
    pub level_word: String,
    pub meta: Vec<String>,
    pub evidence: Vec<Evidence>,
    /// How the hours were calculated, where they are known.
    pub calculation: Option<String>,
    pub verdict: Option<Judged>,
    pub verdicts: Vec<Button>,
    pub key: String,
    pub per_case: String,
    pub hours: String,
    /// Name of the mark for people who hear it.
    pub label: String,
    /// The state the form rests on; comes back with it.
    pub turn: String,
    /// Reason in the form.
    pub reason: String,
    /// A reason was missing when it was last judged.
    pub reason_missing: bool,
    /// What somebody else said in between.
    pub stale: Option<String>,
}

/// A verdict that was not stored.
pub(super) struct Draft {
    /// Key of the finding.
    pub key: String,
    pub verdict: Verdict,
    pub reason: String,
    /// The state it was given on.
    pub turn: String,
    /// Somebody was faster; else the reason is missing.
    pub stale: bool,
}

/// What a card needs to know beside its finding.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    /// Cases per year of the process.
    pub cases: Option<f64>,
    /// What was not stored.
    pub draft: Option<&'a Draft>,
}

/// A reason: where it stands and the very words.
#[derive(PartialEq)]
pub(super) struct Evidence {
    pub source: String,
    pub text: String,
}

/// What somebody said of it.
pub(super) struct Judged {
    pub word: String,
    pub badge: &'static str,
    pub reason: String,
    pub by: String,
}

/// A verdict that can be given.
pub(super) struct Button {
    pub code: &'static str,
    pub label: String,
    pub hint: String,
    pub pressed: bool,
}

impl FindingCard {
    /// The card of a finding; numbers count from 1 in the order of the picture.
    pub(super) fn of(f: &Frame, number: usize, judged: &JudgedFinding, setting: Setting<'_>) -> FindingCard {
        let lang = f.lang;
        let finding = &judged.finding;
        let draft = setting.draft.filter(|draft| draft.key == finding.key);
        let stale = draft.filter(|draft| draft.stale);
        let faulty = draft.filter(|draft| !draft.stale);
        let given = judged.judgement.as_ref();
        let kind = title(lang, &finding.rule);
        let level_word = words::level(lang, finding.level());
        let step = if finding.element_name.is_empty() {
            f.t("web-step-unnamed")
        } else {
            finding.element_name.clone()
        };
        FindingCard {
            number,
            element: finding.element.clone(),
            elements: elements(finding).join(" "),
            steps: steps(finding),
            label: f.say(
                &Message::new("web-finding-label")
                    .with("number", number)
                    .with("kind", kind.as_str())
                    .with("step", step.as_str())
                    .with("level", level_word.as_str()),
            ),
            step,
            kind,
            rule_address: format!("/help/{}", finding.rule),
            sentence: lang.say(&finding.message),
            level: finding.level().code(),
            level_word,
            meta: meta(f, judged),
            evidence: evidence(lang, finding),
            calculation: setting.cases.and_then(|cases| calculation(lang, finding, cases)),
            verdict: judged.judgement.as_ref().map(|judgement| Judged {
                word: verdict_word(lang, judgement.verdict),
                badge: verdict_badge(judgement.verdict),
                reason: judgement.reason.clone(),
                by: f.say(
                    &Message::new("web-by")
                        .with("name", judgement.by_name.as_str())
                        .with("day", lang.day(judgement.at)),
                ),
            }),
            verdicts: Verdict::ALL
                .map(|verdict| Button {
                    code: verdict.code(),
                    label: lang.text(&format!("web-judge-{}", verdict.code())),
                    hint: lang.text(&format!("web-judge-hint-{}", verdict.code())),
                    pressed: judged
                        .judgement
                        .as_ref()
                        .is_some_and(|given| given.verdict == verdict),
                })
                .into(),
            turn: match faulty {
                Some(draft) => draft.turn.clone(),
                None => given.map_or(0, |given| given.turn).to_string(),
            },
            reason: draft
                .map(|draft| &draft.reason)
                .or(given.map(|given| &given.reason))
                .cloned()
                .unwrap_or_default(),
            reason_missing: faulty.is_some(),
            stale: stale.map(|draft| overtaken(f, given, draft)),
            key: finding.key.clone(),
            per_case: lang.number(finding.per_case),
            hours: words::hours_number(lang, finding.hours_per_year).text,
        }
    }
}

/// Elements of a finding: of a media break the one that carries over, of a weak spot all steps involved.
fn elements(finding: &Finding) -> Vec<&str> {
    let mut ids = vec![finding.element.as_str()];
    if finding.kind.is_none() {
        for evidence in &finding.evidence {
            if !ids.contains(&evidence.element.as_str()) {
                ids.push(&evidence.element);
            }
        }
    }
    ids
}

/// The steps of a weak spot by name.
fn steps(finding: &Finding) -> Vec<String> {
    let ids = elements(finding);
    if ids.len() < 2 {
        return Vec::new();
    }
    let named = |id: &&str| {
        let found = finding.evidence.iter().find(|evidence| evidence.element == **id);
        found.map(|evidence| evidence.text.clone())
    };
    ids.iter().filter_map(named).collect()
}

/// What somebody else said in between, and what was to be said.
fn overtaken(f: &Frame, given: Option<&Judgement>, draft: &Draft) -> String {
    let wanted = f.t(&format!("web-judge-{}", draft.verdict.code()));
    let message = match given {
        Some(given) => Message::new("web-judge-stale")
            .with("name", given.by_name.as_str())
            .with("day", f.lang.day(given.at))
            .with("verdict", verdict_word(f.lang, given.verdict)),
        None => Message::new("web-judge-stale-unknown"),
    };
    f.say(&message.with("wanted", wanted))
}

/// How often, how much, how certain.
fn meta(f: &Frame, judged: &JudgedFinding) -> Vec<String> {
    let finding = &judged.finding;
    let mut meta = vec![words::amount(f.lang, "web-per-case", finding.per_case)];
    if let Some(hours) = finding.hours_per_year {
        meta.push(words::amount(f.lang, "web-about-hours", hours.round()));
    }
    if finding.certainty == Certainty::Possible {
        meta.push(f.t("web-on-some-ways"));
    }
    if finding.assumed {
        meta.push(f.t("web-branches-assumed"));
    }
    meta
}

/// Reasons in words, each once.
fn evidence(lang: Lang, finding: &Finding) -> Vec<Evidence> {
    let mut shown = Vec::new();
    for evidence in &finding.evidence {
        let channel = match evidence.source {
            EvidenceSource::Profile => Channel::from_code(&evidence.text),
            _ => None,
        };
        let line = Evidence {
            source: lang.text(&format!("web-evidence-{}", evidence.source.code())),
            text: match channel {
                Some(channel) => words::channel(lang, channel),
                None => evidence.text.clone(),
            },
        };
        if !shown.contains(&line) {
            shown.push(line);
        }
    }
    shown
}

/// Cases × frequency × minutes / 60, with the numbers.
fn calculation(lang: Lang, finding: &Finding, cases: f64) -> Option<String> {
    let (minutes, hours) = (finding.minutes_per_case?, finding.hours_per_year?);
    if finding.per_case <= 0.0 {
        return None;
    }
    Some(
        lang.say(
            &Message::new("web-calculation")
                .with("cases", cases)
                .with("often", finding.per_case)
                .with("minutes", minutes / finding.per_case)
                .with("hours", words::hours_number(lang, Some(hours)).text),
        ),
    )
}

/// What a rule reports, in a few words: the title of its text.
pub(super) fn title(lang: Lang, rule: &str) -> String {
    explain(rule, lang)
        .map(|text| text.title)
        .unwrap_or_else(|_| lang.text("web-finding"))
}

/// A verdict in words.
pub(super) fn verdict_word(lang: Lang, verdict: Verdict) -> String {
    lang.text(&format!("web-verdict-{}", verdict.code()))
}

/// Look of the badge of a verdict; the word says the same.
pub(super) fn verdict_badge(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => "",
        Verdict::Dismissed => "pr-badge--plain",
        Verdict::Wanted | Verdict::RequiredByLaw => "pr-badge--info",
        Verdict::Resolved => "pr-badge--good",
    }
}

/// Look of the badge of a level; the word says the same.
pub(super) fn level_badge(level: Level) -> &'static str {
    match level {
        Level::High => "pr-badge--bad",
        Level::Medium => "pr-badge--warn",
        Level::Check => "pr-badge--open",
    }
}
