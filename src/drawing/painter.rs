//! Paints one plane: shapes back to front, edges, labels, marks.

use super::canvas::{Canvas, Side};
use super::choreography::{self, Bands};
use super::edge::{self, Ends};
use super::free::Free;
use super::known::Known;
use super::{Mark, container, mark, shape};
use crate::bpmn::Diagram;
use crate::bpmn::diagram::{BandPlace, Bounds, DrawnEdge, Element, Plane, Shape, Tag};
use crate::text::Lang;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Paints a tidy plane; tells which marks (by index) found a place.
pub(super) fn paint(
    diagram: &Diagram,
    known: &Known,
    plane: Plane,
    marks: &[Mark],
    lang: Lang,
) -> (Canvas, BTreeSet<usize>) {
    Painter::new(diagram, known, plane, marks, lang).paint()
}

struct Painter<'a> {
    diagram: &'a Diagram,
    plane: Plane,
    /// Element id → place of its first shape.
    places: HashMap<&'a str, Bounds>,
    /// Elements with something drawn inside them.
    filled: BTreeSet<usize>,
    known: &'a Known<'a>,
    /// Pools, processes and lanes that the drawing states to stand upright.
    upright: BTreeSet<usize>,
    /// Id of a choreography shape → height of its bands at the upper, at the lower edge.
    bands: HashMap<String, (f64, f64)>,
    /// Elements with an edge at their upper, at their lower side.
    docked: HashMap<&'a str, (bool, bool)>,
    marks: BTreeMap<usize, Vec<(usize, &'a Mark)>>,
    lang: Lang,
}

impl<'a> Painter<'a> {
    fn new(diagram: &'a Diagram, known: &'a Known<'a>, plane: Plane, marks: &'a [Mark], lang: Lang) -> Self {
        let mut places = HashMap::new();
        let mut filled = BTreeSet::new();
        let mut drawn = BTreeSet::new();
        let mut upright = BTreeSet::new();
        let mut bands: HashMap<String, (f64, f64)> = HashMap::new();
        for shape in &plane.shapes {
            if let Some(band) = &shape.band {
                let entry = bands.entry(band.of.clone()).or_default();
                match band.place {
                    BandPlace::Bottom => entry.1 += shape.bounds.height,
                    _ => entry.0 += shape.bounds.height,
                }
            }
            let Some((index, element)) = shape.element.and_then(|i| Some((i, diagram.elements.get(i)?)))
            else {
                continue;
            };
            places.entry(element.id.as_str()).or_insert(shape.bounds);
            filled.extend(element.parent);
            drawn.insert(index);
            if shape.horizontal == Some(false) {
                upright.insert(index);
                upright.extend(element.reference.as_deref().and_then(|id| known.find(id)));
            }
        }
        for edge in &plane.edges {
            drawn.extend(edge.element);
        }
        let mut docked: HashMap<&str, (bool, bool)> = HashMap::new();
        for edge in &plane.edges {
            let Some(element) = edge.element.and_then(|index| diagram.elements.get(index)) else {
                continue;
            };
            let ends = [
                (&element.source, edge.points.first()),
                (&element.target, edge.points.last()),
            ];
            for (id, point) in ends {
                let (Some(id), Some((_, y))) = (id.as_deref(), point) else {
                    continue;
                };
                let Some(b) = places.get(id) else { continue };
                let entry = docked.entry(id).or_default();
                entry.0 |= *y < b.y + b.height * 0.25;
                entry.1 |= *y > b.y + b.height * 0.75;
            }
        }
        let mut held: BTreeMap<usize, Vec<(usize, &Mark)>> = BTreeMap::new();
        for (which, mark) in marks.iter().enumerate() {
            let mut at = known.find(&mark.element);
            // A mark inside something collapsed stands on what is drawn around it.
            let mut left = diagram.elements.len();
            while let Some(index) = at.filter(|index| !drawn.contains(index)) {
                left = left.saturating_sub(1);
                at = diagram
                    .elements
                    .get(index)
                    .and_then(|element| element.parent)
                    .filter(|_| left > 0);
            }
            if let Some(index) = at {
                held.entry(index).or_default().push((which, mark));
            }
        }
        Painter {
            diagram,
            places,
            filled,
            known,
            upright,
            bands,
            docked,
            marks: held,
            plane,
            lang,
        }
    }

    fn paint(&self) -> (Canvas, BTreeSet<usize>) {
        let mut canvas = Canvas::new();
        let mut order: Vec<(u8, i64, usize)> = self
            .plane
            .shapes
            .iter()
            .enumerate()
            .map(|(index, shape)| {
                let (rank, area) = self.rank(shape);
                (rank, area, index)
            })
            .collect();
        order.sort_unstable();
        let shapes = |ranks: std::ops::Range<u8>| {
            let plane = &self.plane;
            order
                .iter()
                .filter(move |(rank, ..)| ranks.contains(rank))
                .filter_map(|(.., index)| plane.shapes.get(*index))
        };
        for shape in shapes(0..4) {
            self.shape(&mut canvas, shape);
        }
        // Message flows lie over the forms: their ends show who sends.
        let over = |edge: &&DrawnEdge| {
            let element = self.element(edge.element);
            element.is_some_and(|element| element.tag == Tag::MessageFlow)
        };
        for edge in self.plane.edges.iter().filter(|edge| !over(edge)) {
            self.edge(&mut canvas, edge);
        }
        for shape in shapes(4..u8::MAX) {
            self.shape(&mut canvas, shape);
        }
        for edge in self.plane.edges.iter().filter(over) {
            self.edge(&mut canvas, edge);
        }
        let placed = self.mark_all(&mut canvas);
        (canvas, placed)
    }

    fn element(&self, index: Option<usize>) -> Option<&'a Element> {
        index.and_then(|index| self.diagram.elements.get(index))
    }

    fn expanded(&self, shape: &Shape) -> bool {
        let inside = shape.element.is_some_and(|index| self.filled.contains(&index));
        shape.expanded.unwrap_or(inside)
    }

    /// Back to front; larger before smaller among frames.
    fn rank(&self, shape: &Shape) -> (u8, i64) {
        let area = -(shape.bounds.width * shape.bounds.height) as i64;
        if shape.band.is_some() {
            return (6, 0);
        }
        match self.element(shape.element).map(|element| element.tag) {
            Some(Tag::Participant) => (0, area),
            Some(Tag::Lane) => (1, area),
            Some(Tag::SubProcess | Tag::AdHocSubProcess | Tag::Transaction | Tag::CallActivity)
                if self.expanded(shape) =>
            {
                (2, area)
            }
            Some(Tag::Other) if self.filled_other(shape) => (2, area),
            Some(Tag::BoundaryEvent) => (6, 0),
            Some(Tag::Group) => (7, 0),
            Some(Tag::Message) => (8, 0),
            _ => (5, 0),
        }
    }

    fn filled_other(&self, shape: &Shape) -> bool {
        shape.element.is_some_and(|index| self.filled.contains(&index))
    }

    fn shape(&self, canvas: &mut Canvas, shape: &Shape) {
        let element = self.element(shape.element);
        self.begin(canvas, &shape.reference, element);
        canvas.extent.bounds(&shape.bounds);
        match element {
            Some(element) => self.typed(canvas, shape, element),
            None => container::other(canvas, shape, "", false),
        }
        canvas.svg.end("g");
    }

    fn typed(&self, canvas: &mut Canvas, shape: &Shape, element: &Element) {
        match element.tag {
            _ if let Some(band) = &shape.band => choreography::band(canvas, shape, element, band),
            Tag::Participant => {
                let level = self.is_level(shape, element);
                container::pool(canvas, shape, element, self.is_open(element), level);
            }
            Tag::Lane => container::lane(canvas, shape, element, self.is_level(shape, element)),
            Tag::Group => container::group(canvas, shape, element),
            Tag::StartEvent | Tag::EndEvent | Tag::CatchEvent | Tag::ThrowEvent | Tag::BoundaryEvent => {
                shape::event(canvas, shape, element, self.side(element));
            }
            Tag::ExclusiveGateway
            | Tag::ParallelGateway
            | Tag::InclusiveGateway
            | Tag::EventBasedGateway
            | Tag::ComplexGateway => shape::gateway(canvas, shape, element, self.side(element)),
            Tag::DataObject | Tag::DataObjectReference | Tag::DataInput | Tag::DataOutput => {
                container::data_object(
                    canvas,
                    shape,
                    element,
                    self.is_collection(element),
                    self.side(element),
                );
            }
            Tag::DataStore | Tag::DataStoreReference => {
                container::data_store(canvas, shape, element, self.side(element))
            }
            Tag::TextAnnotation => container::annotation(canvas, shape, element),
            Tag::Message => choreography::message(canvas, shape, element),
            Tag::Task
            | Tag::UserTask
            | Tag::ManualTask
            | Tag::ServiceTask
            | Tag::ScriptTask
            | Tag::BusinessRuleTask
            | Tag::SendTask
            | Tag::ReceiveTask => shape::activity(canvas, shape, element, false, false),
            Tag::SubProcess | Tag::AdHocSubProcess | Tag::Transaction | Tag::CallActivity => {
                let expanded = self.expanded(shape);
                let closed = !expanded && !self.calls_task(element);
                shape::activity(canvas, shape, element, closed, expanded);
            }
            _ => match element.local_name {
                "conversation" | "subConversation" | "callConversation" => {
                    choreography::conversation(canvas, shape, element, self.side(element));
                }
                "choreographyTask" | "subChoreography" | "callChoreography" => {
                    let closed = element.local_name == "subChoreography" && !self.expanded(shape);
                    choreography::activity(canvas, shape, element, &self.bands_of(shape, element), closed);
                }
                _ => container::other(canvas, shape, &element.name, true),
            },
        }
    }

    /// Where a name finds room: not where edges arrive or leave.
    fn side(&self, element: &Element) -> Side {
        let (above, below) = self.docked.get(element.id.as_str()).copied().unwrap_or_default();
        match (above, below) {
            _ if element.tag == Tag::BoundaryEvent => Side::Corner,
            (_, false) => Side::Below,
            (false, true) => Side::Above,
            (true, true) => Side::Corner,
        }
    }

    fn is_open(&self, pool: &Element) -> bool {
        let process = pool.reference.as_deref().and_then(|id| self.known.find(id));
        process.is_some_and(|index| self.known.holds_others(index))
    }

    /// Whether a pool or lane lies on its side, as most do: as stated, else like what it is part of.
    fn is_level(&self, shape: &Shape, element: &Element) -> bool {
        shape.horizontal.unwrap_or_else(|| {
            let mut at = element.parent;
            // Lanes in lanes; deeper ones are drawn on their side.
            for _ in 0..16 {
                let Some(index) = at else { break };
                if self.upright.contains(&index) {
                    return false;
                }
                at = self.diagram.elements.get(index).and_then(|around| around.parent);
            }
            true
        })
    }

    /// A call activity that calls a single task of the file has nothing inside.
    fn calls_task(&self, element: &Element) -> bool {
        let called = element.reference.as_deref().and_then(|id| self.known.find(id));
        element.tag == Tag::CallActivity
            && self
                .element(called)
                .is_some_and(|called| called.local_name.starts_with("global"))
    }

    /// The bands that the file draws, else those of the participants it names.
    fn bands_of(&self, shape: &Shape, element: &Element) -> Bands<'a> {
        if let Some((top, bottom)) = self.bands.get(&shape.id) {
            return Bands {
                top: *top,
                bottom: *bottom,
                own: Vec::new(),
            };
        }
        let own = element.details.members.iter().filter_map(|id| {
            let participant = self.element(self.known.find(id))?;
            let begins = element.reference.as_deref() == Some(participant.id.as_str());
            Some((participant.name.as_str(), begins))
        });
        Bands {
            own: own.collect(),
            ..Bands::default()
        }
    }

    fn is_collection(&self, element: &Element) -> bool {
        let referred = element.reference.as_deref().and_then(|id| self.known.find(id));
        element.is_collection || self.element(referred).is_some_and(|object| object.is_collection)
    }

    fn edge(&self, canvas: &mut Canvas, edge: &DrawnEdge) {
        let element = self.element(edge.element);
        self.begin(canvas, &edge.reference, element);
        edge::edge(
            canvas,
            edge,
            element,
            self.flow_name(element),
            &self.ends(element),
        );
        canvas.svg.end("g");
    }

    /// Name of a flow; a message flow without one is called like its message.
    fn flow_name(&self, element: Option<&'a Element>) -> &'a str {
        let Some(element) = element else { return "" };
        if element.tag != Tag::MessageFlow || !element.name.is_empty() {
            return &element.name;
        }
        let message = element.reference.as_deref().and_then(|id| self.known.find(id));
        self.element(message).map_or("", |message| &message.name)
    }

    fn ends(&self, element: Option<&Element>) -> Ends {
        let Some(element) = element else {
            return Ends::default();
        };
        let place = |id: &Option<String>| id.as_deref().and_then(|id| self.places.get(id)).copied();
        let source = element.source.as_deref().and_then(|id| self.known.find(id));
        let conditional = element.details.condition.is_some()
            && self.element(source).is_some_and(|source| {
                !matches!(
                    source.tag,
                    Tag::ExclusiveGateway
                        | Tag::InclusiveGateway
                        | Tag::ComplexGateway
                        | Tag::ParallelGateway
                        | Tag::EventBasedGateway
                )
            });
        Ends {
            from: place(&element.source),
            to: place(&element.target),
            is_default: self.known.is_default(element),
            conditional,
        }
    }

    /// Opens the group of an element with its tooltip.
    fn begin(&self, canvas: &mut Canvas, reference: &str, element: Option<&Element>) {
        canvas.svg.start("g").a("data-element", reference).open();
        canvas.owner.clear();
        canvas.owner.push_str(reference);
        canvas.svg.start("title").text(&self.known.title(element));
        if let Some(desc) = element.map(|element| self.known.description(element))
            && !desc.is_empty()
        {
            canvas.svg.start("desc").text(&desc);
        }
    }

    /// Draws all marks and tells which (by index) found a place.
    fn mark_all(&self, canvas: &mut Canvas) -> BTreeSet<usize> {
        if self.marks.is_empty() {
            return BTreeSet::new();
        }
        let mut open = self.marks.clone();
        let mut free = Free::new(&canvas.written);
        let mut placed = BTreeSet::new();
        for drawn in &self.plane.shapes {
            if let Some(marks) = drawn.element.and_then(|index| open.remove(&index)) {
                let (indices, marks): (Vec<usize>, Vec<&Mark>) = marks.into_iter().unzip();
                mark::shape(canvas, &mut free, &drawn.bounds, &marks, self.lang);
                placed.extend(indices);
            }
        }
        for drawn in &self.plane.edges {
            if let Some(marks) = drawn.element.and_then(|index| open.remove(&index)) {
                let (indices, marks): (Vec<usize>, Vec<&Mark>) = marks.into_iter().unzip();
                let ends = self.ends(self.element(drawn.element));
                mark::way(canvas, &mut free, &edge::way(drawn, &ends), &marks, self.lang);
                placed.extend(indices);
            }
        }
        placed
    }
}
