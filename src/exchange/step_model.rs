//! A list of steps as a BPMN 2.0 file: one pool, a lane per role, data objects, annotations of design.md 2.3, drawing.

use crate::bpmn::escape;
use crate::domain::carrier::Carrier;
use crate::domain::step_list::{ListedCarrier, ListedKind, ListedNext, ListedObjects, ListedStep};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The model without a drawing. The list is one of `read_steps`: numbers are unique, ways lead to rows. Where no row is
/// a start, the first row follows one without a name; where a way ends, it ends in an end without a name.
pub fn step_model(list: &[ListedStep], name: &str) -> String {
    let mut writer = Writer::new(list);
    writer.flows();
    let name = attribute(name);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xmlns:pr=\"urn:prozessregister:bpmn:1\" id=\"definitions\" targetNamespace=\"urn:prozessregister:steps\" \
         exporter=\"Prozessregister\">\n  <bpmn:collaboration id=\"collaboration\">\n    \
         <bpmn:participant id=\"pool\" name=\"{name}\" processRef=\"process\"/>\n  </bpmn:collaboration>\n  \
         <bpmn:process id=\"process\" name=\"{name}\" isExecutable=\"false\">\n"
    );
    out.push_str(&writer.lanes());
    out.push_str(&writer.nodes());
    out.push_str(&writer.flow_text);
    out.push_str(&writer.data());
    out.push_str("  </bpmn:process>\n");
    out.push_str("</bpmn:definitions>\n");
    out
}

fn attribute(text: &str) -> String {
    escape(text, Some('"'))
}

struct Writer<'a> {
    list: &'a [ListedStep],
    /// Nodes beside the rows: id, kind, role.
    added: Vec<(String, ListedKind, &'a str)>,
    flow_text: String,
    flow_count: usize,
    incoming: BTreeMap<String, Vec<String>>,
    outgoing: BTreeMap<String, Vec<String>>,
    /// Objects in the order of the list, with their index.
    objects: BTreeMap<&'a str, usize>,
    object_names: Vec<&'a str>,
}

impl<'a> Writer<'a> {
    fn new(list: &'a [ListedStep]) -> Self {
        let mut objects = BTreeMap::new();
        let mut object_names = Vec::new();
        for name in list
            .iter()
            .flat_map(|step| step.input.names.iter().chain(&step.output.names))
        {
            objects.entry(name.as_str()).or_insert_with(|| {
                object_names.push(name.as_str());
                object_names.len()
            });
        }
        Writer {
            list,
            added: Vec::new(),
            flow_text: String::new(),
            flow_count: 0,
            incoming: BTreeMap::new(),
            outgoing: BTreeMap::new(),
            objects,
            object_names,
        }
    }

    fn flows(&mut self) {
        let list = self.list;
        if let Some(first) = list.first()
            && list.iter().all(|step| step.kind != ListedKind::Start)
        {
            self.added
                .push(("begin".to_owned(), ListedKind::Start, &first.role));
            self.flow("begin".to_owned(), row_id(first.number), "");
        }
        for step in list {
            for ListedNext { condition, number } in &step.next {
                let to = match number {
                    Some(number) => row_id(*number),
                    None => {
                        let id = format!("end_{}", step.number);
                        if self.added.last().is_none_or(|(last, ..)| *last != id) {
                            self.added.push((id.clone(), ListedKind::End, &step.role));
                        }
                        id
                    }
                };
                self.flow(row_id(step.number), to, condition);
            }
        }
    }

    fn flow(&mut self, from: String, to: String, condition: &str) {
        self.flow_count += 1;
        let id = format!("flow_{}", self.flow_count);
        let name = if condition.is_empty() {
            String::new()
        } else {
            format!(" name=\"{}\"", attribute(condition))
        };
        let _ = writeln!(
            self.flow_text,
            "    <bpmn:sequenceFlow id=\"{id}\"{name} sourceRef=\"{from}\" targetRef=\"{to}\"/>"
        );
        self.outgoing.entry(from).or_default().push(id.clone());
        self.incoming.entry(to).or_default().push(id);
    }

    fn lanes(&self) -> String {
        let mut members: Vec<(&str, Vec<String>)> = Vec::new();
        let rows = self
            .list
            .iter()
            .map(|step| (row_id(step.number), step.role.as_str()));
        let added = self.added.iter().map(|(id, _, role)| (id.clone(), *role));
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for (id, role) in rows.chain(added).filter(|(_, role)| !role.is_empty()) {
            let place = *places.entry(role).or_insert_with(|| {
                members.push((role, Vec::new()));
                members.len() - 1
            });
            if let Some((_, held)) = members.get_mut(place) {
                held.push(id);
            }
        }
        if members.is_empty() {
            return String::new();
        }
        let mut out = "    <bpmn:laneSet id=\"lanes\">\n".to_owned();
        for (index, (role, ids)) in members.iter().enumerate() {
            let _ = writeln!(
                out,
                "      <bpmn:lane id=\"lane_{}\" name=\"{}\">",
                index + 1,
                attribute(role)
            );
            for id in ids {
                let _ = writeln!(out, "        <bpmn:flowNodeRef>{id}</bpmn:flowNodeRef>");
            }
            out.push_str("      </bpmn:lane>\n");
        }
        out.push_str("    </bpmn:laneSet>\n");
        out
    }

    fn nodes(&self) -> String {
        let mut out = String::new();
        for (id, kind, _) in self
            .added
            .iter()
            .filter(|(_, kind, _)| *kind == ListedKind::Start)
        {
            out.push_str(&self.node(id, *kind, None));
        }
        for step in self.list {
            out.push_str(&self.node(&row_id(step.number), step.kind, Some(step)));
        }
        for (id, kind, _) in self.added.iter().filter(|(_, kind, _)| *kind == ListedKind::End) {
            out.push_str(&self.node(id, *kind, None));
        }
        out
    }

    fn node(&self, id: &str, kind: ListedKind, step: Option<&ListedStep>) -> String {
        let tag = match kind {
            ListedKind::Step => "task",
            ListedKind::Automatic => "serviceTask",
            ListedKind::Decision => "exclusiveGateway",
            ListedKind::Parallel => "parallelGateway",
            ListedKind::Several => "inclusiveGateway",
            ListedKind::Wait => "intermediateCatchEvent",
            ListedKind::Start => "startEvent",
            ListedKind::End => "endEvent",
            ListedKind::Process => "callActivity",
        };
        let name = step
            .map(|step| step.name.as_str())
            .filter(|name| !name.is_empty());
        let name_text = name
            .map(|name| format!(" name=\"{}\"", attribute(name)))
            .unwrap_or_default();
        let mut out = format!("    <bpmn:{tag} id=\"{id}\"{name_text}>\n");
        if let Some(step) = step {
            if !step.remark.is_empty() {
                let _ = writeln!(
                    out,
                    "      <bpmn:documentation>{}</bpmn:documentation>",
                    escape(&step.remark, None)
                );
            }
            out.push_str(&facts(step));
        }
        for (tag, list) in [("incoming", &self.incoming), ("outgoing", &self.outgoing)] {
            for flow in list.get(id).into_iter().flatten() {
                let _ = writeln!(out, "      <bpmn:{tag}>{flow}</bpmn:{tag}>");
            }
        }
        if let Some(step) = step {
            out.push_str(&self.associations(id, step));
        }
        if kind == ListedKind::Wait {
            let _ = writeln!(
                out,
                "      <bpmn:conditionalEventDefinition id=\"{id}_event\"><bpmn:condition \
                 xsi:type=\"bpmn:tFormalExpression\">{}</bpmn:condition></bpmn:conditionalEventDefinition>",
                escape(name.unwrap_or_default(), None)
            );
        }
        let _ = writeln!(out, "    </bpmn:{tag}>");
        out
    }

    fn associations(&self, id: &str, step: &ListedStep) -> String {
        let mut out = String::new();
        let index = |name: &String| self.objects.get(name.as_str()).copied().unwrap_or_default();
        if !step.input.names.is_empty() {
            let _ = writeln!(
                out,
                "      <bpmn:property id=\"{id}_property\" name=\"__targetRef_placeholder\"/>"
            );
        }
        for name in &step.input.names {
            let object = index(name);
            let _ = writeln!(
                out,
                "      <bpmn:dataInputAssociation id=\"{id}_in_{object}\"><bpmn:sourceRef>data_{object}</bpmn:sourceRef>\
                 <bpmn:targetRef>{id}_property</bpmn:targetRef></bpmn:dataInputAssociation>"
            );
        }
        for name in &step.output.names {
            let object = index(name);
            let _ = writeln!(
                out,
                "      <bpmn:dataOutputAssociation id=\"{id}_out_{object}\"><bpmn:targetRef>data_{object}</bpmn:targetRef>\
                 </bpmn:dataOutputAssociation>"
            );
        }
        out
    }

    fn data(&self) -> String {
        let mut out = String::new();
        for (index, name) in self.object_names.iter().enumerate() {
            let (number, name) = (index + 1, attribute(name));
            let _ = writeln!(
                out,
                "    <bpmn:dataObject id=\"object_{number}\" name=\"{name}\"/>\n    \
                 <bpmn:dataObjectReference id=\"data_{number}\" name=\"{name}\" dataObjectRef=\"object_{number}\"/>"
            );
        }
        out
    }
}

/// Annotations of a row (design.md 2.3).
fn facts(step: &ListedStep) -> String {
    let mut facts = String::new();
    let carrier = |objects: &ListedObjects| {
        objects.carrier.map(|carrier| match carrier {
            ListedCarrier::Paper => Carrier::Paper,
            ListedCarrier::Oral => Carrier::Oral,
            ListedCarrier::Digital if !step.application.is_empty() => {
                Carrier::System(step.application.clone())
            }
            ListedCarrier::Digital | ListedCarrier::Document => Carrier::Document,
        })
    };
    for (attribute_name, objects) in [("needs", &step.input), ("writes", &step.output)] {
        let Some(on) = carrier(objects) else { continue };
        for name in &objects.names {
            let _ = writeln!(
                facts,
                "        <pr:carrier object=\"{}\" {attribute_name}=\"{}\"/>",
                attribute(name),
                attribute(&on.code())
            );
        }
    }
    if !step.application.is_empty() {
        let _ = writeln!(
            facts,
            "        <pr:system name=\"{}\"/>",
            attribute(&step.application)
        );
    }
    if let Some(minutes) = step.minutes {
        let _ = writeln!(facts, "        <pr:work handlingMinutes=\"{minutes}\"/>");
    }
    if facts.is_empty() {
        return facts;
    }
    format!("      <bpmn:extensionElements>\n{facts}      </bpmn:extensionElements>\n")
}

fn row_id(number: u32) -> String {
    format!("step_{number}")
}
