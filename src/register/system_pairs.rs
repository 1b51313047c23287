//! Pairs of systems over the register, and what an interface between two of them would change.

use super::analyses::{Catalogue, Modelled};
use super::{Caller, Page, Register, page};
use crate::access::{self, Action};
use crate::analysis::system_pairs::{Names, Seen, pairs};
use crate::domain::carrier::Carrier;
use crate::domain::ids::UnitId;
use crate::domain::system_pair::{OtherSide, SystemPair, Total};
use crate::error::{Error, Result};

/// Which pairs to list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PairFilter {
    /// Processes of this unit and everything below it.
    pub unit: Option<UnitId>,
    /// What the other side is.
    pub with: Option<OtherSide>,
    /// At most this many rows, 1 to 500.
    pub limit: usize,
    /// Where the page before ended.
    pub cursor: Option<String>,
}

/// A page of pairs with the sums over all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct PairPage {
    /// The pairs.
    pub page: Page<SystemPair>,
    /// Per kind of other side: steps and hours per year, whatever the filter says of the other side.
    pub sums: Vec<(OtherSide, usize, Total)>,
}

/// The pairs of a moment, with what they were made from.
pub(super) struct Paired {
    pub(super) catalogue: Catalogue,
    pub(super) names: Names,
    pub(super) modelled: Vec<Modelled>,
    pub(super) pairs: Vec<SystemPair>,
}

impl Paired {
    /// The pair of these two.
    pub(super) fn find(&self, one: &Carrier, other: &Carrier) -> Result<&SystemPair> {
        let key = |carrier: &Carrier| self.names.key(carrier);
        let wanted = {
            let (one, other) = (key(one), key(other));
            if one <= other { (one, other) } else { (other, one) }
        };
        self.pairs
            .iter()
            .find(|pair| (key(&pair.one.carrier), key(&pair.other.carrier)) == wanted)
            .ok_or_else(|| Error::not_found("thing-system-pair"))
    }
}

impl Register {
    /// Pairs of systems (and of a system and what is none) between which people carry over, those that cost most hours
    /// first.
    pub fn system_pairs(&self, caller: &Caller, filter: &PairFilter) -> Result<PairPage> {
        access::require(&caller.actor, Action::Read)?;
        let paired = self.paired(filter.unit)?;
        let sums = OtherSide::ALL
            .map(|side| {
                let of_side = || paired.pairs.iter().filter(move |pair| pair.side() == side);
                (
                    side,
                    of_side().map(|pair| pair.breaks).sum(),
                    of_side().fold(Total::default(), |sum, pair| sum.plus(pair.hours)),
                )
            })
            .to_vec();
        let fitting: Vec<&SystemPair> = paired
            .pairs
            .iter()
            .filter(|pair| filter.with.is_none_or(|side| pair.side() == side))
            .collect();
        let page = page::of(&fitting, filter.limit, filter.cursor.as_deref(), |pair| {
            (*pair).clone()
        })?;
        Ok(PairPage { page, sums })
    }

    /// All pairs, from the analyses that are kept.
    pub(super) fn paired(&self, unit: Option<UnitId>) -> Result<Paired> {
        let (catalogue, judgements) =
            self.read(|view| Ok((Catalogue::read(view)?, view.judgements(None)?)))?;
        let modelled = self.modelled(unit)?;
        let names = Names::of(&catalogue.organisation.applications);
        let seen: Vec<Seen<'_>> = modelled
            .iter()
            .map(|model| Seen {
                process: model.process,
                number: &model.number,
                name: &model.name,
                diagram: model.diagram,
                findings: &model.analysis.findings,
            })
            .collect();
        let verdict = |process, key: &str| {
            judgements
                .get(&(process, key.to_owned()))
                .map(|judgement| judgement.verdict)
        };
        let pairs = pairs(&seen, &verdict, &names, &catalogue.organisation.interfaces);
        Ok(Paired {
            catalogue,
            names,
            modelled,
            pairs,
        })
    }
}
