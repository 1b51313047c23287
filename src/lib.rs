//! Prozessregister: a process register and modelling service for public administration.
//!
//! The core is pure, the edge is thin. Modules in reading order; who may know whom stands in
//! `ARCHITECTURE.md` and is a test.

pub mod domain;
pub mod text;

pub mod bpmn;
pub mod graph;

pub mod analysis;
pub mod drawing;
pub mod flow;
pub mod scoring;

pub mod access;
pub mod exchange;
pub mod store;

pub mod error;
pub mod register;

pub mod wire;

pub mod cli;
pub mod web;
