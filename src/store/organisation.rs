//! Units, applications, interfaces, settings.

use super::{StoreError, Tx, View};
use crate::domain::folding::{fold, natural_key};
use crate::domain::ids::{ApplicationId, UnitId};
use crate::domain::organisation::{Application, ApplicationKind, Interface, InterfaceState, Unit, UnitKind};
use rusqlite::{OptionalExtension, params};

impl View<'_> {
    /// A setting of the town.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT value FROM setting WHERE name = ?")?
            .query_row([name], |row| row.get(0))
            .optional()?)
    }

    /// Units, parents before children, siblings by sign and name.
    pub fn units(&self) -> Result<Vec<Unit>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT unit_id, parent_id, sign, name, kind, leaving_share FROM unit")?;
        let mut rows = statement.query([])?;
        let mut units = Vec::new();
        while let Some(row) = rows.next()? {
            let kind: String = row.get(4)?;
            units.push(Unit {
                id: UnitId(row.get(0)?),
                parent: row.get::<_, Option<i64>>(1)?.map(UnitId),
                sign: row.get(2)?,
                name: row.get(3)?,
                kind: UnitKind::from_code(&kind).ok_or(StoreError::Damaged(kind))?,
                leaving_share: row.get(5)?,
            });
        }
        Ok(in_chart_order(units))
    }

    /// A unit and everything below it.
    pub fn units_below(&self, unit: UnitId) -> Result<Vec<UnitId>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "WITH RECURSIVE below (unit_id) AS (
               SELECT unit_id FROM unit WHERE unit_id = ?
               UNION SELECT child.unit_id FROM unit child JOIN below ON child.parent_id = below.unit_id)
             SELECT unit_id FROM below ORDER BY unit_id",
        )?;
        let rows = statement.query_map([unit.0], |row| row.get(0).map(UnitId))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Applications by name.
    pub fn applications(&self) -> Result<Vec<Application>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT application_id, name, aliases, kind, purpose FROM application ORDER BY name_key, application_id",
        )?;
        let mut rows = statement.query([])?;
        let mut applications = Vec::new();
        while let Some(row) = rows.next()? {
            let (aliases, kind): (String, String) = (row.get(2)?, row.get(3)?);
            applications.push(Application {
                id: ApplicationId(row.get(0)?),
                name: row.get(1)?,
                aliases: aliases.lines().map(str::to_owned).collect(),
                kind: ApplicationKind::from_code(&kind).ok_or(StoreError::Damaged(kind))?,
                purpose: row.get(4)?,
            });
        }
        Ok(applications)
    }

    /// The application with this name, however it is spelt.
    pub fn application_by_name(&self, name: &str) -> Result<Option<ApplicationId>, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT application_id FROM application WHERE name_key = ?")?
            .query_row([fold(name)], |row| row.get(0).map(ApplicationId))
            .optional()?)
    }

    /// Known interfaces.
    pub fn interfaces(&self) -> Result<Vec<Interface>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT from_id, to_id, state, note FROM interface ORDER BY from_id, to_id")?;
        let mut rows = statement.query([])?;
        let mut interfaces = Vec::new();
        while let Some(row) = rows.next()? {
            let state: String = row.get(2)?;
            interfaces.push(Interface {
                from: ApplicationId(row.get(0)?),
                to: ApplicationId(row.get(1)?),
                state: InterfaceState::from_code(&state).ok_or(StoreError::Damaged(state))?,
                note: row.get(3)?,
            });
        }
        Ok(interfaces)
    }

    /// Changes whenever the catalogue that analyses look at does.
    pub fn catalogue_stamp(&self) -> Result<i64, StoreError> {
        let stamp = self.setting("catalogue-stamp")?;
        Ok(stamp.and_then(|stamp| stamp.parse().ok()).unwrap_or(0))
    }
}

impl Tx<'_> {
    /// Adds or changes a unit; the caller has checked it.
    pub fn save_unit(&self, unit: &Unit) -> Result<UnitId, StoreError> {
        let new = unit.id.0 == 0;
        self.conn
            .prepare_cached(
                "INSERT INTO unit (unit_id, parent_id, sign, name, name_key, kind, leaving_share)
                 VALUES (?, ?, ?, ?, ?, ?, ?)
                 ON CONFLICT (unit_id) DO UPDATE SET parent_id = excluded.parent_id, sign = excluded.sign,
                   name = excluded.name, name_key = excluded.name_key, kind = excluded.kind,
                   leaving_share = excluded.leaving_share",
            )?
            .execute(params![
                (!new).then_some(unit.id.0),
                unit.parent.map(|parent| parent.0),
                unit.sign,
                unit.name,
                fold(&unit.name),
                unit.kind.code(),
                unit.leaving_share
            ])?;
        let id = if new {
            UnitId(self.conn.last_insert_rowid())
        } else {
            unit.id
        };
        self.log(
            action(new, "unit.create", "unit.change"),
            format!("unit/{id}"),
            String::new(),
        )?;
        Ok(id)
    }

    /// Adds or changes an application; the caller has checked it.
    pub fn save_application(&self, application: &Application) -> Result<ApplicationId, StoreError> {
        let new = application.id.0 == 0;
        self.conn
            .prepare_cached(
                "INSERT INTO application (application_id, name, name_key, aliases, kind, purpose)
                 VALUES (?, ?, ?, ?, ?, ?)
                 ON CONFLICT (application_id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key,
                   aliases = excluded.aliases, kind = excluded.kind, purpose = excluded.purpose",
            )?
            .execute(params![
                (!new).then_some(application.id.0),
                application.name,
                fold(&application.name),
                application.aliases.join("\n"),
                application.kind.code(),
                application.purpose
            ])?;
        let id = if new {
            ApplicationId(self.conn.last_insert_rowid())
        } else {
            application.id
        };
        self.bump_catalogue()?;
        self.log(
            action(new, "application.create", "application.change"),
            format!("application/{id}"),
            String::new(),
        )?;
        Ok(id)
    }

    /// Says what is known about an interface.
    pub fn save_interface(&self, interface: &Interface) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO interface (from_id, to_id, state, note) VALUES (?, ?, ?, ?)
                 ON CONFLICT (from_id, to_id) DO UPDATE SET state = excluded.state, note = excluded.note",
            )?
            .execute(params![
                interface.from.0,
                interface.to.0,
                interface.state.code(),
                interface.note
            ])?;
        self.bump_catalogue()?;
        self.log(
            "interface.set",
            format!("interface/{}-{}", interface.from, interface.to),
            interface.state.code().to_owned(),
        )
    }

    /// Sets a setting of the town.
    pub fn set_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.put_setting(name, value)?;
        self.log("setting.set", format!("setting/{name}"), String::new())
    }

    /// Sets a setting that analyses rest on; they are made anew.
    pub fn set_figure(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.set_setting(name, value)?;
        self.bump_catalogue()
    }

    fn put_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            )?
            .execute([name, value])?;
        Ok(())
    }

    fn bump_catalogue(&self) -> Result<(), StoreError> {
        let stamp = self.catalogue_stamp()? + 1;
        self.put_setting("catalogue-stamp", &stamp.to_string())
    }
}

fn action(new: bool, create: &'static str, change: &'static str) -> &'static str {
    if new { create } else { change }
}

/// Depth first from the top; a unit whose parent is unknown counts as top.
fn in_chart_order(mut units: Vec<Unit>) -> Vec<Unit> {
    units.sort_by_cached_key(|unit| (natural_key(&unit.sign), fold(&unit.name), unit.id));
    let known: std::collections::BTreeSet<UnitId> = units.iter().map(|unit| unit.id).collect();
    let mut below: std::collections::BTreeMap<Option<UnitId>, Vec<Unit>> = std::collections::BTreeMap::new();
    for unit in units {
        let parent = unit.parent.filter(|parent| known.contains(parent));
        below.entry(parent).or_default().push(unit);
    }
    let mut ordered = Vec::with_capacity(known.len());
    let mut waiting: Vec<Unit> = below.remove(&None).unwrap_or_default();
    waiting.reverse();
    while let Some(unit) = waiting.pop() {
        let children = below.remove(&Some(unit.id)).unwrap_or_default();
        waiting.extend(children.into_iter().rev());
        ordered.push(unit);
    }
    ordered
}
