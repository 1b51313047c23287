//! XLSX out: one sheet with frozen, filterable headings. Texts are written as texts, never as formulas.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// Most characters of a cell that spreadsheets take; longer texts are cut.
const CELL: usize = 32_767;

/// Writes a sheet. The first row holds the headings. Cells of the columns in `numbers` become numbers where they are some.
pub fn write_xlsx(name: &str, rows: &[Vec<String>], numbers: &[usize]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold();
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?;
    for (place, cells) in (0u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(cells) {
            let number = numbers
                .contains(&usize::from(column))
                .then(|| cell.replace(',', ".").parse::<f64>().ok())
                .flatten()
                .filter(|number| number.is_finite());
            match number {
                _ if place == 0 => sheet.write_string_with_format(place, column, cell, &bold)?,
                Some(number) => sheet.write_number(place, column, number)?,
                None if cell.is_empty() => continue,
                None if cell.chars().count() > CELL => {
                    let cut: String = cell.chars().take(CELL).collect();
                    sheet.write_string(place, column, cut)?
                }
                None => sheet.write_string(place, column, cell)?,
            };
        }
    }
    sheet.set_freeze_panes(1, 2)?;
    let last_row = u32::try_from(rows.len().saturating_sub(1)).unwrap_or(u32::MAX);
    let last_column = rows
        .first()
        .map(|row| u16::try_from(row.len().saturating_sub(1)).unwrap_or(u16::MAX))
        .unwrap_or_default();
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.autofit();
    workbook.save_to_buffer()
}
