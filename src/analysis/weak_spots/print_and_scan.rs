//! W01: printed, then scanned again, with nothing done on the paper that needs paper (Becker and others 2011; Dohren and
//! others 2015; PICTURE). What is signed in between is the signature loop of the media breaks. The scan itself is no media
//! break here: the file that was printed is still there.

use super::spot::Spot;
use super::view::View;
use crate::analysis::facts::Action;
use crate::analysis::wording::Class;
use crate::domain::carrier::BreakKind;
use crate::domain::finding::Finding;
use crate::flow::slots::value;

/// A step scans what an earlier one has put on paper, and no step in between has written on it.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let mut found = Vec::new();
    for end in view.work().filter(|at| view.does(*at, &[Class::Scan])) {
        let objects: Vec<usize> = view.micro(end).iter().map(|micro| micro.object).collect();
        let names: Vec<&str> = objects
            .iter()
            .filter_map(|object| view.facts.objects.get(*object))
            .map(String::as_str)
            .collect();
        let print = view
            .breaks
            .iter()
            .filter(|print| {
                print.kind == Some(BreakKind::DigitalToPaper) && names.contains(&print.object.as_str())
            })
            .filter_map(|print| Some((print, view.find(&print.element)?)))
            // What leaves the house comes back changed, if at all; what is signed is a loop of its own.
            .filter(|(print, at)| {
                *at != end
                    && !looped(view, print)
                    && !view.says(*at, "outside")
                    && !view.does(*at, &[Class::Ink, Class::Post, Class::Send])
            })
            .find(|(_, at)| view.ways.leads(*at, end) && untouched(view, *at, end, &objects));
        if let Some((print, start)) = print {
            found.push(Spot::new(
                "print-and-scan",
                vec![start, end],
                print.confidence * 0.9,
            ));
        }
    }
    found
}

fn looped(view: &View<'_>, print: &Finding) -> bool {
    view.breaks
        .iter()
        .any(|other| other.rule == "media-break/signature-loop" && other.element == print.element)
}

/// True if nothing between two steps writes one of the objects, works on paper or waits for somebody.
fn untouched(view: &View<'_>, start: usize, end: usize, objects: &[usize]) -> bool {
    let ahead = view.ways.reached(&[start], false, &|point| point == end);
    let behind = view.ways.reached(&[end], true, &|point| point == start);
    (0..view.count())
        .filter(|at| *at != start && *at != end && value(&ahead, *at) && value(&behind, *at))
        .all(|at| {
            let writes = view
                .micro(at)
                .iter()
                .any(|micro| objects.contains(&micro.object) && matches!(micro.action, Action::Write { .. }));
            !writes
                && !view.waits(at)
                && !view.does(at, &[Class::Ink, Class::Post, Class::Receive, Class::Note])
        })
}
