//! Foreign formats: bytes and limits in, values and warnings out, and the same way back. One file per format.
//!
//! Home of `csv` and `rust_xlsxwriter`. Knows no disk, no network, no storage, no HTTP.

mod csv_text;
pub mod demo;
pub mod evaluation;
mod heading;
mod profile_table;
mod step_list;
mod step_model;
mod xlsx;

pub use csv_text::{CsvFault, CsvLimits, Row, guard, read_csv, unguard, write_csv};
pub use heading::{Column, column_of, columns, heading};
pub use profile_table::{Names, apply_row, row_of};
pub use step_list::{StepColumn, StepFault, list_of, read_steps, step_cells, write_steps};
pub use step_model::step_model;
pub use xlsx::write_xlsx;
