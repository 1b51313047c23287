//! Message catalogues (Fluent, `locales/<language>/*.ftl`): puts messages in words, German first.
//!
//! Home of `fluent_bundle` and `unic_langid`. A test compares the catalogues and finds unused keys.

mod number;

use crate::domain::message::{Arg, Message};
use crate::domain::time::{Date, Timestamp};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use std::sync::LazyLock;

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// German, the default.
    #[default]
    De,
    /// English.
    En,
}

impl Lang {
    /// All languages, default first.
    pub const ALL: [Lang; 2] = [Lang::De, Lang::En];

    /// BCP 47 code.
    pub fn code(self) -> &'static str {
        match self {
            Lang::De => "de",
            Lang::En => "en",
        }
    }

    /// The language of a tag such as `de`, `de-DE`, `en_GB.UTF-8`.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let primary = tag.split(['-', '_', '.', ';']).next().unwrap_or_default().trim();
        Lang::ALL
            .into_iter()
            .find(|lang| primary.eq_ignore_ascii_case(lang.code()))
    }

    /// The first language of an `Accept-Language` header that we have; German otherwise.
    pub fn from_accept_language(header: &str) -> Lang {
        header.split(',').find_map(Lang::from_tag).unwrap_or_default()
    }

    fn catalogue(self) -> &'static Catalogue {
        static DE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(Lang::De));
        static EN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(Lang::En));
        match self {
            Lang::De => &DE,
            Lang::En => &EN,
        }
    }

    /// True if the catalogue of this language has the entry.
    pub fn has(self, id: &str) -> bool {
        self.catalogue().bundle.has_message(id)
    }

    /// The text of an entry without arguments. A missing entry shows its id.
    pub fn text(self, id: &str) -> String {
        self.catalogue().format(id, None)
    }

    /// A message in words. A missing entry shows its id.
    pub fn say(self, message: &Message) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            let value = match value {
                Arg::Text(text) => FluentValue::from(text.clone()),
                Arg::Number(number) => {
                    args.set(format!("{name}-text"), FluentValue::from(self.number(*number)));
                    FluentValue::from(*number)
                }
                Arg::Term(id) => FluentValue::from(self.text(id)),
                Arg::Message(inner) => FluentValue::from(self.say(inner)),
            };
            args.set(name.clone(), value);
        }
        self.catalogue().format(&message.id, Some(&args))
    }

    /// A number as it is written in this language: at most one decimal below 100, none above, thousands separated.
    pub fn number(self, number: f64) -> String {
        number::format(self, number)
    }

    /// A calendar date: `23.11.2026`, `23 Nov 2026`.
    pub fn date(self, date: Date) -> String {
        match self {
            Lang::De => date.strftime("%d.%m.%Y").to_string(),
            Lang::En => date.strftime("%d %b %Y").to_string(),
        }
    }

    /// The date of a point in time (UTC).
    pub fn day(self, at: Timestamp) -> String {
        self.date(at.date())
    }
}

struct Catalogue {
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    fn load(lang: Lang) -> Catalogue {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.code().parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        bundle
            .add_function("NUMBER", |positional, _| {
                positional.first().cloned().unwrap_or(FluentValue::Error)
            })
            .ok();
        bundle.set_formatter(Some(match lang {
            Lang::De => |value, _| as_number(Lang::De, value),
            Lang::En => |value, _| as_number(Lang::En, value),
        }));
        let files = LOCALES
            .get_dir(lang.code())
            .map(|dir| dir.files())
            .into_iter()
            .flatten();
        for file in files {
            let source = file.contents_utf8().unwrap_or_default().to_owned();
            // Faults of a catalogue are found by a test; what can be read is used.
            let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource(resource).ok();
        }
        Catalogue { bundle }
    }

    fn format(&self, id: &str, args: Option<&FluentArgs>) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        self.bundle
            .format_pattern(pattern, args, &mut Vec::new())
            .into_owned()
    }
}

fn as_number(lang: Lang, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(lang.number(number.value)),
        _ => None,
    }
}
