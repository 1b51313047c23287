//! The profile of a process (Prozesssteckbrief) and the list of its fields.

use super::annotation::Discretion;
use super::carrier::Carrier;
use super::ids::{ApplicationId, UnitId};
use super::known::{Figure, Known};
use super::time::Date;

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// All values in the order they are offered.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// Name in JSON, CSV, forms and catalogue ids.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            /// The value with this code.
            pub fn from_code(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    };
}

codes! {
    /// Prozessart (domain.md 3).
    Category {
        /// Führungs- und Steuerungsprozess.
        Steering = "steering",
        /// Kern- oder Leistungsprozess.
        Core = "core",
        /// Unterstützungsprozess.
        Support = "support",
    }
}

codes! {
    /// State of the profile (domain.md 1.6).
    Status {
        /// Entwurf.
        Draft = "draft",
        /// In Prüfung.
        InReview = "in-review",
        /// Freigegeben.
        Released = "released",
        /// Veraltet.
        Outdated = "outdated",
    }
}

codes! {
    /// Personal data in the process.
    PersonalData {
        /// None.
        None = "none",
        /// Ordinary personal data.
        Ordinary = "ordinary",
        /// Special categories, Art. 9 GDPR.
        Special = "special",
    }
}

codes! {
    /// How something comes in or goes out.
    Channel {
        /// At the counter, in person.
        Counter = "counter",
        /// By telephone.
        Phone = "phone",
        /// By letter.
        Post = "post",
        /// By fax.
        Fax = "fax",
        /// By e-mail, with or without attachment.
        Email = "email",
        /// Form on the web that arrives as PDF or e-mail.
        WebForm = "web-form",
        /// Online service that hands data over.
        OnlineService = "online-service",
        /// Hauspost: paper within the house.
        InternalMail = "internal-mail",
        /// From another application.
        Application = "application",
    }
}

impl Channel {
    /// The carrier that information on this channel arrives on. `Application` and `OnlineService`
    /// give data of an unnamed system.
    pub fn carrier(self) -> Carrier {
        match self {
            Channel::Post | Channel::Fax | Channel::InternalMail => Carrier::Paper,
            Channel::Email | Channel::WebForm => Carrier::Document,
            Channel::Counter | Channel::Phone => Carrier::Oral,
            Channel::OnlineService | Channel::Application => Carrier::System("?".to_owned()),
        }
    }
}

/// A channel with its share of the cases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChannelShare {
    /// The channel.
    pub channel: Channel,
    /// Share, 0 to 1; `None`: not surveyed.
    pub share: Option<f64>,
}

/// What people said about a process.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// The town's own number; unique, not empty.
    pub number: String,
    /// Object and verb: "Hund zur Steuer anmelden". Not empty.
    pub name: String,
    /// What happens, in two or three sentences.
    pub summary: Known<String>,
    /// The unit answerable.
    pub unit: Option<UnitId>,
    /// The role answerable; a role, no person's name.
    pub owner_role: Known<String>,
    /// Prozessbetreuer*in: keeps profile and model up to date.
    pub steward: Known<String>,
    /// Kind of process.
    pub category: Known<Category>,
    /// What starts it.
    pub trigger: Known<String>,
    /// What it yields.
    pub result: Known<String>,
    /// Cases per year.
    pub cases_per_year: Known<Figure>,
    /// Working minutes per case.
    pub handling_minutes: Known<Figure>,
    /// Lead time in calendar days.
    pub lead_time_days: Known<Figure>,
    /// How it comes in.
    pub channels_in: Known<Vec<ChannelShare>>,
    /// How the result goes out.
    pub channels_out: Known<Vec<ChannelShare>>,
    /// Software in use.
    pub applications: Known<Vec<ApplicationId>>,
    /// Laws, by-laws.
    pub legal_basis: Known<String>,
    /// Room for judgement.
    pub discretion: Known<Discretion>,
    /// Personal data.
    pub personal_data: Known<PersonalData>,
    /// Free tags, sorted, without doubles.
    pub tags: Vec<String>,
    /// State of the profile.
    pub status: Status,
    /// Day of the next review.
    pub review_date: Known<Date>,
}

codes! {
    /// The fields of a profile in the order of the form.
    Field {
        /// `Profile::number`.
        Number = "number",
        /// `Profile::name`.
        Name = "name",
        /// `Profile::summary`.
        Summary = "summary",
        /// `Profile::unit`.
        Unit = "unit",
        /// `Profile::owner_role`.
        OwnerRole = "owner_role",
        /// `Profile::steward`.
        Steward = "steward",
        /// `Profile::category`.
        Category = "category",
        /// `Profile::trigger`.
        Trigger = "trigger",
        /// `Profile::result`.
        Result = "result",
        /// `Profile::cases_per_year`.
        CasesPerYear = "cases_per_year",
        /// `Profile::handling_minutes`.
        HandlingMinutes = "handling_minutes",
        /// `Profile::lead_time_days`.
        LeadTimeDays = "lead_time_days",
        /// `Profile::channels_in`.
        ChannelsIn = "channels_in",
        /// `Profile::channels_out`.
        ChannelsOut = "channels_out",
        /// `Profile::applications`.
        Applications = "applications",
        /// `Profile::legal_basis`.
        LegalBasis = "legal_basis",
        /// `Profile::discretion`.
        Discretion = "discretion",
        /// `Profile::personal_data`.
        PersonalData = "personal_data",
        /// `Profile::tags`.
        Tags = "tags",
        /// `Profile::status`.
        Status = "status",
        /// `Profile::review_date`.
        ReviewDate = "review_date",
    }
}
