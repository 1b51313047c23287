//! What every page shows around its content: menu, search, account, message, language.

use super::address::with_query;
use super::app::Identity;
use super::assets;
use super::guard::Visitor;
use crate::domain::account::{Actor, Role};
use crate::domain::ids::UnitId;
use crate::domain::message::Message;
use crate::text::Lang;

/// The frame of a page; templates call it `f`.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    /// Language of the page.
    pub lang: Lang,
    /// Who is looking.
    pub actor: Option<Actor>,
    /// Name of the town; empty where it is not known yet.
    pub town: String,
    /// What was searched for.
    pub q: String,
    path: String,
    query: Vec<(String, String)>,
}

/// An entry of the menu.
pub(super) struct MenuEntry {
    pub address: &'static str,
    pub label: String,
    pub current: bool,
}

impl Frame {
    /// The frame for a visitor.
    pub(super) fn of(visitor: &Visitor) -> Frame {
        Frame {
            lang: visitor.lang,
            actor: match &visitor.identity {
                Identity::Nobody => None,
                Identity::Session(caller) | Identity::Token(caller) => Some(caller.actor.clone()),
            },
            town: visitor.town.clone(),
            q: visitor.param("q").to_owned(),
            path: visitor.path.clone(),
            query: visitor.query.clone(),
        }
    }

    /// The text of a catalogue entry.
    pub(super) fn t(&self, id: &str) -> String {
        self.lang.text(id)
    }

    /// A message in words.
    pub(super) fn say(&self, message: &Message) -> String {
        self.lang.say(message)
    }

    /// Address of a file of the front end; empty where there is none.
    pub(super) fn asset(&self, source: &str) -> String {
        assets::address(source).unwrap_or_default()
    }

    /// True where the program was built with its front end.
    pub(super) fn styled(&self) -> bool {
        assets::address("app.css").is_some()
    }

    /// The message about what was just done, if there is one that belongs to the whole page.
    pub(super) fn done(&self) -> Option<String> {
        let placed = self.query.iter().any(|(name, _)| name == "at");
        if placed { None } else { self.what_was_done() }
    }

    /// The same for a part of the page (`at=…`): who acts far down reads there that it worked.
    pub(super) fn done_at(&self, mark: &str) -> Option<String> {
        let here = self
            .query
            .iter()
            .any(|(name, value)| name == "at" && value == mark);
        if here { self.what_was_done() } else { None }
    }

    fn what_was_done(&self) -> Option<String> {
        let (_, code) = self.query.iter().find(|(name, _)| name == "done")?;
        let id = format!("web-done-{code}");
        self.lang.has(&id).then(|| self.lang.text(&id))
    }

    /// The main menu.
    pub(super) fn menu(&self) -> Vec<MenuEntry> {
        let mut entries = vec![
            ("/", "web-menu-start"),
            ("/processes", "web-menu-processes"),
            ("/findings", "web-menu-findings"),
            ("/candidates", "web-menu-candidates"),
            ("/priorities", "web-menu-priorities"),
            ("/catalogue", "web-menu-catalogue"),
            ("/help", "web-menu-help"),
        ];
        if self
            .actor
            .as_ref()
            .is_some_and(|actor| actor.role == Role::Administrator)
        {
            entries.push(("/admin/accounts", "web-menu-admin"));
        }
        entries
            .into_iter()
            .map(|(address, id)| MenuEntry {
                address,
                label: self.t(id),
                current: match address {
                    "/" => self.path == "/",
                    _ => self.path == address || self.path.starts_with(&format!("{address}/")),
                },
            })
            .collect()
    }

    /// Languages with the address of this page in each.
    pub(super) fn languages(&self) -> Vec<(Lang, String)> {
        Lang::ALL
            .into_iter()
            .map(|lang| {
                let kept = self
                    .query
                    .iter()
                    .filter(|(name, _)| name != "lang" && name != "done" && name != "at")
                    .map(|(name, value)| (name.as_str(), value.as_str()));
                (lang, with_query(&self.path, kept.chain([("lang", lang.code())])))
            })
            .collect()
    }

    /// Role of the visitor in words.
    pub(super) fn role(&self) -> String {
        self.actor
            .as_ref()
            .map(|actor| self.t(&format!("role-{}", actor.role.code())))
            .unwrap_or_default()
    }

    /// The units whose processes the visitor may change; `None`: all.
    pub(super) fn own_units(&self) -> Option<&[UnitId]> {
        let actor = self.actor.as_ref()?;
        match actor.role {
            Role::Administrator => None,
            _ => actor.units.as_deref(),
        }
    }

    /// True if the visitor has at least this role.
    pub(super) fn may(&self, role: Role) -> bool {
        self.actor.as_ref().is_some_and(|actor| actor.role >= role)
    }
}
