//! The closed lists of schema.org that an event has words of.

/// `ItemAvailability`, as far as it matters to somebody who wants to register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub enum Availability {
    /// There are places, or nothing is said.
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
    /// It takes place at a time not known yet.
    Postponed,
    /// It takes place at another time than the one announced first.
    Rescheduled,
    /// It takes place online instead of on site.
    MovedOnline,
}

impl EventStatus {
    /// Whether there is a time at which it takes place.
    pub fn takes_place(self) -> bool {
        !matches!(self, Self::Cancelled | Self::Postponed)
    }
}
