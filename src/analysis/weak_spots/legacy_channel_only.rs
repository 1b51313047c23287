//! W30: the model begins only on paper or by word of mouth, although people can apply online (domain.md 2.5, Reifegrad).

use super::spot::Spot;
use super::view::View;
use crate::analysis::Context;
use crate::analysis::evidence;
use crate::analysis::facts::Facts;
use crate::analysis::media_break::annotated;
use crate::domain::carrier::Carrier;
use crate::domain::profile::Channel;
use crate::graph::{NodeKind, Trigger};

/// Every start that somebody outside causes is on paper or oral by the words and annotations of the model. Silent where
/// the profile names no online service, and where the model leaves one start open.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let online = |share: &crate::domain::profile::ChannelShare| {
        share.channel == Channel::OnlineService && share.share != Some(0.0)
    };
    if !view.context.channels_in.iter().any(online) {
        return Vec::new();
    }
    let drawn = drawn(view);
    let mut found = Vec::new();
    for at in 0..view.count() {
        let Some(node) = view.node(at) else { continue };
        let opens = matches!(&node.kind, NodeKind::Start(trigger) if *trigger != Trigger::Timer);
        if !opens || node.parent.is_some() || view.is_outside(at) {
            continue;
        }
        let mut known = false;
        for arrival in drawn
            .arrivals
            .iter()
            .filter(|arrival| arrival.node == at && arrival.share > 0.0)
        {
            let old = |carrier: &Carrier| matches!(carrier, Carrier::Paper | Carrier::Oral);
            if arrival.carriers.is_empty() || !arrival.carriers.iter().all(old) {
                return Vec::new();
            }
            known = true;
        }
        if !known {
            return Vec::new();
        }
        found.push(at);
    }
    if found.is_empty() {
        return Vec::new();
    }
    vec![Spot::new("legacy-channel-only", found, 0.7)]
}

/// What the model itself says, without the profile.
fn drawn(view: &View<'_>) -> Facts {
    let alone = Context {
        channels_in: Vec::new(),
        ..view.context.clone()
    };
    let (stated, _) = annotated::facts(view.graph, view.chain);
    annotated::merge(view.graph, stated, evidence::facts(view.graph, &alone))
}
