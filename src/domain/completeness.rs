//! Which fields of a profile count for completeness, and which of the missing ones help most.

use super::known::Known;
use super::profile::{Field, Profile};
use super::profile_text;

/// The fields that count, the most helpful first: volume and time decide the rank, the unit and the steward decide
/// who can be asked, channels and applications decide what an analysis can see.
pub const COUNTED: [Field; 17] = [
    Field::CasesPerYear,
    Field::HandlingMinutes,
    Field::Unit,
    Field::Steward,
    Field::ChannelsIn,
    Field::Applications,
    Field::ChannelsOut,
    Field::Discretion,
    Field::PersonalData,
    Field::Trigger,
    Field::Result,
    Field::LegalBasis,
    Field::LeadTimeDays,
    Field::OwnerRole,
    Field::Category,
    Field::Summary,
    Field::ReviewDate,
];

/// The fields that count and are not surveyed, the most helpful first.
pub fn missing(profile: &Profile) -> Vec<Field> {
    COUNTED
        .into_iter()
        .filter(|field| matches!(profile_text::get(profile, *field), Known::NotSurveyed))
        .collect()
}

/// Answered fields (value or not applicable) of all that count, 0 to 1.
pub fn share(missing: usize) -> f64 {
    COUNTED.len().saturating_sub(missing) as f64 / COUNTED.len() as f64
}
