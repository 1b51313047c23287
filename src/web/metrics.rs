//! Figures about the running program as Prometheus text, for this machine only.

use super::app::App;
use super::failure::Failure;
use crate::domain::message::Message;
use crate::error::{Error, Kind};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// What is counted since the start; nothing about persons.
#[derive(Debug, Default)]
pub(super) struct Counters {
    /// Answers by hundreds of their status code: 1xx to 5xx.
    answers: [AtomicU64; 5],
    micros: AtomicU64,
}

impl Counters {
    /// Counts an answer and the time it took.
    pub(super) fn count(&self, status: StatusCode, took: Duration) {
        let class = usize::from(status.as_u16() / 100).saturating_sub(1);
        if let Some(counter) = self.answers.get(class) {
            counter.fetch_add(1, Ordering::Relaxed);
        }
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        self.micros.fetch_add(micros, Ordering::Relaxed);
    }

    fn text(&self) -> String {
        let mut text = String::from(
            "# HELP prozessregister_requests_total Answers by class of status.\n\
             # TYPE prozessregister_requests_total counter\n",
        );
        let mut all = 0;
        for (index, counter) in self.answers.iter().enumerate() {
            let number = counter.load(Ordering::Relaxed);
            all += number;
            writeln!(
                text,
                "prozessregister_requests_total{{status=\"{}xx\"}} {number}",
                index + 1
            )
            .ok();
        }
        let seconds = self.micros.load(Ordering::Relaxed) as f64 / 1e6;
        writeln!(
            text,
            "# HELP prozessregister_request_seconds Time taken to answer.\n\
             # TYPE prozessregister_request_seconds summary\n\
             prozessregister_request_seconds_sum {seconds}\n\
             prozessregister_request_seconds_count {all}\n\
             # HELP prozessregister_info Version of the program.\n\
             # TYPE prozessregister_info gauge\n\
             prozessregister_info{{version=\"{}\"}} 1",
            env!("CARGO_PKG_VERSION")
        )
        .ok();
        text
    }
}

/// `GET /metrics`: only for callers on this machine that no proxy stands in front of.
pub(super) async fn show(State(app): State<App>, request: Request) -> Result<Response, Failure> {
    let near = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .is_some_and(|ConnectInfo(peer)| peer.ip().is_loopback());
    let forwarded = ["forwarded", "x-forwarded-for", "via"]
        .iter()
        .any(|name| request.headers().contains_key(*name));
    if !near || forwarded {
        return Err(Error::new(Kind::NotFound, Message::new("web-error-no-page")).into());
    }
    let kind = [(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")];
    Ok((kind, app.counters().text()).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_counted_by_class() {
        let counters = Counters::default();
        counters.count(StatusCode::OK, Duration::from_millis(250));
        counters.count(StatusCode::NOT_FOUND, Duration::from_millis(250));
        let text = counters.text();
        assert!(text.contains("{status=\"2xx\"} 1\n"));
        assert!(text.contains("{status=\"4xx\"} 1\n"));
        assert!(text.contains("seconds_sum 0.5\n"));
        assert!(text.contains("seconds_count 2\n"));
    }
}
