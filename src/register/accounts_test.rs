#![allow(clippy::unwrap_used)]

use super::testing::{NOW, PASSWORD, SmallTown};
use super::{Caller, NewAccount};
use crate::domain::account::Role;
use crate::domain::time::Timestamp;
use crate::error::Kind;

const HOUR: i64 = 60 * 60 * 1000;

fn after(ms: i64) -> Timestamp {
    Timestamp(NOW.0 + ms)
}

#[test]
fn a_session_begins_lasts_and_ends() {
    let town = SmallTown::new();
    let register = &town.register;
    let signed = register.sign_in(NOW, " Owner ", PASSWORD, [9; 32]).unwrap();
    assert_eq!(signed.secret.len(), 64);
    assert_eq!(signed.actor.units, Some(vec![town.citizens, town.taxes]));
    let actor = |now| register.actor_by_session(now, &signed.secret).unwrap();
    assert_eq!(actor(NOW), Some(signed.actor.clone()));
    // Use keeps it alive, for seven days at most.
    for hours in (0..=168).step_by(7) {
        assert!(actor(after(hours * HOUR)).is_some(), "{hours}");
    }
    assert!(actor(after(168 * HOUR + 1)).is_none());
    assert!(register.actor_by_session(NOW, "00").unwrap().is_none());

    let second = register.sign_in(NOW, "owner", PASSWORD, [8; 32]).unwrap();
    assert!(
        register
            .actor_by_session(after(9 * HOUR), &second.secret)
            .unwrap()
            .is_none()
    );
    let third = register.sign_in(NOW, "owner", PASSWORD, [7; 32]).unwrap();
    register.sign_out(NOW, &third.secret).unwrap();
    assert!(register.actor_by_session(NOW, &third.secret).unwrap().is_none());
}

#[test]
fn failures_slow_down_and_do_not_lock_out() {
    let town = SmallTown::new();
    for login in ["owner", "nobody"] {
        for _ in 0..10 {
            let error = town
                .register
                .sign_in(NOW, login, "falsch geraten", [0; 32])
                .unwrap_err();
            assert_eq!(error.kind, Kind::Unauthenticated);
            assert_eq!(error.message.id, "sign-in-wrong");
        }
        let error = town.register.sign_in(NOW, login, PASSWORD, [0; 32]).unwrap_err();
        assert_eq!(error.kind, Kind::Busy(1));
    }
    town.register
        .sign_in(after(1000), "owner", PASSWORD, [1; 32])
        .unwrap();
    // Being right wipes the slate.
    town.register
        .sign_in(after(1000), "owner", PASSWORD, [2; 32])
        .unwrap();
}

#[test]
fn a_disabled_account_is_out_at_once() {
    let town = SmallTown::new();
    let register = &town.register;
    let session = register.sign_in(NOW, "owner", PASSWORD, [1; 32]).unwrap().secret;
    let token = register.add_token(&town.owner, "Abgleich", [2; 32]).unwrap();
    assert!(register.actor_by_token(NOW, &token).unwrap().is_some());
    let id = town.owner.actor.account;
    register
        .set_account_disabled(&town.administrator, id, true)
        .unwrap();
    assert!(register.actor_by_session(NOW, &session).unwrap().is_none());
    assert!(register.actor_by_token(NOW, &token).unwrap().is_none());
    let error = register.sign_in(NOW, "owner", PASSWORD, [3; 32]).unwrap_err();
    assert_eq!(error.kind, Kind::Unauthenticated);
    register
        .set_account_disabled(&town.administrator, id, false)
        .unwrap();
    register.sign_in(NOW, "owner", PASSWORD, [4; 32]).unwrap();
    assert!(register.actor_by_token(NOW, &token).unwrap().is_none());
    let oneself = town.administrator.actor.account;
    let error = register
        .set_account_disabled(&town.administrator, oneself, true)
        .unwrap_err();
    assert_eq!(error.kind, Kind::Conflict);
}

#[test]
fn a_new_password_ends_the_sessions() {
    let town = SmallTown::new();
    let register = &town.register;
    let session = register.sign_in(NOW, "owner", PASSWORD, [1; 32]).unwrap().secret;
    let id = town.owner.actor.account;
    let error = register
        .set_password(&town.owner, id, "kurz", [2; 16])
        .unwrap_err();
    assert_eq!(error.kind, Kind::Invalid);
    let error = register
        .set_password(&town.analyst, id, "vier blaue Hunde", [2; 16])
        .unwrap_err();
    assert_eq!(error.kind, Kind::Forbidden);
    register
        .set_password(&town.owner, id, "vier blaue Hunde", [2; 16])
        .unwrap();
    assert!(register.actor_by_session(NOW, &session).unwrap().is_none());
    assert!(register.sign_in(NOW, "owner", PASSWORD, [3; 32]).is_err());
    register
        .sign_in(NOW, "owner", "vier blaue Hunde", [4; 32])
        .unwrap();
}

#[test]
fn tokens_belong_to_their_account() {
    let town = SmallTown::new();
    let register = &town.register;
    let secret = register.add_token(&town.owner, "Abgleich", [5; 32]).unwrap();
    let actor = register.actor_by_token(NOW, &secret).unwrap().unwrap();
    assert_eq!(actor, town.owner.actor);
    let tokens = register.tokens(&town.owner).unwrap();
    assert_eq!(tokens.len(), 1);
    assert_eq!(tokens.first().unwrap().last_used, Some(NOW));
    assert!(register.tokens(&town.analyst).unwrap().is_empty());
    assert_eq!(register.tokens(&town.administrator).unwrap().len(), 1);
    let token = tokens.first().unwrap().id;
    let error = register.revoke_token(&town.analyst, token).unwrap_err();
    assert_eq!(error.kind, Kind::NotFound);
    register.revoke_token(&town.owner, token).unwrap();
    assert!(register.actor_by_token(NOW, &secret).unwrap().is_none());
}

#[test]
fn accounts_are_kept_by_administrators() {
    let town = SmallTown::new();
    let register = &town.register;
    assert!(register.has_administrator().unwrap());
    let account = |login: &str, password: &str| NewAccount {
        login: login.to_owned(),
        name: "Neu".to_owned(),
        role: Role::Reader,
        scope: None,
        password: password.to_owned(),
    };
    let add = |caller: &Caller, account: NewAccount| register.add_account(caller, &account, [3; 16]);
    let error = add(&town.coordinator, account("neu", PASSWORD)).unwrap_err();
    assert_eq!(error.kind, Kind::Forbidden);
    let error = add(&town.administrator, account("OWNER", PASSWORD)).unwrap_err();
    assert_eq!(error.kind, Kind::Conflict);
    let error = add(&town.administrator, account("", "kurz")).unwrap_err();
    let fields: Vec<_> = error.fields.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["login", "password"]);
    add(&town.administrator, account("neu", PASSWORD)).unwrap();
    let logins: Vec<_> = register
        .accounts(&town.administrator)
        .unwrap()
        .into_iter()
        .map(|account| account.login)
        .collect();
    assert_eq!(
        logins,
        ["admin", "analyst", "coordinator", "neu", "owner", "reader"]
    );
    assert_eq!(register.accounts(&town.reader).unwrap_err().kind, Kind::Forbidden);
}

#[test]
fn an_address_slows_down_after_a_hundred_failures_whatever_the_logins() {
    let town = SmallTown::new();
    // Refused before it is hashed.
    let long = "x".repeat(5_000);
    let from = |from: &str, login: &str, password: &str| {
        let address = Some(from.parse().unwrap());
        town.register
            .sign_in_from(NOW, address, login, password, [from.len() as u8; 32])
            .map(|_| ())
            .map_err(|error| error.kind)
    };
    for number in 0..100 {
        let login = format!("niemand{number}");
        assert_eq!(from("10.0.0.1", &login, &long), Err(Kind::Unauthenticated));
    }
    assert_eq!(from("10.0.0.1", "reader", PASSWORD), Err(Kind::Busy(1)));
    assert_eq!(from("::ffff:10.0.0.1", "reader", PASSWORD), Err(Kind::Busy(1)));
    assert_eq!(from("10.0.0.2", "reader", PASSWORD), Ok(()));
    // One customer has a whole network of IPv6 addresses.
    for number in 0..100 {
        let (address, login) = (format!("2001:db8::{number:x}"), format!("keiner{number}"));
        assert_eq!(from(&address, &login, &long), Err(Kind::Unauthenticated));
    }
    assert_eq!(from("2001:db8::ffff", "reader", PASSWORD), Err(Kind::Busy(1)));
    assert_eq!(from("2001:db8:0:1::1", "reader", PASSWORD), Ok(()));
}
