//! CSV as German spreadsheets write and read it: `;`, UTF-8 with byte order mark, CRLF.
//!
//! A cell that a spreadsheet would run as a formula gets an apostrophe in front; reading takes it off again (quality.md S6).

use crate::domain::message::Message;

/// Limits of the reader (quality.md 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvLimits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Characters of one cell.
    pub cell: usize,
}

impl Default for CsvLimits {
    fn default() -> CsvLimits {
        CsvLimits {
            bytes: 200_000_000,
            rows: 200_000,
            columns: 500,
            cell: 100_000,
        }
    }
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq)]
pub struct CsvFault {
    /// True where a limit on size was passed.
    pub too_large: bool,
    /// What, where, what to do.
    pub message: Message,
}

/// One row with the line it begins in, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Line in the file.
    pub line: usize,
    /// Cells, without the apostrophe of [`guard`].
    pub cells: Vec<String>,
}

fn fault(message: Message) -> CsvFault {
    CsvFault {
        too_large: false,
        message,
    }
}

fn too_large(id: &str, limit: usize) -> CsvFault {
    CsvFault {
        too_large: true,
        message: Message::new(id).with("limit", limit),
    }
}

/// Reads all rows. The delimiter is the one of `;`, tab and `,` that the first line has most of. Empty rows are left out.
pub fn read_csv(bytes: &[u8], limits: &CsvLimits) -> Result<Vec<Row>, CsvFault> {
    if bytes.len() > limits.bytes {
        return Err(too_large("exchange-csv-too-large", limits.bytes / 1_000_000));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| fault(Message::new("exchange-csv-not-utf8")))?;
    if text.contains('\0') {
        return Err(fault(Message::new("exchange-csv-no-text")));
    }
    let delimiter = delimiter_of(text);
    check_quotes(text, delimiter, limits)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(bytes);
    let mut rows = Vec::new();
    let mut lines = Lines {
        text: bytes,
        byte: 0,
        line: 1,
    };
    for record in reader.records() {
        let record = record.map_err(|_| fault(Message::new("exchange-csv-no-text")))?;
        if record.len() > limits.columns {
            return Err(too_large("exchange-csv-columns", limits.columns));
        }
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if rows.len() >= limits.rows {
            return Err(too_large("exchange-csv-rows", limits.rows));
        }
        rows.push(Row {
            line: lines.of(record.position()),
            cells: record.iter().map(|cell| unguard(cell).to_owned()).collect(),
        });
    }
    Ok(rows)
}

/// Counts the lines before each record. The library counts the line end of the record before to the record itself.
struct Lines<'a> {
    text: &'a [u8],
    byte: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, position: Option<&csv::Position>) -> usize {
        let start = position
            .and_then(|position| usize::try_from(position.byte()).ok())
            .unwrap_or(self.byte);
        let ends = self
            .text
            .get(start..)
            .unwrap_or_default()
            .iter()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'))
            .count();
        let passed = self.text.get(self.byte..start + ends).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.byte = start + ends;
        self.line
    }
}

fn delimiter_of(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |delimiter: u8| first.bytes().filter(|byte| *byte == delimiter).count();
    // The last of equals wins: `;` is what German spreadsheets write.
    [b',', b'\t', b';']
        .into_iter()
        .max_by_key(|delimiter| count(*delimiter))
        .unwrap_or(b';')
}

/// A quotation mark that never closes swallows the rest of the file; this says where it opens.
fn check_quotes(text: &str, delimiter: u8, limits: &CsvLimits) -> Result<(), CsvFault> {
    let (mut line, mut opened, mut length) = (1usize, None, 0usize);
    let mut cell_begins = true;
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        length += 1;
        let begins = std::mem::take(&mut cell_begins);
        match (byte, opened) {
            (b'"', None) if begins => opened = Some(line),
            (b'"', Some(_)) => {
                if bytes.peek() == Some(&b'"') {
                    bytes.next();
                } else {
                    opened = None;
                }
            }
            (other, None) if other == delimiter || other == b'\n' || other == b'\r' => {
                cell_begins = true;
                length = 0;
            }
            _ => {}
        }
        if byte == b'\n' {
            line += 1;
        }
        if length > limits.cell {
            return Err(match opened {
                Some(opened) => fault(Message::new("exchange-csv-open-quote").with("line", opened)),
                None => too_large("exchange-csv-cell", limits.cell),
            });
        }
    }
    match opened {
        Some(opened) => Err(fault(
            Message::new("exchange-csv-open-quote").with("line", opened),
        )),
        None => Ok(()),
    }
}

/// Characters that make a spreadsheet run a cell as a formula, full-width forms included.
const TRIGGERS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// The cell as it may be written: formulas become text. Numbers and the single `-` stay.
pub fn guard(cell: &str) -> String {
    let mut characters = cell.chars();
    let first = characters.next();
    let dangerous = match first {
        Some('\'') => characters
            .next()
            .is_some_and(|second| second == '\'' || TRIGGERS.contains(&second)),
        Some(first) => TRIGGERS.contains(&first) && cell != "-" && !is_number(cell),
        None => false,
    };
    if dangerous {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// Takes off what [`guard`] put in front.
pub fn unguard(cell: &str) -> &str {
    cell.strip_prefix('\'')
        .filter(|rest| rest.starts_with('\'') || rest.starts_with(TRIGGERS))
        .unwrap_or(cell)
}

fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or_default();
    digits.starts_with(|first: char| first.is_ascii_digit())
        && digits
            .chars()
            .all(|other| other.is_ascii_digit() || other == '.' || other == ',')
}

/// Writes rows; every cell guarded.
pub fn write_csv<'a>(rows: impl IntoIterator<Item = &'a [String]>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    for row in rows {
        // Writing to memory cannot fail.
        writer.write_record(row.iter().map(|cell| guard(cell))).ok();
    }
    writer.into_inner().unwrap_or_default()
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
    fn formulas_become_text_and_come_back() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("+49 30 1234", "'+49 30 1234"),
            ("-2+3", "'-2+3"),
            ("-5", "-5"),
            ("-5,25", "-5,25"),
            ("-", "-"),
            ("@SUMME(A1)", "'@SUMME(A1)"),
            ("\t=1", "'\t=1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("''a", "'''a"),
            ("'a", "'a"),
            ("Straße", "Straße"),
            ("", ""),
        ];
        for (text, written) in cases {
            assert_eq!(guard(text), written);
            assert_eq!(unguard(written), text);
        }
    }

    #[test]
    fn a_table_comes_back() {
        let rows = vec![
            vec!["a".to_owned(), "b;c".to_owned()],
            vec!["=1".to_owned(), "zwei\nZeilen \"und\" mehr".to_owned()],
        ];
        let bytes = write_csv(rows.iter().map(Vec::as_slice));
        assert!(bytes.starts_with(b"\xef\xbb\xbfa;\"b;c\"\r\n"));
        let read = read_csv(&bytes, &CsvLimits::default()).unwrap();
        assert_eq!(read.iter().map(|row| row.cells.clone()).collect::<Vec<_>>(), rows);
        assert_eq!(read[1].line, 2);
    }

    #[test]
    fn an_open_quote_is_named() {
        let text = format!("a;b\n1;\"offen\n{}", "2;x\n".repeat(100));
        let fault = read_csv(text.as_bytes(), &CsvLimits::default()).unwrap_err();
        assert_eq!(fault.message.id, "exchange-csv-open-quote");
        assert_eq!(
            fault.message,
            Message::new("exchange-csv-open-quote").with("line", 2usize)
        );
    }
}
