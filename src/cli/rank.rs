//! `rank`: the ranking with reasons.

use super::arguments::{Format, Rank};
use super::terminal::{Stop, Terminal};
use crate::domain::message::Message;
use crate::wire::{PrioritiesJson, to_json_pretty};
use std::path::Path;

/// Runs the command.
pub(super) fn run(data: &Path, options: &Rank, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let (register, caller) = terminal.open_beside(data)?;
    let ranked = register.priorities(&caller, options.proposals)?;
    let top = options.top.unwrap_or(ranked.len()).min(ranked.len());
    let part = ranked.get(..top).unwrap_or_default();
    if options.format == Format::Json {
        let weights = register.weights(&caller)?;
        let json = PrioritiesJson::new(part, &weights, ranked.len(), None, terminal.lang);
        terminal.line(&to_json_pretty(&json))?;
        return Ok(0);
    }
    if ranked.is_empty() {
        terminal.message(&Message::new("cli-rank-empty"));
    }
    for one in part {
        let place = match one.rank {
            Some(rank) => rank.to_string(),
            None => "–".to_owned(),
        };
        let (least, most) = one.score_range;
        let score = one
            .score
            .map(|score| terminal.lang.number(score))
            .unwrap_or_else(|| "–".to_owned());
        terminal.say(
            &Message::new("cli-rank-line")
                .with("place", place)
                .with("number", one.number.as_str())
                .with("name", one.name.as_str())
                .with("unit", one.unit.as_str())
                .with("score", score)
                .with("least", least)
                .with("most", most)
                .with("known", (one.completeness * 100.0).round()),
        )?;
        terminal.say(&Message::new("cli-rank-why").with("why", one.why.clone()))?;
    }
    Ok(0)
}
