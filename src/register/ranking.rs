//! The ranking that pages show beside other things, kept until something changes.

use super::{Caller, Register};
use crate::domain::ranking::Ranked;
use crate::error::Result;
use std::sync::{Arc, Mutex, PoisonError};

/// The ranking with the number of the log row up to which it holds.
#[derive(Default)]
pub(super) struct KeptRanking {
    kept: Mutex<Option<(i64, Arc<Vec<Ranked>>)>>,
}

impl Register {
    /// `priorities` without proposals. Every change of the register is a row of the log, so an unchanged log means an
    /// unchanged ranking.
    pub(super) fn ranking(&self, caller: &Caller) -> Result<Arc<Vec<Ranked>>> {
        let position = self.read(|view| Ok(view.log_position()?))?;
        let lock = || self.ranking.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, ranking)) = &*lock()
            && *at == position
        {
            return Ok(ranking.clone());
        }
        // Read after the position: a change in between only makes the next call compute it again.
        let ranking = Arc::new(self.priorities(caller, false)?);
        *lock() = Some((position, ranking.clone()));
        Ok(ranking)
    }
}
