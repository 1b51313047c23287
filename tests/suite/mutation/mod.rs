//! Files changed at random, with an eye for their structure, on the whole way: read, graph, analysis, picture, words.
//!
//! The suite runs a few. For long: `PROZESSREGISTER_FUZZ_SECONDS=1200 cargo test --release --test suite mutation -- --nocapture`; with
//! `PROZESSREGISTER_FUZZ_SEED` other numbers, with `PROZESSREGISTER_FUZZ_OUT` another folder for what is found (default: the folder for temporary files).

pub mod chance;
mod change;
mod way;

use chance::Chance;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// No input of this size may take longer, on a machine that does other things too.
const LONGEST: Duration = Duration::from_secs(30);
/// Larger files make few rounds and find nothing that small ones do not.
const LARGEST: usize = 200_000;

fn models(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            models(&path, found);
        } else if path
            .extension()
            .is_some_and(|ending| ending == "bpmn" || ending == "xml")
        {
            found.push(path);
        }
    }
}

/// Fixtures, and the shared corpus where it is at hand.
fn seeds() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    models(&root.join("fixtures"), &mut found);
    models(&root.join("../shared/corpus"), &mut found);
    models(&root.join("../shared/labelled"), &mut found);
    found.sort();
    let files = found.iter().filter_map(|path| std::fs::read(path).ok());
    files.filter(|bytes| bytes.len() <= LARGEST).collect()
}

/// One input: a file with one to five changes of its text, and sometimes of its bytes.
fn input(files: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let one = &files[chance.below(files.len())];
    let other = String::from_utf8_lossy(&files[chance.below(files.len())]);
    let mut bytes = one.clone();
    if let Ok(text) = std::str::from_utf8(one) {
        let mut text = text.to_owned();
        for _ in 0..=chance.below(5) {
            change::text(&mut text, &other, chance);
        }
        bytes = text.into_bytes();
    }
    if chance.below(12) == 0 {
        change::bytes(&mut bytes, chance);
    }
    bytes
}

/// What a run has seen.
#[derive(Debug, Default)]
pub struct Run {
    /// Inputs.
    pub inputs: usize,
    /// Of these taken by the reader.
    pub taken: usize,
    /// The slowest one.
    pub slowest: Duration,
}

/// Walks changed files until there were enough or the time is over. Panics at the first finding, whose file is kept.
pub fn run(seed: u64, most: usize, time: Duration, out: &Path) -> Run {
    let files = seeds();
    let (send, inputs) = mpsc::channel::<Vec<u8>>();
    let (done, results) = mpsc::channel();
    // A thread with the stack of a thread of the server.
    let worker = std::thread::Builder::new().stack_size(2 << 20).spawn(move || {
        while let Ok(bytes) = inputs.recv() {
            done.send(way::walk(&bytes)).unwrap();
        }
    });
    let worker = worker.unwrap();
    let (mut run, begin, file) = (
        Run::default(),
        Instant::now(),
        out.join(format!("prozessregister-input-{seed}.bpmn")),
    );
    while run.inputs < most && begin.elapsed() < time {
        let bytes = input(
            &files,
            &mut Chance::new(seed.wrapping_add(run.inputs as u64 * 0x1_0000_0001)),
        );
        // Kept before, because an overflow of the stack ends the process.
        std::fs::write(&file, &bytes).unwrap();
        let start = Instant::now();
        send.send(bytes).unwrap();
        let taken = results.recv_timeout(LONGEST).unwrap_or_else(|error| {
            panic!(
                "finding at input {} of seed {seed} ({error}): {}",
                run.inputs,
                file.display()
            )
        });
        let spent = start.elapsed();
        if spent > run.slowest {
            run.slowest = spent;
            std::fs::copy(&file, out.join(format!("prozessregister-slowest-{seed}.bpmn"))).unwrap();
        }
        run.inputs += 1;
        run.taken += usize::from(taken);
    }
    drop(send);
    worker.join().unwrap();
    std::fs::remove_file(&file).ok();
    std::fs::remove_file(out.join(format!("prozessregister-slowest-{seed}.bpmn"))).ok();
    run
}

#[test]
fn changed_files_neither_stop_nor_delay_the_way() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let out = std::env::var_os("PROZESSREGISTER_FUZZ_OUT").map_or_else(std::env::temp_dir, PathBuf::from);
    let seed = number("PROZESSREGISTER_FUZZ_SEED").unwrap_or(1);
    let run = match number("PROZESSREGISTER_FUZZ_SECONDS") {
        Some(seconds) => run(seed, usize::MAX, Duration::from_secs(seconds), &out),
        None => run(seed, 150, Duration::from_secs(60), &out),
    };
    println!("seed {seed}: {run:?}");
    assert!(
        run.taken * 10 > run.inputs,
        "too few files are taken to say anything: {run:?}"
    );
}
