//! Money and posts: what the town reckons with.

use super::{Refused, again, comes_back, done, show};
use crate::domain::account::Role;
use crate::domain::number_text;
use crate::domain::times::{MINUTES_PER_POST, Rates};
use crate::error::Error;
use crate::web::app::App;
use crate::web::failure::{Answer, Failure};
use crate::web::form::Fields;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::routes::{Needs, Routes};
use crate::web::state::{require_state, state_of};
use crate::web::words::{self, Shown};
use askama::Template;
use axum::extract::State;
use axum::routing::{get, post};

pub(super) fn routes() -> Routes {
    Routes::new()
        .at("/catalogue/rates", Needs::Role(Role::Reader), get(list))
        .at("/catalogue/rates", Needs::Role(Role::Coordinator), post(save))
}

#[derive(Template)]
#[template(path = "catalogue/rates.html")]
struct RatesPage {
    f: Frame,
    rate: Shown,
    minutes: Shown,
    source: String,
    form: Option<RatesForm>,
    refused: Option<Refused>,
}

/// The form as it was filled in.
struct RatesForm {
    hourly_rate: String,
    minutes_per_post: String,
    source: String,
    seen: String,
}

/// `GET /catalogue/rates`.
async fn list(State(app): State<App>, visitor: Visitor) -> Answer {
    show(&page(&app, &visitor, None).await?)
}

async fn page(
    app: &App,
    visitor: &Visitor,
    refused: Option<(&Fields, &Error)>,
) -> Result<RatesPage, Failure> {
    let caller = visitor.caller()?;
    let rates = app
        .run(move |register| register.organisation(&caller))
        .await?
        .rates;
    let f = Frame::of(visitor);
    let text = |figure: Option<f64>| figure.map(number_text::write).unwrap_or_default();
    let form = f.may(Role::Coordinator).then(|| match refused {
        Some((fields, _)) => RatesForm {
            hourly_rate: fields.get("hourly_rate").to_owned(),
            minutes_per_post: fields.get("minutes_per_post").to_owned(),
            source: fields.get("source").to_owned(),
            seen: state_of(&rates),
        },
        None => RatesForm {
            hourly_rate: text(rates.hourly_rate),
            minutes_per_post: text(rates.minutes_per_post),
            source: rates.source.clone(),
            seen: state_of(&rates),
        },
    });
    let lang = f.lang;
    Ok(RatesPage {
        rate: match rates.hourly_rate {
            Some(rate) => Shown::plain(words::amount(lang, "web-unit-euros-per-hour", rate)),
            None => Shown::unknown(lang),
        },
        minutes: match rates.minutes_per_post {
            Some(minutes) => Shown::plain(words::amount(lang, "web-unit-minutes-per-year", minutes)),
            None => Shown::plain(words::amount(lang, "web-unit-minutes-per-year", MINUTES_PER_POST))
                .note(f.t("web-rates-default")),
        },
        source: rates.source,
        form,
        refused: refused.map(|(_, error)| {
            Refused::of(&f, error, |field| {
                format!("web-rates-{}", field.replace('_', "-"))
            })
        }),
        f,
    })
}

/// `POST /catalogue/rates`.
async fn save(State(app): State<App>, visitor: Visitor, fields: Fields) -> Answer {
    let caller = visitor.caller()?;
    let saved = match read(&fields) {
        Ok(rates) => {
            let entered = fields.clone();
            app.run(move |register| {
                let before = register.organisation(&caller)?.rates;
                require_state(&entered, &before)?;
                register.set_rates_over(&caller, &rates, Some(before))
            })
            .await
        }
        Err(error) => Err(error),
    };
    match saved {
        Ok(()) => Ok(done("/catalogue/rates", "saved")),
        Err(error) if comes_back(&error) => {
            again(&error, &page(&app, &visitor, Some((&fields, &error))).await?)
        }
        Err(error) => Err(error.into()),
    }
}

fn read(fields: &Fields) -> Result<Rates, Error> {
    let mut faults = Vec::new();
    let mut number = |name: &str| {
        fields.number(name).unwrap_or_else(|fault| {
            faults.push(fault);
            None
        })
    };
    let rates = Rates {
        hourly_rate: number("hourly_rate"),
        minutes_per_post: number("minutes_per_post"),
        source: fields.get("source").to_owned(),
    };
    if faults.is_empty() {
        Ok(rates)
    } else {
        Err(Error::invalid_fields(faults))
    }
}
