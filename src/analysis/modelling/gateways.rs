//! Gateways that do too much, too little or are hard to understand.

use super::model::Model;
use super::report::Report;
use crate::bpmn::diagram::Tag;

/// `event-based-gateway`, `no-complex-gateway`, `no-inclusive-gateway`, `no-gateway-join-fork`, `superfluous-gateway`.
pub fn check(model: &Model<'_>, report: &mut Report) {
    for (index, gateway) in model.gateways() {
        let (ways_in, ways_out) = (model.incoming(index).len(), model.outgoing(index).len());
        match gateway.tag {
            Tag::ComplexGateway => report.add("modelling/no-complex-gateway", gateway),
            Tag::InclusiveGateway => report.add("modelling/no-inclusive-gateway", gateway),
            Tag::EventBasedGateway => {
                if ways_out < 2 {
                    report.add("modelling/event-based-gateway", gateway);
                }
                for (_, flow) in model.ways_out(index).filter(|(_, flow)| flow.conditional) {
                    let message =
                        crate::domain::message::Message::new("modelling-event-based-gateway-condition");
                    report.say("modelling/event-based-gateway", flow, message);
                }
            }
            _ => {}
        }
        if ways_in > 1 && ways_out > 1 {
            report.add("modelling/no-gateway-join-fork", gateway);
        }
        if ways_in == 1 && ways_out == 1 {
            report.add("modelling/superfluous-gateway", gateway);
        }
    }
}
