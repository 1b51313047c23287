//! Mutated models through everything that reads them: nothing panics, nothing hangs.
//!
//! A few hundred inputs with every run; `PROZESSREGISTER_FUZZ_SECONDS=1200 cargo test --release --test suite fuzz` goes on for
//! that long, over the corpus too where it lies beside the project. Each input follows from its number, so that a finding can be
//! made again.

use crate::support::root;
use prozessregister::analysis::{Context, analyse};
use prozessregister::bpmn::{Limits, annotate, read, rename};
use prozessregister::drawing::{narrate, picture, steps};
use prozessregister::graph::build;
use prozessregister::text::Lang;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Inputs of a short run.
const SHORT: u64 = 300;

/// Processor time of this process, where the system tells (Linux: hundredths of a second); other work on the machine does
/// not count.
fn processor_time() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let mut fields = stat.rsplit(')').next()?.split_whitespace().skip(11);
    let ticks: u64 = fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?;
    Some(Duration::from_millis(ticks * 10))
}

/// Processor time one input may take in a long run.
const SLOW: Duration = Duration::from_secs(2);

/// SplitMix64: the input follows from its number alone.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() % count.max(1) as u64) as usize
    }
}

fn models(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = path.to_string_lossy().to_lowercase();
        if path.is_dir() {
            models(&path, found);
        } else if [".bpmn", ".xml", ".bpmn2"]
            .iter()
            .any(|ending| name.ends_with(ending))
        {
            found.push(path);
        }
    }
}

/// Starts and ends of tags, as byte ranges.
fn tags(text: &[u8]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].iter().position(|byte| *byte == b'<').map(|i| at + i) {
        let Some(end) = text[start..]
            .iter()
            .position(|byte| *byte == b'>')
            .map(|i| start + i + 1)
        else {
            break;
        };
        found.push((start, end));
        at = end;
    }
    found
}

/// Values of attributes inside a tag, as byte ranges.
fn values(text: &[u8], tag: (usize, usize)) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut quote = None;
    for (at, byte) in text.iter().enumerate().take(tag.1).skip(tag.0) {
        match (*byte, quote) {
            (b'"', None) => quote = Some(at + 1),
            (b'"', Some(start)) => {
                found.push((start, at));
                quote = None;
            }
            _ => {}
        }
    }
    found
}

const ODD_VALUES: &[&str] = &[
    "",
    "nan",
    "-1e308",
    "1e999",
    "0",
    "true",
    "&amp;",
    "&#x1F600;",
    "a b",
    "\u{202e}x",
    "id",
    "99999999999999999999",
    "bpmn:task",
    "system:",
    "paper;document",
    "0.5",
    "-1",
];

/// Changes a file in one to eight places: bytes, tags, values of attributes, blocks.
fn mutate(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(8) {
        if bytes.is_empty() {
            break;
        }
        let tags = tags(&bytes);
        let tag = |chance: &mut Chance| tags.get(chance.below(tags.len())).copied();
        match chance.below(12) {
            0 => {
                let at = chance.below(bytes.len());
                bytes[at] = chance.next() as u8;
            }
            1 => bytes.truncate(chance.below(bytes.len())),
            // A tag is lost, doubled or moved.
            2 => {
                if let Some((start, end)) = tag(chance) {
                    bytes.drain(start..end);
                }
            }
            3 | 4 => {
                if let (Some((start, end)), Some((at, _))) = (tag(chance), tag(chance)) {
                    let copy = bytes[start..end].to_vec();
                    bytes.splice(at..at, copy);
                }
            }
            // A whole stretch is lost or doubled.
            5 | 6 => {
                if let (Some(a), Some(b)) = (tag(chance), tag(chance)) {
                    let (start, end) = (a.0.min(b.0), a.1.max(b.1).min(a.0.min(b.0) + 4_000));
                    let copy = bytes[start..end].to_vec();
                    if chance.below(2) == 0 {
                        bytes.splice(end..end, copy);
                    } else {
                        bytes.drain(start..end);
                    }
                }
            }
            // A value becomes an odd one, or that of another attribute.
            _ => {
                let (Some(a), Some(b)) = (tag(chance), tag(chance)) else {
                    continue;
                };
                let (into, from) = (values(&bytes, a), values(&bytes, b));
                let Some(&(start, end)) = into.get(chance.below(into.len())) else {
                    continue;
                };
                let value = match from.get(chance.below(from.len())) {
                    Some(&(start, end)) if chance.below(3) > 0 => bytes[start..end].to_vec(),
                    _ => ODD_VALUES[chance.below(ODD_VALUES.len())].as_bytes().to_vec(),
                };
                bytes.splice(start..end, value);
            }
        }
    }
    bytes
}

/// Everything that reads a model. What is refused is fine.
fn use_everywhere(bytes: &[u8]) {
    let Ok((diagram, warnings)) = read(bytes, &Limits::default()) else {
        return;
    };
    let graph = build(&diagram);
    let analysis = analyse(&graph, warnings, &Context::default());
    assert!(analysis.summary.breaks_per_case.is_finite());
    assert!(analysis.metrics.iter().all(|(_, figure)| figure.is_finite()));
    let svg = picture(&diagram, &graph, &[], Lang::De);
    assert!(svg.starts_with("<svg") && !svg.contains("NaN"));
    assert!(!narrate(&graph, Lang::De).plain().is_empty());
    steps(&graph);
    for element in diagram.elements.iter().take(2) {
        if let Ok(text) = rename(&diagram, &element.id, "a <b> & \"c\"") {
            let again = read(text.as_bytes(), &Limits::default());
            assert!(again.is_ok_and(|(again, _)| again.elements.len() == diagram.elements.len()));
        }
        annotate(
            &diagram,
            &element.id,
            &[],
            &["carrier object=x needs=paper".to_owned()],
        )
        .ok();
    }
}

#[test]
fn mutated_models_are_read_or_refused() {
    let seconds: Option<u64> = std::env::var("PROZESSREGISTER_FUZZ_SECONDS")
        .ok()
        .and_then(|text| text.parse().ok());
    let mut files = Vec::new();
    models(&root().join("fixtures"), &mut files);
    if seconds.is_some() {
        models(&root().join("../shared/corpus"), &mut files);
    }
    assert!(!files.is_empty());
    let begin = Instant::now();
    let mut slowest = Duration::ZERO;
    let mut number = 0_u64;
    loop {
        let over = match seconds {
            Some(seconds) => begin.elapsed() >= Duration::from_secs(seconds),
            None => number >= SHORT,
        };
        if over {
            break;
        }
        let mut chance = Chance(number);
        let file = &files[chance.below(files.len())];
        let bytes = std::fs::read(file).unwrap();
        if bytes.len() < 300_000 {
            let mutated = mutate(&bytes, &mut chance);
            let started = processor_time();
            let outcome = catch_unwind(AssertUnwindSafe(|| use_everywhere(&mutated)));
            let took = processor_time()
                .zip(started)
                .map_or(Duration::ZERO, |(now, then)| now - then);
            let slow = seconds.is_some() && took > SLOW;
            if outcome.is_err() || slow {
                let kept = std::env::temp_dir().join(format!("fuzz-{number}.bpmn"));
                std::fs::write(&kept, &mutated).unwrap();
                panic!(
                    "input {number} of {}: {took:?}, kept as {}",
                    file.display(),
                    kept.display()
                );
            }
            slowest = slowest.max(took);
        }
        number += 1;
    }
    println!("{number} inputs in {:?}, slowest {slowest:?}", begin.elapsed());
}
