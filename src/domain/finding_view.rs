//! A filter of the list of findings that somebody keeps under a name.

use super::finding::{Level, Verdict};
use super::ids::UnitId;

/// A kept filter.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FindingView {
    /// What its owner calls it.
    pub name: String,
    /// This unit and everything below it.
    pub unit: Option<UnitId>,
    /// Family of rules.
    pub family: Option<String>,
    /// Rule that reports it.
    pub rule: Option<String>,
    /// Level.
    pub level: Option<Level>,
    /// This verdict; `Some(None)`: not judged yet.
    pub verdict: Option<Option<Verdict>>,
}

/// Word for "not judged yet".
const OPEN: &str = "open";

impl FindingView {
    /// One line: name, unit, family, rule, level, verdict, separated by tabs; empty: no filter. The name holds no tab.
    pub fn line(&self) -> String {
        let verdict = match self.verdict {
            None => "",
            Some(None) => OPEN,
            Some(Some(verdict)) => verdict.code(),
        };
        [
            self.name.as_str(),
            &self.unit.map(|unit| unit.to_string()).unwrap_or_default(),
            self.family.as_deref().unwrap_or_default(),
            self.rule.as_deref().unwrap_or_default(),
            self.level.map(Level::code).unwrap_or_default(),
            verdict,
        ]
        .join("\t")
    }

    /// Reads a line back; what is not understood any more filters nothing. `None` for a line without a name.
    pub fn of_line(line: &str) -> Option<FindingView> {
        let mut cells = line.split('\t');
        let name = cells.next().filter(|name| !name.is_empty())?;
        let mut cell = || cells.next().filter(|cell| !cell.is_empty());
        Some(FindingView {
            name: name.to_owned(),
            unit: cell().and_then(|unit| unit.parse().ok()).map(UnitId),
            family: cell().map(str::to_owned),
            rule: cell().map(str::to_owned),
            level: cell().and_then(|code| Level::ALL.into_iter().find(|level| level.code() == code)),
            verdict: cell().and_then(|code| match code {
                OPEN => Some(None),
                code => Verdict::from_code(code).map(Some),
            }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_back() {
        for view in [
            FindingView {
                name: "Alles".to_owned(),
                ..FindingView::default()
            },
            FindingView {
                name: "Offen, sicher".to_owned(),
                unit: Some(UnitId(7)),
                family: Some("media-break".to_owned()),
                rule: Some("media-break/transport".to_owned()),
                level: Some(Level::High),
                verdict: Some(None),
            },
            FindingView {
                name: "Behoben".to_owned(),
                verdict: Some(Some(Verdict::Resolved)),
                ..FindingView::default()
            },
        ] {
            assert_eq!(FindingView::of_line(&view.line()), Some(view));
        }
        assert_eq!(FindingView::of_line(""), None);
    }
}
