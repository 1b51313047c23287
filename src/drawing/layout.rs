//! stub
use crate::bpmn::Diagram;
use crate::bpmn::diagram::Plane;
use crate::graph::FlowGraph;
/// x
pub fn layout(_d: &Diagram, _g: &FlowGraph) -> Plane {
    Plane {
        id: String::new(),
        name: String::new(),
        reference: String::new(),
        shapes: vec![],
        edges: vec![],
    }
}
/// x
pub fn can(_d: &Diagram, _g: &FlowGraph) -> bool {
    false
}
