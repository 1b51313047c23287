//! Columns of the table of profiles: one per field, three per figure, and the many names people give them.

use crate::domain::folding::fold;
use crate::domain::profile::Field;
use crate::text::Lang;

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// The value of a field.
    Value(Field),
    /// The year of a figure.
    Year(Field),
    /// How a figure came about.
    Quality(Field),
}

/// Whether the field holds a figure.
fn is_figure(field: Field) -> bool {
    matches!(
        field,
        Field::CasesPerYear | Field::HandlingMinutes | Field::LeadTimeDays
    )
}

/// All columns in the order of the form; the number comes first.
pub fn columns() -> Vec<Column> {
    Field::ALL
        .iter()
        .flat_map(|field| {
            let extra = is_figure(*field).then_some([Column::Year(*field), Column::Quality(*field)]);
            std::iter::once(Column::Value(*field)).chain(extra.into_iter().flatten())
        })
        .collect()
}

/// Heading of a column in a language.
pub fn heading(column: Column, lang: Lang) -> String {
    let name = |field: Field| lang.text(&format!("exchange-column-{}", field.code().replace('_', "-")));
    match column {
        Column::Value(field) => name(field),
        Column::Year(field) => format!("{} ({})", name(field), lang.text("exchange-column-year")),
        Column::Quality(field) => format!("{} ({})", name(field), lang.text("exchange-column-quality")),
    }
}

/// Further names that registers in use give their columns, folded.
const SYNONYMS: [(&str, Field); 34] = [
    ("kennung", Field::Number),
    ("nr", Field::Number),
    ("nr.", Field::Number),
    ("prozessnummer", Field::Number),
    ("prozess-id", Field::Number),
    ("id", Field::Number),
    ("prozess", Field::Name),
    ("prozessname", Field::Name),
    ("prozessbezeichnung", Field::Name),
    ("bezeichnung", Field::Name),
    ("titel", Field::Name),
    ("beschreibung", Field::Summary),
    ("kurzbeschreibung", Field::Summary),
    ("amt", Field::Unit),
    ("bereich", Field::Unit),
    ("fachbereich", Field::Unit),
    ("abteilung", Field::Unit),
    ("organisationseinheit", Field::Unit),
    ("prozesseigner", Field::OwnerRole),
    ("prozessverantwortung", Field::OwnerRole),
    ("prozessverantwortliche", Field::OwnerRole),
    ("prozessbetreuung", Field::Steward),
    ("prozessart", Field::Category),
    ("ausloeser", Field::Trigger),
    ("ergebnis", Field::Result),
    ("fallzahl", Field::CasesPerYear),
    ("fallzahl pro jahr", Field::CasesPerYear),
    ("faelle pro jahr", Field::CasesPerYear),
    ("bearbeitungszeit", Field::HandlingMinutes),
    ("bearbeitungszeit (min.)", Field::HandlingMinutes),
    ("durchlaufzeit", Field::LeadTimeDays),
    ("it-verfahren", Field::Applications),
    ("fachverfahren", Field::Applications),
    ("rechtsgrundlage", Field::LegalBasis),
];

/// The column a heading means: the code of the field, our heading in any language, or a known synonym.
pub fn column_of(text: &str) -> Option<Column> {
    let wanted = fold(text.trim());
    columns()
        .into_iter()
        .find(|column| {
            let code = match column {
                Column::Value(field) => field.code().to_owned(),
                Column::Year(field) => format!("{}_year", field.code()),
                Column::Quality(field) => format!("{}_quality", field.code()),
            };
            wanted == code
                || Lang::ALL
                    .into_iter()
                    .any(|lang| fold(&heading(*column, lang)) == wanted)
        })
        .or_else(|| {
            SYNONYMS
                .iter()
                .find(|(name, _)| *name == wanted)
                .map(|(_, field)| Column::Value(*field))
        })
}
