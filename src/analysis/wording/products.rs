//! Software whose name is recognised in texts: the products of the lexicon, the catalogue of the town, what the model names.

use super::fold::{Token, tokens};
use super::lexicon::Lexicon;
use super::tables::lexicon;
use super::terms::{Pattern, Span};

/// A software whose name is recognised in texts.
#[derive(Debug, Clone)]
pub struct Product {
    /// Canonical name.
    pub name: String,
    /// True for document management systems.
    pub dms: bool,
    /// A word of every day too: a name only in capitals and right behind a preposition ("in Session").
    ordinary: bool,
    patterns: Vec<Pattern>,
}

/// All software known for one model, and the words that its labels are read with.
#[derive(Debug, Clone, Default)]
pub struct Products {
    known: Vec<Product>,
    pub(super) lexicon: Lexicon,
}

impl Products {
    /// Adds a name with its aliases; a name already known keeps its canonical form.
    pub fn add(&mut self, name: &str, aliases: &[String], dms: bool) {
        let patterns: Vec<Pattern> = std::iter::once(name)
            .chain(aliases.iter().map(String::as_str))
            .filter_map(|alias| Pattern::parse("word", alias))
            .collect();
        self.known.insert(
            0,
            Product {
                name: name.to_owned(),
                dms,
                ordinary: false,
                patterns,
            },
        );
    }

    /// Another spelling that is a name only in capitals and right behind a preposition ("in Axiell").
    pub fn add_short(&mut self, short: &str, name: &str, dms: bool) {
        let patterns: Vec<Pattern> = Pattern::parse("word", short).into_iter().collect();
        self.known.push(Product {
            name: name.to_owned(),
            dms,
            ordinary: true,
            patterns,
        });
    }

    /// The product that a text names, the longest first.
    pub fn named_in(&self, text: &str) -> Option<&Product> {
        let words = tokens(text);
        self.spans(&words).into_iter().next().map(|(_, product)| product)
    }

    pub(super) fn spans(&self, words: &[Token]) -> Vec<(Span, &Product)> {
        let mut found: Vec<(Span, &Product)> = self
            .known
            .iter()
            .flat_map(|product| {
                product
                    .patterns
                    .iter()
                    .flat_map(|pattern| pattern.find(words, false))
                    .filter(|span| !product.ordinary || named(words, span.from))
                    .map(move |span| (span, product))
            })
            .collect();
        found.sort_by(|one, two| two.0.length.cmp(&one.0.length).then(one.0.from.cmp(&two.0.from)));
        let mut kept: Vec<(Span, &Product)> = Vec::new();
        for (span, product) in found {
            if !kept
                .iter()
                .any(|(other, _)| span.from < other.to && other.from < span.to)
            {
                kept.push((span, product));
            }
        }
        kept.sort_by_key(|(span, _)| span.from);
        kept
    }
}

/// Names that are words of every day too. Without more they are taken from the catalogue of the town or the model only.
const ORDINARY: [&str; 5] = ["Word", "Teams", "Session", "VIS", "newsystem"];
/// Those of them that hold data: names also where they stand as names do.
const NAMED: [&str; 2] = ["Session", "VIS"];

/// True for a capital word right behind a preposition, as names of software stand and other nouns seldom do.
fn named(words: &[Token], at: usize) -> bool {
    let leads = at
        .checked_sub(1)
        .and_then(|before| words.get(before))
        .is_some_and(|token| {
            [
                "in", "aus", "nach", "via", "ueber", "into", "from", "to", "on", "of", "off",
            ]
            .contains(&token.folded.as_str())
        });
    leads && words.get(at).is_some_and(Token::capital)
}

/// The products of the lexicon and the software that the words of a town name.
pub fn products_of(lexicon: &Lexicon) -> Products {
    let mut products = known_products();
    for (name, dms) in &lexicon.lists().software {
        products.add(name, &[], *dms);
    }
    products.lexicon = lexicon.clone();
    products
}

/// The products of the built-in lexicon.
pub fn known_products() -> Products {
    let mut products = Products::default();
    for entry in lexicon()
        .iter()
        .filter(|entry| entry.product && !ORDINARY.contains(&entry.term.as_str()))
    {
        products.add(
            &entry.term,
            &[],
            entry.class == "digital-unstructured" && entry.note_dms(),
        );
    }
    for name in NAMED {
        products.add(name, &[], name == "VIS");
        if let Some(product) = products.known.first_mut() {
            product.ordinary = true;
        }
    }
    products.add("newsystem", &["Infoma newsystem".to_owned()], false);
    products.add(
        "Excel",
        &[
            "Excel-Liste".to_owned(),
            "Excel-Tabelle".to_owned(),
            "Exceltabelle".to_owned(),
            "Excelliste".to_owned(),
        ],
        false,
    );
    products.add("Access", &["Access-Datenbank".to_owned()], false);
    products
}

impl super::tables::Entry {
    fn note_dms(&self) -> bool {
        // Products of the lexicon with files as content are document management, but for these.
        ![
            "Outlook",
            "Word",
            "Excel",
            "Teams",
            "Nextcloud",
            "SharePoint",
            "beBPo",
            "EGVP",
            "De-Mail",
        ]
        .contains(&self.term.as_str())
    }
}
