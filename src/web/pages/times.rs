//! Times, posts and money of a model in words.

use crate::domain::message::Message;
use crate::domain::times::{Quantile, Times};
use crate::web::frame::Frame;
use crate::web::words::{self, Shown};

/// Each figure with its name; what is not known says so.
pub(super) fn lines(f: &Frame, times: &Times) -> Vec<(String, Shown)> {
    let lang = f.lang;
    let covered =
        f.say(&Message::new("web-covered").with("percent", f64::from(words::percent(times.coverage))));
    let amount = |unit: &str, number: Option<f64>, note: &str| match number {
        Some(number) => Shown::plain(words::amount(lang, unit, number)).note(note),
        None => Shown::unknown(lang),
    };
    let quantile = |pick: fn(&crate::domain::times::LeadTime) -> Quantile| match &times.lead_time {
        Some(lead_time) => {
            let found = pick(lead_time);
            Shown::plain(duration(f, found.value)).note(interval(f, found))
        }
        None => Shown::unknown(lang),
    };
    let mut lines = vec![
        (
            "web-time-handling",
            amount("web-unit-minutes", times.handling_minutes, &covered),
        ),
        (
            "web-time-waiting",
            amount("web-unit-minutes", times.waiting_minutes, ""),
        ),
    ];
    if times.handling_minutes.is_some() || times.waiting_minutes.is_some() {
        let efficiency = times
            .efficiency
            .map(|share| Shown::plain(format!("{} %", words::percent(share))));
        let posts = times
            .minutes_per_post
            .map(|minutes| f.say(&Message::new("web-time-posts-note").with("minutes", minutes)));
        lines.extend([
            ("web-time-p50", quantile(|time| time.p50)),
            ("web-time-p80", quantile(|time| time.p80)),
            ("web-time-p95", quantile(|time| time.p95)),
            (
                "web-time-efficiency",
                efficiency.unwrap_or_else(|| Shown::unknown(lang)),
            ),
            ("web-time-hours", words::hours_number(lang, times.hours_per_year)),
            (
                "web-time-posts",
                amount(
                    "web-unit-posts",
                    times.posts,
                    posts.as_deref().unwrap_or_default(),
                ),
            ),
            (
                "web-time-cost",
                amount("web-unit-euros", times.cost_per_case, &f.t("web-time-cost-note")),
            ),
        ]);
    }
    lines.into_iter().map(|(id, shown)| (f.t(id), shown)).collect()
}

/// Minutes as people say them.
fn duration(f: &Frame, minutes: f64) -> String {
    let (unit, number) = match minutes {
        short if short < 120.0 => ("web-duration-minutes", short),
        middle if middle < 2_880.0 => ("web-duration-hours", middle / 60.0),
        long => ("web-duration-days", long / 1_440.0),
    };
    words::amount(f.lang, unit, (number * 10.0).round() / 10.0)
}

fn interval(f: &Frame, quantile: Quantile) -> String {
    if quantile.high <= quantile.low {
        return String::new();
    }
    f.say(
        &Message::new("web-time-interval")
            .with("low", duration(f, quantile.low))
            .with("high", duration(f, quantile.high)),
    )
}
