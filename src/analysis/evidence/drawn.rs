//! What names of data objects, stores, lanes and messages say of carriers (tiers 4, 5 and 8).

use crate::analysis::wording::{Medium, Products, Reading, known_products, read};
use crate::domain::annotation::Annotations;
use crate::domain::carrier::Carrier;
use crate::graph::{Data, DataKind};
use std::sync::LazyLock;

/// A carrier that a name states.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// The carrier.
    pub carrier: Carrier,
    /// True for document management: files are welcome there as they are.
    pub dms: bool,
    /// 0 to 1.
    pub confidence: f64,
    /// The words.
    pub words: String,
}

impl Placed {
    fn new(carrier: Carrier, confidence: f64, words: &str) -> Placed {
        Placed {
            carrier,
            dms: false,
            confidence,
            words: words.to_owned(),
        }
    }
}

/// Name and carrier of an object whose bracket states a carrier: "Bescheid (Papier)", "Rechenblatt [Excel]".
pub fn bracketed(name: &str) -> Option<(&str, Carrier)> {
    static PRODUCTS: LazyLock<Products> = LazyLock::new(known_products);
    let (content, inner) = bracket(name)?;
    Some((content, of_bracket(inner, "", &PRODUCTS)?.carrier))
}

/// What stands before a bracket at the end of a name, and in it.
fn bracket(name: &str) -> Option<(&str, &str)> {
    let name = name.trim();
    let (open, close) = match name.chars().last()? {
        ')' => ('(', ')'),
        ']' => ('[', ']'),
        _ => return None,
    };
    let (content, inner) = name.strip_suffix(close)?.rsplit_once(open)?;
    let content = content.trim();
    (!content.is_empty()).then_some((content, inner.trim()))
}

fn of_bracket(inner: &str, language: &str, products: &Products) -> Option<Placed> {
    let reading = read(inner, language, products);
    let printed =
        ["gedruckt", "ausgedruckt", "printed"].contains(&crate::analysis::wording::fold(inner).as_str());
    if printed {
        return Some(Placed::new(Carrier::Paper, 0.85, inner));
    }
    of_reading(&reading).filter(|placed| placed.confidence >= 0.5)
}

/// Names of what is kept up over many cases.
const LISTS: [&str; 14] = [
    "liste",
    "datenbank",
    "-db",
    "verzeichnis",
    "register",
    "kartei",
    "uebersicht",
    "kataster",
    "statistik",
    "buch",
    "list",
    "database",
    "log",
    "tracker",
];

/// True for the name of a spreadsheet or small database that is a list.
pub fn is_kept_list(name: &str) -> bool {
    let folded = crate::analysis::wording::fold(name);
    let table = [".xls", ".ods", ".accdb", ".mdb", "excel", "access"]
        .iter()
        .any(|word| folded.contains(word));
    table && LISTS.iter().any(|head| folded.contains(head))
}

/// The carrier of a drawn data object or store.
///
/// `kept`: steps of the model write into it.
pub fn of_data(data: &Data, kept: bool, language: &str, products: &Products) -> Option<Placed> {
    if let Some(system) = &data.annotations.system {
        return Some(Placed::new(
            Carrier::System(system.name.clone()),
            0.99,
            &system.name,
        ));
    }
    let text = match data.state.is_empty() {
        true => data.name.clone(),
        false => format!("{} ({})", data.name, data.state),
    };
    let reading = read(&text, language, products);
    let product = products.named_in(&data.name);
    let dms = reading.medium(Medium::Dms).is_some() || product.is_some_and(|product| product.dms);
    if data.kind == DataKind::Store {
        let paper = reading
            .medium(Medium::Paper)
            .filter(|found| found.confidence >= 0.5);
        let system = product.is_some() || reading.medium(Medium::Structured).is_some() || dms;
        return Some(match paper {
            Some(found) if !system => Placed::new(Carrier::Paper, 0.75, &found.words),
            _ => {
                let drive = reading.medium(Medium::Document).is_some_and(|found| {
                    crate::analysis::wording::fold(&found.words).ends_with("laufwerk")
                        || found.words.ends_with("drive")
                });
                match drive {
                    true => Placed::new(Carrier::Document, 0.75, &data.name),
                    false => Placed {
                        carrier: Carrier::System(data.name.clone()),
                        dms,
                        confidence: 0.85,
                        words: data.name.clone(),
                    },
                }
            }
        });
    }
    // A spreadsheet that is handed round is a file; a list that is kept in it is a system (guideline of the labels).
    let sheet = product.is_some_and(|product| ["Excel", "Access"].contains(&product.name.as_str()));
    if kept && is_kept_list(&data.name) {
        return Some(Placed::new(Carrier::System(data.name.clone()), 0.75, &data.name));
    }
    if sheet && data.kind == DataKind::Object {
        return Some(Placed::new(Carrier::Document, 0.75, &data.name));
    }
    // A bracket is written to say the carrier: it outweighs what the noun before it usually is on.
    let stated = bracket(&text).and_then(|(_, inner)| of_bracket(inner, language, products));
    let best = match stated {
        Some(stated) => stated,
        None => of_reading(&reading)?,
    };
    // A reader looks for the name that is drawn, not for the word in it.
    let named = Placed {
        words: data.name.clone(),
        ..best
    };
    (named.confidence >= 0.5).then_some(named)
}

/// The surest carrier word of a text.
pub fn of_reading(reading: &Reading) -> Option<Placed> {
    let word = reading
        .media()
        .filter(|found| {
            matches!(
                found.medium,
                Medium::Paper | Medium::Document | Medium::Oral | Medium::Structured | Medium::Dms
            )
        })
        .max_by(|one, two| {
            one.confidence
                .total_cmp(&two.confidence)
                .then(two.at.cmp(&one.at))
        });
    let system = reading.systems().next();
    match (word, system) {
        (Some(found), _)
            if !(system.is_some() && matches!(found.medium, Medium::Structured | Medium::Dms)) =>
        {
            let carrier = match found.medium {
                Medium::Paper => Carrier::Paper,
                Medium::Oral => Carrier::Oral,
                Medium::Document => Carrier::Document,
                _ => Carrier::System("?".to_owned()),
            };
            Some(Placed {
                carrier,
                dms: found.medium == Medium::Dms,
                confidence: found.confidence,
                words: found.words.clone(),
            })
        }
        (_, Some(system)) => Some(Placed {
            carrier: Carrier::System(system.name.clone()),
            dms: system.dms,
            confidence: 0.75,
            words: system.name.clone(),
        }),
        _ => None,
    }
}

/// What a lane or pool is, where it is a system, a device or a way of talking (tier 8).
pub fn of_lane(name: &str, annotations: &Annotations, language: &str, products: &Products) -> Option<Placed> {
    if let Some(system) = &annotations.system {
        return Some(Placed::new(
            Carrier::System(system.name.clone()),
            0.99,
            &system.name,
        ));
    }
    if let Some(product) = products.named_in(name) {
        return Some(Placed {
            carrier: Carrier::System(product.name.clone()),
            dms: product.dms,
            confidence: 0.5,
            words: name.to_owned(),
        });
    }
    let folded = crate::analysis::wording::fold(name);
    if folded.contains("(system)") || folded.starts_with("system ") {
        return Some(Placed::new(Carrier::System(name.to_owned()), 0.5, name));
    }
    let placed = of_reading(&read(name, language, products))?;
    let carrier = match placed.carrier {
        Carrier::System(_) => Carrier::System(name.to_owned()),
        // A mailbox as a lane: what happens there happens to files.
        other => other,
    };
    (placed.confidence >= 0.6).then_some(Placed {
        carrier,
        confidence: 0.5,
        ..placed
    })
}
