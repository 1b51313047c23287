//! Our own annotations (design.md 2.3), tolerant: a value that cannot be right is left out with a warning.

use super::diagram::Element;
use super::markup;
use super::odd::Odd;
use super::start::Start;
use crate::domain::annotation::{CarrierFact, ChannelFact, Discretion, SystemFact, VolumeFact, WorkFact};
use crate::domain::carrier::{By, Carrier};
use crate::domain::message::Message;

/// Reads one `pr:` element into the annotations of its element.
pub fn read(start: &Start<'_, '_>, element: &mut Element, odd: &mut Odd) {
    let id = element.id.clone();
    let mut fields = Fields { start, id: &id, odd };
    let found = &mut element.annotations;
    match start.local {
        "carrier" => found.carriers.push(CarrierFact {
            object: fields.text("object").unwrap_or_default(),
            needs: fields.carriers("needs"),
            writes: fields.carriers("writes").into_iter().next(),
            transport: fields.truth("transport").unwrap_or(false),
            by: fields.choice("by", |text| match text {
                "human" => Some(By::Human),
                "automatic" => Some(By::Automatic),
                _ => None,
            }),
            also: fields.truth("also").unwrap_or(false),
            minutes: fields.number("minutes", 0.0, f64::MAX),
        }),
        "channel" => found.channels.push(ChannelFact {
            object: fields.text("object").unwrap_or_default(),
            carriers: fields.carriers("carrier"),
            share: fields.number("share", 0.0, 1.0),
        }),
        "system" => {
            if let Some(name) = fields.text("name") {
                let interface = fields.truth("interface");
                found.system = Some(SystemFact { name, interface });
            }
        }
        "work" => {
            let foreign = found.work.take().unwrap_or_default();
            found.work = Some(fields.work(foreign));
        }
        "branch" => found.probability = fields.number("probability", 0.0, 1.0).or(found.probability),
        "volume" => {
            if let Some(cases_per_year) = fields.number("casesPerYear", 0.0, f64::MAX) {
                let year = fields.choice("year", |text| text.parse::<i16>().ok());
                found.volume = Some(VolumeFact { cases_per_year, year });
            }
        }
        _ => {
            let message = Message::new("bpmn-unknown-annotation").with("name", start.name);
            odd.note(Some(start.line), Some(&id), message);
        }
    }
}

struct Fields<'f, 's, 't> {
    start: &'f Start<'s, 't>,
    id: &'f str,
    odd: &'f mut Odd,
}

impl Fields<'_, '_, '_> {
    fn text(&mut self, name: &str) -> Option<String> {
        let text = markup::collapse(&self.start.get(name)?);
        (!text.is_empty()).then_some(text)
    }

    fn choice<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let text = self.text(name)?;
        let value = parse(&text);
        if value.is_none() {
            self.complain(name, &text);
        }
        value
    }

    fn truth(&mut self, name: &str) -> Option<bool> {
        self.choice(name, |text| match text {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        })
    }

    fn number(&mut self, name: &str, least: f64, most: f64) -> Option<f64> {
        self.choice(name, |text| {
            decimal(text).filter(|number| (least..=most).contains(number))
        })
    }

    fn carriers(&mut self, name: &str) -> Vec<Carrier> {
        let Some(text) = self.text(name) else {
            return Vec::new();
        };
        let mut carriers = Vec::new();
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            match Carrier::parse(part) {
                Some(carrier) => carriers.push(carrier),
                None => self.complain(name, part),
            }
        }
        carriers
    }

    /// What is stated here wins over what was known before.
    fn work(&mut self, known: WorkFact) -> WorkFact {
        let rag = self.choice("rag", |text| {
            text.parse().ok().filter(|rag| (1..=8).contains(rag))
        });
        let discretion = self.choice("discretion", |text| {
            Discretion::ALL.into_iter().find(|value| value.code() == text)
        });
        WorkFact {
            handling_minutes: self
                .number("handlingMinutes", 0.0, f64::MAX)
                .or(known.handling_minutes),
            waiting_minutes: self
                .number("waitingMinutes", 0.0, f64::MAX)
                .or(known.waiting_minutes),
            transport_minutes: self
                .number("transportMinutes", 0.0, f64::MAX)
                .or(known.transport_minutes),
            kind: self.text("kind").or(known.kind),
            rag: rag.or(known.rag),
            discretion: discretion.or(known.discretion),
            automated: self.truth("automated").or(known.automated),
            unit: self.text("unit").or(known.unit),
            instances: self.number("instances", 0.0, f64::MAX).or(known.instances),
        }
    }

    fn complain(&mut self, name: &str, value: &str) {
        let message = Message::new("bpmn-annotation-value")
            .with("name", name)
            .with("value", value);
        self.odd.note(Some(self.start.line), Some(self.id), message);
    }
}

/// A finite number with decimal point (or comma).
pub fn decimal(text: &str) -> Option<f64> {
    let text = text.trim();
    let number: f64 = text.parse().or_else(|_| text.replace(',', ".").parse()).ok()?;
    number.is_finite().then_some(number)
}
