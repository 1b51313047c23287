//! Analyses before anybody asks: after the start, and after a change of the catalogue, which all analyses rest on. So the
//! pages over the whole register find them made.

use super::app::App;
use std::time::Duration;

/// Models at a time; requests come in between, and the program can stop.
const SLICE: usize = 16;
/// Pause between two slices.
const BREATH: Duration = Duration::from_millis(5);
/// Pause between two looks at the catalogue, and before the first one.
const PAUSE: Duration = Duration::from_secs(2);

/// Goes on until it is aborted.
pub(super) async fn run(app: App) {
    let mut seen = None;
    loop {
        tokio::time::sleep(PAUSE).await;
        let stamp = app.run(|register| register.catalogue_stamp()).await.ok();
        if stamp.is_none() || stamp == seen {
            continue;
        }
        // What cannot be read now is tried again when somebody asks for it.
        while let Ok(true) = app.run(|register| register.analyse_ahead(SLICE)).await {
            tokio::time::sleep(BREATH).await;
        }
        seen = stamp;
    }
}
