//! What the town has set for money and posts.

use super::organisation::require_same;
use super::validate::Faults;
use super::{Caller, Register};
use crate::access::{self, Action};
use crate::domain::message::Message;
use crate::domain::times::Rates;
use crate::error::Result;
use crate::store::View;

/// Setting: euros per hour.
const HOURLY_RATE: &str = "hourly-rate";
/// Setting: net minutes of a post per year.
const MINUTES_PER_POST: &str = "minutes-per-post";
/// Setting: where these figures come from.
const SOURCE: &str = "rates-source";

/// Most euros per hour and most net minutes per year that are no slip of the pen.
const MOST_RATE: f64 = 1_000.0;
const LEAST_MINUTES: f64 = 30_000.0;
const MOST_MINUTES: f64 = 150_000.0;

pub(super) fn read(view: &View<'_>) -> Result<Rates> {
    let figure =
        |name: &str| -> Result<Option<f64>> { Ok(view.setting(name)?.and_then(|value| value.parse().ok())) };
    Ok(Rates {
        hourly_rate: figure(HOURLY_RATE)?,
        minutes_per_post: figure(MINUTES_PER_POST)?,
        source: view.setting(SOURCE)?.unwrap_or_default(),
    })
}

impl Register {
    /// Sets the rates; an empty one is not known any more.
    ///
    /// # Errors
    /// `Forbidden` for all but coordinators and administrators; `Invalid` where a figure cannot be meant.
    pub fn set_rates(&self, caller: &Caller, rates: &Rates) -> Result<()> {
        self.set_rates_over(caller, rates, None)
    }

    /// The same, only while the rates are still as they were read; `before: None`: whatever they are.
    ///
    /// # Errors
    /// `Stale` where somebody else was faster.
    pub fn set_rates_over(&self, caller: &Caller, rates: &Rates, before: Option<Rates>) -> Result<()> {
        access::require(&caller.actor, Action::KeepCatalogue)?;
        let mut faults = Faults::default();
        let source = faults.text("source", &rates.source, 1_000);
        let within = |figure: Option<f64>, least: f64, most: f64| {
            figure.is_none_or(|figure| figure >= least && figure <= most)
        };
        let mut check = |field: &str, figure: Option<f64>, least: f64, most: f64| {
            if !within(figure, least, most) {
                let message = Message::new("field-out-of-range");
                faults.add(field, message.with("least", least).with("most", most));
            }
        };
        check("hourly_rate", rates.hourly_rate, 0.01, MOST_RATE);
        check(
            "minutes_per_post",
            rates.minutes_per_post,
            LEAST_MINUTES,
            MOST_MINUTES,
        );
        faults.finish()?;
        let text = |figure: Option<f64>| figure.map(|figure| figure.to_string()).unwrap_or_default();
        let (rate, minutes) = (text(rates.hourly_rate), text(rates.minutes_per_post));
        self.write(caller, move |tx| {
            if before.is_some() {
                require_same(before.as_ref(), &[read(tx)?])?;
            }
            tx.set_figure(HOURLY_RATE, &rate)?;
            tx.set_figure(MINUTES_PER_POST, &minutes)?;
            Ok(tx.set_figure(SOURCE, &source)?)
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::error::Kind;

    #[test]
    fn rates_are_kept_checked_and_guarded() {
        let town = crate::register::testing::SmallTown::new();
        let rates = Rates {
            hourly_rate: Some(55.5),
            minutes_per_post: None,
            source: "KGSt-Bericht des Hauses".to_owned(),
        };
        let (register, coordinator) = (&town.register, &town.coordinator);
        register.set_rates(coordinator, &rates).unwrap();
        assert_eq!(register.organisation(coordinator).unwrap().rates, rates);
        let slow = register.set_rates_over(coordinator, &rates, Some(Rates::default()));
        assert_eq!(slow.unwrap_err().kind, Kind::Stale);
        let odd = Rates {
            minutes_per_post: Some(12.0),
            ..rates
        };
        assert_eq!(
            register.set_rates(coordinator, &odd).unwrap_err().kind,
            Kind::Invalid
        );
    }
}
