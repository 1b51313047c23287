//! Work, posts and money of a year; waiting lines.

/// Hours of work bound by a year's cases.
pub fn hours_per_year(cases_per_year: f64, minutes_per_case: f64) -> f64 {
    cases_per_year * minutes_per_case / 60.0
}

/// Posts that a year's work binds: hours × (1 + surcharge for personal and factual absence, where the measured time
/// excludes it) / net hours of a post (Organisationshandbuch 2.4.3.5.4; analysis.md 4.1). `None` without net hours.
pub fn posts(hours_per_year: f64, surcharge: f64, net_hours_per_post: f64) -> Option<f64> {
    (net_hours_per_post > 0.0).then(|| hours_per_year * (1.0 + surcharge) / net_hours_per_post)
}

/// Mean time in the process by Little's law W = L / λ: cases in work divided by arrivals per hour, in hours.
pub fn littles_law(in_work: f64, arrivals_per_hour: f64) -> Option<f64> {
    (arrivals_per_hour > 0.0).then(|| in_work / arrivals_per_hour)
}

/// Share of the lead time in which somebody works on the case (Flussgrad, domain.md 4.2), both in the same unit.
pub fn efficiency(work: f64, lead_time: f64) -> Option<f64> {
    (lead_time > 0.0).then(|| work / lead_time)
}

/// A waiting line with several equal servers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Queue {
    /// Share of the time in which a server is busy.
    pub utilisation: f64,
    /// Probability that a case has to wait.
    pub waits: f64,
    /// Mean number of waiting cases.
    pub waiting: f64,
    /// Mean time a case waits, in the unit of the rates.
    pub waiting_time: f64,
    /// Mean time until a case is done.
    pub time: f64,
    /// Mean number of cases waiting or in work.
    pub cases: f64,
}

/// Most servers that are looked at.
const MOST_SERVERS: u32 = 100_000;

/// The M/M/c queue by Erlang C (analysis.md 4.2): arrivals and services per unit of time. Meant as a warning above a
/// utilisation of 0.85, not as a forecast.
///
/// `None` where the servers cannot keep up (utilisation of 1 or more), or where a rate is not positive.
pub fn queue(arrival_rate: f64, service_rate: f64, servers: u32) -> Option<Queue> {
    if !(arrival_rate > 0.0 && service_rate > 0.0) || servers == 0 || servers > MOST_SERVERS {
        return None;
    }
    let count = f64::from(servers);
    let load = arrival_rate / service_rate;
    let utilisation = load / count;
    if utilisation >= 1.0 {
        return None;
    }
    // Erlang B by its recursion never overflows; Erlang C follows from it.
    let blocked = (1..=servers).fold(1.0, |blocked, k| load * blocked / (f64::from(k) + load * blocked));
    let waits = blocked / (1.0 - utilisation * (1.0 - blocked));
    let waiting_time = waits / (count * service_rate - arrival_rate);
    let time = waiting_time + 1.0 / service_rate;
    Some(Queue {
        utilisation,
        waits,
        waiting: arrival_rate * waiting_time,
        waiting_time,
        time,
        cases: arrival_rate * time,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_overloaded_line_has_no_figures() {
        assert_eq!(queue(10.0, 5.0, 2), None);
        assert_eq!(queue(0.0, 5.0, 2), None);
        assert_eq!(queue(1.0, 5.0, 0), None);
    }

    #[test]
    fn many_servers_do_not_overflow() {
        let line = queue(950.0, 1.0, 1_000).unwrap();
        assert!(line.waits > 0.0 && line.waits < 1.0 && line.cases.is_finite());
    }

    #[test]
    fn nothing_is_divided_by_nothing() {
        assert_eq!(posts(100.0, 0.0, 0.0), None);
        assert_eq!(littles_law(3.0, 0.0), None);
        assert_eq!(efficiency(3.0, 0.0), None);
    }
}
