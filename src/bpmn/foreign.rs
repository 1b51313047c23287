//! What foreign tools say in their own extension elements, as far as it means the same as our annotations.
//! Recognised by local names, never by prefix; nothing here is ever an error.

use super::diagram::{Element, Tag};
use super::engine;
use super::facts::decimal;
use super::markup;
use super::odd::Odd;
use super::rich_text;
use super::start::Start;
use crate::domain::annotation::{SystemFact, VolumeFact, WorkFact};
use crate::domain::message::Message;

/// An attribute value of PICTURE or ADONIS that is being read.
#[derive(Debug)]
struct Value {
    key: String,
    line: u32,
    depth: usize,
    /// A description, so all of its text counts.
    rich: bool,
    /// ADONIS: a bare number has no unit we could know.
    adonis: bool,
    number: String,
    unit: String,
    names: Vec<String>,
}

/// A simulation parameter of BPSim for an element named by its id.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// Id of the element.
    pub element: String,
    /// Local name of the parameter: `ProcessingTime`, `WaitTime`, `Probability` …
    pub name: String,
    /// Value; minutes where it is a time.
    pub value: f64,
}

#[derive(Debug, Default)]
struct Simulation {
    scenario: usize,
    minutes_per_unit: f64,
    element: Option<(String, usize)>,
    parameter: Option<(String, usize)>,
}

/// State of the reading of extension elements.
#[derive(Debug, Default)]
pub struct Foreign {
    value: Option<Value>,
    capture: Option<usize>,
    buffer: String,
    simulation: Simulation,
    /// What BPSim says, in document order.
    pub parameters: Vec<Parameter>,
}

impl Foreign {
    /// A start tag below `extensionElements`.
    pub fn open(&mut self, start: &Start<'_, '_>, element: Option<&mut Element>) {
        let id = start.get("attributeID").or_else(|| start.get("attributeId"));
        let id = id.map(|id| key(&id).to_owned());
        let adonis = id.is_none();
        if let Some(key) = id.or_else(|| adonis_time(start)) {
            self.value = Some(Value {
                rich: matches!(key.as_str(), "description" | "Beschreibung"),
                adonis,
                key,
                line: start.line,
                depth: start.depth,
                number: String::new(),
                unit: String::new(),
                names: Vec::new(),
            });
            self.capture = None;
            return;
        }
        if self.value.is_some() {
            if matches!(
                start.local,
                "number" | "value" | "metavalue" | "unit" | "name" | "item"
            ) {
                self.capture = Some(start.depth);
                self.buffer.clear();
            }
            return;
        }
        if let Some(element) = element {
            marker(start, element);
            meta(start, element);
            engine::extension(start, element);
        }
        self.simulate(start);
    }

    /// True if text is wanted now.
    pub fn wants_text(&self) -> bool {
        self.capture.is_some()
    }

    /// Text inside a value.
    pub fn text(&mut self, text: &str) {
        // Values are numbers, units and names; a description is as long as a documentation may be.
        let rich = self.value.as_ref().is_some_and(|value| value.rich);
        let most: usize = if rich { 100_000 } else { 4_000 };
        let room = most.saturating_sub(self.buffer.len()).min(text.len());
        let end = (0..=room).rev().find(|at| text.is_char_boundary(*at));
        self.buffer
            .push_str(end.and_then(|end| text.get(..end)).unwrap_or_default());
    }

    /// The element at this depth ends.
    pub fn close(&mut self, depth: usize, element: Option<&mut Element>, local: &str, odd: &mut Odd) {
        if self.capture == Some(depth) {
            self.capture = None;
            if let Some(value) = &mut self.value {
                if value.rich && local == "value" {
                    value.names.push(rich_text::plain(&self.buffer));
                    return;
                }
                let text = markup::collapse(&self.buffer);
                match local {
                    "metavalue" => {}
                    "unit" => value.unit = text,
                    "number" | "value" => value.number = text,
                    _ => value.names.push(text),
                }
            }
        }
        if self.value.as_ref().is_some_and(|value| value.depth == depth)
            && let (Some(value), Some(element)) = (self.value.take(), element)
        {
            apply(value, element, odd);
        }
        let simulation = &mut self.simulation;
        if simulation.element.as_ref().is_some_and(|(_, at)| *at == depth) {
            simulation.element = None;
        }
        if simulation.parameter.as_ref().is_some_and(|(_, at)| *at == depth) {
            simulation.parameter = None;
        }
    }

    fn simulate(&mut self, start: &Start<'_, '_>) {
        let simulation = &mut self.simulation;
        match start.local {
            "Scenario" => {
                simulation.scenario += 1;
                simulation.minutes_per_unit = 1.0;
            }
            "ScenarioParameters" => {
                if let Some(unit) = start.get("baseTimeUnit") {
                    simulation.minutes_per_unit = bpsim_unit(&unit).unwrap_or(1.0);
                }
            }
            "ElementParameters" if simulation.scenario == 1 => {
                let id = start.id_like("elementRef").or_else(|| start.id_like("elementId"));
                simulation.element = id.map(|id| (id.into_owned(), start.depth));
            }
            "ProcessingTime" | "WaitTime" | "QueueTime" | "TransferTime" | "Probability"
                if simulation.element.is_some() =>
            {
                simulation.parameter = Some((start.local.to_owned(), start.depth));
            }
            _ => {
                let (Some((element, _)), Some((name, _))) = (&simulation.element, &simulation.parameter)
                else {
                    return;
                };
                let stated = start
                    .get("value")
                    .or_else(|| start.get("mean"))
                    .or_else(|| start.get("mode"));
                let Some(mut value) = stated.and_then(|text| decimal(&text)) else {
                    return;
                };
                if name != "Probability" {
                    let unit = start.get("timeUnit").and_then(|unit| bpsim_unit(&unit));
                    value *= unit.unwrap_or(simulation.minutes_per_unit);
                }
                self.parameters.push(Parameter {
                    element: element.clone(),
                    name: name.clone(),
                    value,
                });
            }
        }
    }
}

/// The middle of `picture.attribute.std#Bearbeitungszeit+01`.
fn key(id: &str) -> &str {
    let tail = id.split_once('#').map_or(id, |(_, tail)| tail);
    tail.split('+').next().unwrap_or(tail).trim()
}

/// Times of ADONIS, under the names that PICTURE has for the same.
fn adonis_time(start: &Start<'_, '_>) -> Option<String> {
    if start.local != "attribute" {
        return None;
    }
    let key = match start.get("name")?.trim() {
        "A_EXECUTION_TIME" => "Bearbeitungszeit",
        "A_WAITING_TIME" => "Wartezeit",
        "A_RESTING_TIME" => "Liegezeit",
        "A_TRANSPORT_TIME" => "Transportzeit",
        _ => return None,
    };
    Some(key.to_owned())
}

/// Minutes and unit of a time as ADONIS writes it: years, days, hours, minutes and seconds with colons between them.
fn colon_time(text: &str) -> Option<(f64, &'static str)> {
    let parts: Option<Vec<f64>> = text.split(':').map(decimal).collect();
    match parts?.as_slice() {
        [years, days, hours, minutes, seconds] if *years == 0.0 => {
            let minutes = hours * 60.0 + minutes + seconds / 60.0;
            // How long a day of work is, the file does not say.
            Some(if *days == 0.0 {
                (minutes, "Minuten")
            } else {
                (days + minutes / 1_440.0, "Tage")
            })
        }
        _ => None,
    }
}

/// A type marker such as PICTURE's building block.
fn marker(start: &Start<'_, '_>, element: &mut Element) {
    const MARKERS: [&str; 4] = ["buildingblock", "baustein", "elementtype", "tasktype"];
    if element.details.block.is_some() {
        return;
    }
    let local = start.local.to_ascii_lowercase();
    if !MARKERS.iter().any(|marker| local.contains(marker)) {
        return;
    }
    let name = start
        .get("name")
        .map(|name| markup::collapse(&name))
        .filter(|name| !name.is_empty());
    element.details.block = name.or_else(|| {
        let id = start.id_like("typeID").or_else(|| start.id_like("typeId"))?;
        Some(key(&id).to_owned())
    });
}

/// Texts that Signavio, Camunda and Zeebe keep as key and value.
fn meta(start: &Start<'_, '_>, element: &mut Element) {
    let (name, value) = match start.local {
        "signavioMetaData" => ("metaKey", "metaValue"),
        "property" => ("name", "value"),
        _ => return,
    };
    let Some(name) = start.get(name) else { return };
    if !matches!(
        name.to_ascii_lowercase().as_str(),
        "documentation" | "description" | "beschreibung"
    ) {
        return;
    }
    let text = start
        .get(value)
        .map(|text| text.trim().to_owned())
        .unwrap_or_default();
    describe(text, element);
}

/// Texts looked back on for one that is said again: a tool says the same under a few names, not under thousands.
const LOOK_BACK: usize = 64;

/// Adds a description that was not there just before.
fn describe(text: String, element: &mut Element) {
    let mut known = element.details.documentation.iter().rev().take(LOOK_BACK);
    if !text.is_empty() && known.all(|known| *known != text) {
        element.details.documentation.push(text);
    }
}

fn apply(value: Value, element: &mut Element, odd: &mut Odd) {
    if value.rich {
        for text in value.names {
            describe(text, element);
        }
        return;
    }
    let mut value = value;
    if value.number.contains(':')
        && let Some((number, unit)) = colon_time(&value.number)
    {
        // All zero is how ADONIS writes that nothing is stated.
        if number == 0.0 {
            return;
        }
        (value.number, value.unit) = (number.to_string(), unit.to_owned());
    } else if value.adonis {
        return;
    }
    let number = decimal(&value.number).filter(|number| *number >= 0.0);
    let found = &mut element.annotations;
    match value.key.as_str() {
        "Bearbeitungszeit" | "Liegezeit" | "Wartezeit" | "Transportzeit" => {
            let working = value.key == "Bearbeitungszeit";
            let factor = minutes(&value.unit, working);
            let (Some(number), Some(factor)) = (number, factor) else {
                if !value.number.is_empty() {
                    let message = Message::new("bpmn-annotation-value")
                        .with("name", value.key.as_str())
                        .with("value", format!("{} {}", value.number, value.unit));
                    odd.note(Some(value.line), Some(&element.id), message);
                }
                return;
            };
            let work = found.work.get_or_insert_with(WorkFact::default);
            let minutes = number * factor;
            match value.key.as_str() {
                "Bearbeitungszeit" => {
                    work.handling_minutes.get_or_insert(minutes);
                }
                "Transportzeit" => {
                    work.transport_minutes.get_or_insert(minutes);
                }
                // Lying about and waiting for others both are time in which nothing happens.
                _ => *work.waiting_minutes.get_or_insert(0.0) += minutes,
            }
        }
        "Eintrittswahrscheinlichkeit" => {
            if let Some(share) = number
                .map(|percent| percent / 100.0)
                .filter(|share| *share <= 1.0)
            {
                found.probability.get_or_insert(share);
            }
        }
        "FallzahlProJahr" | "Fallzahl" => {
            if let Some(cases_per_year) = number {
                let volume = VolumeFact {
                    cases_per_year,
                    year: None,
                };
                found.volume.get_or_insert(volume);
            }
        }
        "AusfuehrendeStelle" => {
            if let Some(unit) = value.names.into_iter().next() {
                found
                    .work
                    .get_or_insert_with(WorkFact::default)
                    .unit
                    .get_or_insert(unit);
            }
        }
        "VerwendeteITVerfahren" if element.tag != Tag::Process => {
            // One system is a fact; of several it is not said which.
            if let [name] = value.names.as_slice() {
                let system = SystemFact {
                    name: name.clone(),
                    interface: None,
                };
                found.system.get_or_insert(system);
            }
        }
        _ => {}
    }
}

/// Minutes of a German unit of time. Days and longer are no measure of work (how long is a day of work?).
fn minutes(unit: &str, working: bool) -> Option<f64> {
    let unit = unit.to_lowercase();
    let factor = if unit.is_empty() || unit.starts_with("min") {
        1.0
    } else if unit.starts_with("sek") {
        1.0 / 60.0
    } else if unit.starts_with("stunde") || unit == "h" {
        60.0
    } else if working {
        return None;
    } else if unit.starts_with("tag") {
        1_440.0
    } else if unit.starts_with("woche") {
        10_080.0
    } else if unit.starts_with("monat") {
        43_800.0
    } else if unit.starts_with("jahr") {
        525_600.0
    } else {
        return None;
    };
    Some(factor)
}

fn bpsim_unit(unit: &str) -> Option<f64> {
    Some(match unit.trim() {
        "ms" => 1.0 / 60_000.0,
        "s" => 1.0 / 60.0,
        "min" => 1.0,
        "hour" => 60.0,
        "day" => 1_440.0,
        "year" => 525_600.0,
        _ => return None,
    })
}
