//! Systems of models by the names of the catalogue.

use crate::domain::carrier::Carrier;
use crate::domain::folding::fold;
use crate::domain::ids::ApplicationId;
use crate::domain::organisation::Application;
use crate::domain::system_pair::PairEnd;
use std::collections::BTreeMap;

/// The applications of the catalogue by every name and spelling they have there.
pub struct Names {
    known: BTreeMap<String, (ApplicationId, String)>,
}

impl Names {
    /// The names of these applications. Names go before further names of others.
    pub fn of(applications: &[Application]) -> Names {
        let mut known = BTreeMap::new();
        for application in applications {
            let name = (application.id, application.name.clone());
            known.entry(fold(&application.name)).or_insert(name);
        }
        for application in applications {
            for alias in &application.aliases {
                let name = (application.id, application.name.clone());
                known.entry(fold(alias)).or_insert(name);
            }
        }
        Names { known }
    }

    /// The side of a pair that a carrier is: systems by their name in the catalogue, others as the model spells them,
    /// white space and capitals aside.
    pub fn end(&self, carrier: &Carrier) -> PairEnd {
        let Carrier::System(name) = carrier else {
            return PairEnd {
                carrier: carrier.clone(),
                application: None,
            };
        };
        match self.known.get(&fold(name)) {
            Some((id, name)) => PairEnd {
                carrier: Carrier::System(name.clone()),
                application: Some(*id),
            },
            None => PairEnd {
                carrier: Carrier::System(name.split_whitespace().collect::<Vec<_>>().join(" ")),
                application: None,
            },
        }
    }

    /// What a side is compared and sorted by: systems first, by name, however it is spelt.
    pub fn key(&self, carrier: &Carrier) -> (u8, String) {
        match self.end(carrier).carrier {
            Carrier::System(name) => (0, fold(&name)),
            Carrier::Document => (1, String::new()),
            Carrier::Paper => (2, String::new()),
            Carrier::Oral => (3, String::new()),
        }
    }
}
