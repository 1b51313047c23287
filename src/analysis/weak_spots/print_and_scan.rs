//! W01: printed, then scanned or typed in again, with nothing done on the paper that needs paper (Becker and others 2011;
//! Dohren and others 2015; PICTURE). What is signed in between is the signature loop of the media breaks.

use super::spot::Spot;
use super::view::View;
use crate::analysis::wording::Class;
use crate::domain::carrier::BreakKind;
use crate::domain::finding::Finding;

/// A paper that was made by a carrying-over goes back into the digital world.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let looped = |print: &Finding| {
        view.breaks
            .iter()
            .any(|other| other.rule == "media-break/signature-loop" && other.element == print.element)
    };
    let mut found = Vec::new();
    for scan in view.breaks.iter().filter(|finding| finding.kind == Some(BreakKind::PaperToDigital)) {
        let Some(end) = view.find(&scan.element) else { continue };
        let print = view.breaks.iter().find(|print| {
            print.kind == Some(BreakKind::DigitalToPaper)
                && print.object == scan.object
                && print.element != scan.element
                && scan.written_at.contains(&print.element)
        });
        let Some((print, start)) = print.and_then(|print| Some((print, view.find(&print.element)?))) else {
            continue;
        };
        // What leaves the house comes back changed, if at all.
        if looped(print) || view.does(start, &[Class::Ink, Class::Post, Class::Send]) {
            continue;
        }
        let mut spot =
            Spot::new("print-and-scan", vec![start, end], print.confidence.min(scan.confidence));
        spot.per_case = Some(print.per_case.min(scan.per_case));
        // The two breaks carry the minutes.
        found.push(spot);
    }
    found
}
