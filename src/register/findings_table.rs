//! The findings of the register as a table, with the filters of the list.

use super::explain;
use super::export::TableFormat;
use super::findings::{Fitting, fitting};
use super::{Caller, FindingFilter, Register};
use crate::access::{self, Action};
use crate::domain::carrier::Carrier;
use crate::error::{Error, Result};
use crate::exchange::{write_csv, write_xlsx};
use crate::text::Lang;
use std::collections::BTreeMap;

/// The columns in order (headings: `finding-column-…`), and whether they hold numbers.
const COLUMNS: [(&str, bool); 21] = [
    ("finding-column-number", false),
    ("finding-column-process", false),
    ("finding-column-unit", false),
    ("finding-column-version", true),
    ("finding-column-rule", false),
    ("finding-column-title", false),
    ("finding-column-step", false),
    ("finding-column-element", false),
    ("finding-column-object", false),
    ("finding-column-from", false),
    ("finding-column-to", false),
    ("finding-column-sentence", false),
    ("finding-column-evidence", false),
    ("finding-column-level", false),
    ("finding-column-per-case", true),
    ("finding-column-minutes", true),
    ("finding-column-hours", true),
    ("finding-column-cost", true),
    ("finding-column-verdict", false),
    ("finding-column-reason", false),
    ("finding-column-by", false),
];

impl Register {
    /// All findings that fit the filter (its limit and cursor do not count), in the order of the list. What is not known
    /// is an empty cell, never a zero. Cells that a spreadsheet would run as formulas become texts (`exchange`).
    pub fn findings_table(
        &self,
        caller: &Caller,
        filter: &FindingFilter,
        format: TableFormat,
        lang: Lang,
    ) -> Result<Vec<u8>> {
        access::require(&caller.actor, Action::Read)?;
        let judgements = self.read(|view| Ok(view.judgements(None)?))?;
        let organisation = self.organisation(caller)?;
        let modelled = self.modelled(filter.unit)?;
        let mut titles = BTreeMap::new();
        let mut rows: Vec<Vec<String>> = vec![COLUMNS.map(|(id, _)| lang.text(id)).into()];
        for found in fitting(&modelled, &judgements, filter) {
            let rule = &found.1.rule;
            let title = titles
                .entry(rule.clone())
                .or_insert_with(|| explain(rule, lang).map(|text| text.title).unwrap_or_default());
            rows.push(row(&found, organisation.unit_name(found.0.unit), title, lang));
        }
        match format {
            TableFormat::Csv => Ok(write_csv(rows.iter().map(Vec::as_slice))),
            TableFormat::Xlsx => {
                let numbers: Vec<usize> = COLUMNS
                    .iter()
                    .enumerate()
                    .filter(|(_, (_, number))| *number)
                    .map(|(place, _)| place)
                    .collect();
                write_xlsx(&lang.text("finding-sheet"), &rows, &numbers).map_err(Error::internal)
            }
        }
    }
}

fn row((model, finding, judgement): &Fitting<'_>, unit: &str, title: &str, lang: Lang) -> Vec<String> {
    let side = |carrier: &Option<Carrier>| {
        carrier
            .as_ref()
            .map(|carrier| side(carrier, lang))
            .unwrap_or_default()
    };
    let optional = |figure: Option<f64>| figure.map(|figure| number(figure, lang)).unwrap_or_default();
    let evidence: Vec<&str> = finding
        .evidence
        .iter()
        .map(|evidence| evidence.text.as_str())
        .collect();
    vec![
        model.number.clone(),
        model.name.clone(),
        unit.to_owned(),
        model.diagram.to_string(),
        finding.rule.clone(),
        title.to_owned(),
        finding.element_name.clone(),
        finding.element.clone(),
        finding.object.clone(),
        side(&finding.from),
        side(&finding.to),
        lang.say(&finding.message),
        evidence.join(" | "),
        lang.text(&format!("web-level-{}", finding.level().code())),
        number(finding.per_case, lang),
        optional(finding.minutes_per_case),
        optional(finding.hours_per_year),
        optional(finding.cost_per_year),
        match judgement {
            Some(judgement) => lang.text(&format!("web-verdict-{}", judgement.verdict.code())),
            None => lang.text("web-not-judged"),
        },
        judgement
            .map(|judgement| judgement.reason.clone())
            .unwrap_or_default(),
        judgement
            .map(|judgement| judgement.by_name.clone())
            .unwrap_or_default(),
    ]
}

fn side(carrier: &Carrier, lang: Lang) -> String {
    match carrier {
        Carrier::System(name) if name == "?" => lang.text("carrier-end-unnamed"),
        Carrier::System(name) => name.clone(),
        other => lang.text(&format!("carrier-end-{}", other.code())),
    }
}

/// At most four decimals, with a comma in German and without signs between thousands: spreadsheets read it as a number.
fn number(figure: f64, lang: Lang) -> String {
    let text = format!("{figure:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match lang {
        Lang::De => text.replace('.', ","),
        Lang::En => text.to_owned(),
    }
}
