//! The message catalogues: both languages say the same things with the same arguments, and nothing is unused or missing.

use crate::support::sources;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use std::collections::{BTreeMap, BTreeSet};

/// Entry → names of its arguments.
fn catalogue(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for (path, text) in sources(&format!("locales/{language}"), &[".ftl"]) {
        let resource = parse(text).unwrap_or_else(|(_, errors)| panic!("{path}: {errors:?}"));
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let mut args = BTreeSet::new();
                if let Some(pattern) = &message.value {
                    collect(pattern, &mut args);
                }
                let name = message.id.name.clone();
                assert!(
                    found.insert(name.clone(), args).is_none(),
                    "{path}: {name} stands twice"
                );
            }
        }
    }
    found
}

fn collect(pattern: &Pattern<String>, args: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expression_args(expression, args);
        }
    }
}

fn expression_args(expression: &Expression<String>, args: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => inline_args(inline, args),
        Expression::Select { selector, variants } => {
            inline_args(selector, args);
            for variant in variants {
                collect(&variant.value, args);
            }
        }
    }
}

fn inline_args(inline: &InlineExpression<String>, args: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            args.insert(id.name.clone());
        }
        InlineExpression::Placeable { expression } => expression_args(expression, args),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                inline_args(argument, args);
            }
        }
        _ => {}
    }
}

#[test]
fn both_languages_say_the_same() {
    let (german, english) = (catalogue("de"), catalogue("en"));
    let mut wrong = Vec::new();
    for (id, args) in &german {
        match english.get(id) {
            None => wrong.push(format!("{id} is missing in English")),
            Some(other) if other != args => {
                wrong.push(format!("{id}: {args:?} in German, {other:?} in English"))
            }
            Some(_) => {}
        }
    }
    wrong.extend(
        english
            .keys()
            .filter(|id| !german.contains_key(*id))
            .map(|id| format!("{id} is missing in German")),
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// All texts in which ids may stand.
fn users() -> String {
    [
        sources("src", &[".rs"]),
        sources("templates", &[".html"]),
        sources("frontend/src", &[".js"]),
    ]
    .concat()
    .into_iter()
    .map(|(_, text)| text)
    .collect::<Vec<_>>()
    .join("\n")
}

#[test]
fn every_entry_is_used() {
    let users = users();
    // `format!("quality-{}", …)` uses every entry that begins with `quality-`.
    let prefixes: BTreeSet<&str> = users
        .split('"')
        .filter_map(|piece| piece.split_once('{').map(|(prefix, _)| prefix))
        .filter(|prefix| prefix.len() > 3 && prefix.ends_with('-'))
        .collect();
    let unused: Vec<String> = catalogue("de")
        .into_keys()
        .filter(|id| {
            !users.contains(&format!("\"{id}\""))
                && !prefixes.iter().any(|prefix| id.starts_with(prefix))
                && !of_a_rule(id, &users)
        })
        .collect();
    assert!(unused.is_empty(), "no one uses {}", unused.join(", "));
}

/// A rule has its sentence under its own id: `family-slug`.
fn of_a_rule(id: &str, users: &str) -> bool {
    ["modelling", "structure"].iter().any(|family| {
        let rest = id.strip_prefix(&format!("{family}-"));
        rest.is_some_and(|rest| users.contains(&format!("\"{family}/{rest}\"")))
    })
}

#[test]
fn every_rule_has_its_sentence() {
    let german = catalogue("de");
    let list = std::fs::read_to_string(crate::support::root().join("src/analysis/rules.rs")).unwrap();
    let mut seen = 0;
    for family in ["modelling", "structure"] {
        for piece in list.split(&format!("(\"{family}/")).skip(1) {
            let slug = piece.split('"').next().unwrap_or_default();
            let id = format!("{family}-{slug}");
            assert!(german.contains_key(&id), "{id} is missing");
            seen += 1;
        }
    }
    assert!(seen > 40, "{seen}");
}

#[test]
fn every_id_that_is_named_exists() {
    let german = catalogue("de");
    let users = users();
    let mut missing = BTreeSet::new();
    for opening in [
        "Message::new(\"",
        "t.text(\"",
        ".t(\"",
        "lang.text(\"",
        "with_term(\"what\", \"",
    ] {
        for piece in users.split(opening).skip(1) {
            let id = piece.split('"').next().unwrap_or_default();
            if !german.contains_key(id) && !id.contains('{') && id.contains('-') {
                missing.insert(id.to_owned());
            }
        }
    }
    assert!(missing.is_empty(), "not in the catalogues: {missing:?}");
}
