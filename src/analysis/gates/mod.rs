//! Legal questions for automation and AI (domain.md 5): a yes/no question with a source, answered by a named person.
//!
//! No legal advice. The texts stand beside this file.

use crate::domain::candidate::Gate;

/// Day on which the sources were last read.
const CHECKED_ON: &str = "2026-11-21";

/// A legal question with its texts.
struct Row {
    id: &'static str,
    source: &'static str,
    applies_if: &'static str,
    german: &'static str,
    english: &'static str,
}

macro_rules! row {
    ($id:literal, $source:literal, $applies:literal) => {
        Row {
            id: $id,
            source: $source,
            applies_if: $applies,
            german: include_str!(concat!($id, ".de.md")),
            english: include_str!(concat!($id, ".en.md")),
        }
    };
}

/// All questions. `applies_if` names the trait of a step or of a solution that raises the question.
const ROWS: [Row; 30] = [
    row!("G01", "§ 35 VwVfG NRW", "act"),
    row!("G02", "§ 35a VwVfG; §§ 28, 37, 39 VwVfG", "act"),
    row!("G03", "§ 35a VwVfG, § 35a VwVfG NRW", "act"),
    row!("G04", "§ 31a SGB X", "social"),
    row!("G05", "§ 155 Abs. 4, § 150 Abs. 7 AO; § 12 KAG NRW", "tax"),
    row!("G06", "§ 24 Abs. 1 Satz 3 VwVfG", "act"),
    row!("G07", "Art. 22 DSGVO; EuGH C-634/21", "decision"),
    row!("G08", "Art. 35 DSGVO", "personal"),
    row!("G09", "Art. 28, 30 DSGVO", "personal"),
    row!("G10", "§ 72 Abs. 3 LPVG NRW", "any"),
    row!("G11", "§ 72 Abs. 3 Nr. 2 LPVG NRW; Art. 5 DSGVO", "register"),
    row!("G12", "Art. 3 Nr. 1 KI-Verordnung (EU) 2024/1689", "ai"),
    row!("G13", "Art. 5 KI-Verordnung", "ai"),
    row!("G14", "Art. 6 Abs. 2, Anhang III KI-Verordnung", "ai"),
    row!("G15", "Art. 6 Abs. 3 und 4 KI-Verordnung", "ai-risk"),
    row!("G16", "Art. 26, 49, 86 KI-Verordnung", "ai-risk"),
    row!("G17", "Art. 27 KI-Verordnung", "ai-risk"),
    row!("G18", "Art. 50 KI-Verordnung", "ai-text"),
    row!("G19", "Art. 4 KI-Verordnung", "ai"),
    row!("G20", "Art. 53 ff. KI-Verordnung; DSGVO", "ai-text"),
    row!("G21", "§ 3a VwVfG; § 126a BGB; § 9a OZG", "signature"),
    row!("G22", "Fachrecht; LZG NRW", "post"),
    row!("G23", "§ 10 EGovG NRW; BSI TR-03138", "scan"),
    row!("G24", "§ 9 EGovG NRW", "file"),
    row!("G25", "§ 12 EGovG NRW", "any"),
    row!("G26", "§ 12 EGovG NRW", "intake"),
    row!("G27", "§ 2 EGovG NRW; BGG NRW, BITV NRW; EN 301 549", "intake"),
    row!("G28", "§ 7 EGovG NRW", "payment"),
    row!("G29", "OZG; Verordnung (EU) 2018/1724", "intake"),
    row!("G30", "§ 11 EGovG NRW; ArchivG NRW", "file"),
];

/// All legal questions in the order of their ids.
pub fn all() -> Vec<Gate> {
    ROWS.iter()
        .map(|row| Gate {
            id: row.id.to_owned(),
            source: row.source.to_owned(),
            checked_on: CHECKED_ON.to_owned(),
        })
        .collect()
}

/// The text of a question (Markdown) in `de` or `en`.
pub fn text(id: &str, language: &str) -> Option<&'static str> {
    let row = ROWS.iter().find(|row| row.id.eq_ignore_ascii_case(id))?;
    Some(if language == "en" { row.english } else { row.german })
}

/// Ids of the questions that these traits raise, in the order of their ids.
pub fn raised_by(traits: &[&str]) -> Vec<String> {
    ROWS.iter()
        .filter(|row| traits.contains(&row.applies_if))
        .map(|row| row.id.to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use super::*;

    #[test]
    fn thirty_questions_in_both_languages() {
        assert_eq!(all().len(), 30);
        for (at, gate) in all().iter().enumerate() {
            assert_eq!(gate.id, format!("G{:02}", at + 1));
            for (language, notice) in [("de", "Keine Rechtsberatung"), ("en", "No legal advice")] {
                let text = text(&gate.id, language).unwrap();
                assert!(text.starts_with(&format!("# {}: ", gate.id)), "{}", gate.id);
                assert!(
                    text.contains(notice) && text.contains(&gate.source),
                    "{}",
                    gate.id
                );
            }
        }
    }

    #[test]
    fn an_administrative_act_asks_for_its_basis() {
        assert_eq!(raised_by(&["act"]), ["G01", "G02", "G03", "G06"]);
    }
}
