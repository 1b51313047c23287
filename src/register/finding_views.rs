//! Filters of the list of findings that people keep, each for himself.

use super::explain::rule_ids;
use super::validate::Faults;
use super::{Caller, Register};
use crate::access::{self, Action};
use crate::domain::finding_view::FindingView;
use crate::domain::folding::fold;
use crate::domain::message::Message;
use crate::error::{Error, Result};
use crate::store::View;

/// Views of one person at most.
const MOST: usize = 20;

/// Characters of a name at most.
const NAME: usize = 80;

impl Register {
    /// The caller's own views by name.
    pub fn finding_views(&self, caller: &Caller) -> Result<Vec<FindingView>> {
        access::require(&caller.actor, Action::Read)?;
        self.read(|view| read(view, caller))
    }

    /// Keeps a filter for the caller; one of the same name is replaced.
    ///
    /// # Errors
    /// `Invalid` without a name, with an unknown rule, or where there are too many.
    pub fn save_finding_view(&self, caller: &Caller, view: &FindingView) -> Result<()> {
        access::require(&caller.actor, Action::Read)?;
        let mut faults = Faults::default();
        let name = faults.line("name", &view.name, true, NAME);
        if view
            .rule
            .as_deref()
            .is_some_and(|rule| !rule_ids().contains(&rule))
        {
            faults.add(
                "rule",
                Message::new("explain-unknown").with("id", view.rule.clone().unwrap_or_default()),
            );
        }
        faults.finish()?;
        let view = FindingView { name, ..view.clone() };
        let owner = caller.clone();
        self.write(caller, move |tx| {
            let mut views = read(tx, &owner)?;
            views.retain(|other| fold(&other.name) != fold(&view.name));
            if views.len() >= MOST {
                return Err(Error::invalid(
                    Message::new("finding-views-full").with("most", MOST),
                ));
            }
            views.push(view);
            Ok(tx.set_setting(&place(&owner), &text(views))?)
        })
    }

    /// Forgets a view of the caller.
    pub fn delete_finding_view(&self, caller: &Caller, name: &str) -> Result<()> {
        access::require(&caller.actor, Action::Read)?;
        let (owner, name) = (caller.clone(), fold(name));
        self.write(caller, move |tx| {
            let mut views = read(tx, &owner)?;
            let before = views.len();
            views.retain(|view| fold(&view.name) != name);
            if views.len() == before {
                return Err(Error::not_found("thing-finding-view"));
            }
            Ok(tx.set_setting(&place(&owner), &text(views))?)
        })
    }
}

/// The setting that holds the views of a person.
fn place(caller: &Caller) -> String {
    format!("finding-views/{}", caller.actor.account)
}

fn read(view: &View<'_>, caller: &Caller) -> Result<Vec<FindingView>> {
    let text = view.setting(&place(caller))?.unwrap_or_default();
    Ok(text.lines().filter_map(FindingView::of_line).collect())
}

/// One line per view, by name.
fn text(mut views: Vec<FindingView>) -> String {
    views.sort_by_cached_key(|view| fold(&view.name));
    let lines: Vec<String> = views.iter().map(FindingView::line).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::domain::finding::{Level, Verdict};
    use crate::error::Kind;
    use crate::register::testing::SmallTown;

    fn view(name: &str) -> FindingView {
        FindingView {
            name: name.to_owned(),
            level: Some(Level::High),
            ..FindingView::default()
        }
    }

    #[test]
    fn a_view_is_kept_replaced_and_forgotten_by_its_owner_alone() {
        let town = SmallTown::new();
        let register = &town.register;
        register
            .save_finding_view(&town.reader, &view(" Meine\nSicheren "))
            .unwrap();
        register.save_finding_view(&town.reader, &view("Andere")).unwrap();
        let changed = FindingView {
            verdict: Some(Some(Verdict::Confirmed)),
            unit: Some(town.taxes),
            rule: Some("media-break/transport".to_owned()),
            ..view("meine sicheren")
        };
        register.save_finding_view(&town.reader, &changed).unwrap();
        let kept = register.finding_views(&town.reader).unwrap();
        assert_eq!(kept, [view("Andere"), changed]);
        assert_eq!(register.finding_views(&town.coordinator).unwrap(), []);
        let gone = register
            .delete_finding_view(&town.coordinator, "Andere")
            .unwrap_err();
        assert_eq!(gone.kind, Kind::NotFound);
        register.delete_finding_view(&town.reader, "ANDERE").unwrap();
        assert_eq!(register.finding_views(&town.reader).unwrap().len(), 1);
    }

    #[test]
    fn names_and_numbers_have_bounds() {
        let town = SmallTown::new();
        let save = |view: &FindingView| town.register.save_finding_view(&town.reader, view);
        assert_eq!(save(&view("  ")).unwrap_err().fields[0].field, "name");
        assert_eq!(save(&view(&"x".repeat(81))).unwrap_err().fields[0].field, "name");
        let unknown = FindingView {
            rule: Some("media-break/never".to_owned()),
            ..view("a")
        };
        assert_eq!(save(&unknown).unwrap_err().fields[0].field, "rule");
        for number in 0..MOST {
            save(&view(&format!("Nummer {number}"))).unwrap();
        }
        save(&view("Nummer 3")).unwrap();
        assert_eq!(save(&view("Eine zu viel")).unwrap_err().kind, Kind::Invalid);
    }
}
