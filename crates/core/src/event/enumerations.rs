//! The schema.org enumerations of an event.

/// `ItemAvailability`, reduced to what matters for registration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub enum Availability {
    /// There are places, or the document does not tell.
    #[default]
    Open,
    /// `SoldOut`, `OutOfStock`, `Discontinued`.
    Full,
    /// `BackOrder`, and the shorthand `waiting list`.
    WaitingList,
}

/// `EventAttendanceModeEnumeration`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub enum AttendanceMode {
    /// Only over the network.
    Online,
    /// Only on site.
    OnSite,
    /// Both.
    Mixed,
}

/// `EventStatusType`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub enum EventStatus {
    /// It takes place as announced.
    #[default]
    Scheduled,
    /// It does not take place.
    Cancelled,
    /// It takes place at a time that is not known yet.
    Postponed,
    /// It takes place at another time than first announced.
    Rescheduled,
    /// It takes place online instead of on site.
    MovedOnline,
}

impl EventStatus {
    /// Whether it takes place at a known time.
    pub fn takes_place(self) -> bool {
        !matches!(self, Self::Cancelled | Self::Postponed)
    }
}
