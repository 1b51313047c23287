//! What triggers an event.

use super::model::Model;
use super::report::Report;
use crate::bpmn::diagram::EventDefinition;

/// `conditional-event`, `single-event-definition`.
pub fn check(model: &Model<'_>, report: &mut Report) {
    for (_, event) in model.events() {
        if event.events.len() > 1 {
            report.add("modelling/single-event-definition", event);
        }
        let executed = || {
            model
                .process_of(event)
                .is_some_and(|(_, process)| process.executable)
        };
        if event.events.contains(&EventDefinition::Conditional)
            && event.details.condition.is_none()
            && executed()
        {
            report.add("modelling/conditional-event", event);
        }
    }
}
