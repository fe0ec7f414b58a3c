//! Links to subscribe to a hosted calendar, which updates by itself.

use crate::calendar::link::{Service, encode, parameter};
use crate::strings::concat;

/// The `webcal:` URL of a hosted calendar, which opens a calendar program. `None` for a URL without a host.
pub fn webcal(url: &str) -> Option<String> {
    let rest = ["https://", "http://", "webcal://"]
        .iter()
        .find_map(|scheme| url.strip_prefix(scheme))?;
    Some(concat(&["webcal://", rest]))
}

impl Service {
    /// A link that subscribes to a hosted calendar, by its absolute URL. `None` where the service has no such link.
    pub fn subscription(self, url: &str, name: &str) -> Option<String> {
        match self {
            Self::Google => {
                let mut link = String::from("https://calendar.google.com/calendar/r?cid=");
                encode(&mut link, &webcal(url)?);
                Some(link)
            }
            Self::OutlookCom | Self::Microsoft365 => {
                let mut link = concat(&[self.microsoft(), "/addfromweb/?url="]);
                encode(&mut link, url);
                parameter(&mut link, "name", name);
                Some(link)
            }
            Self::Yahoo => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hosted_calendar_is_followed() {
        let url = "https://a.example/x.ics?y=1";
        assert_eq!(webcal(url).as_deref(), Some("webcal://a.example/x.ics?y=1"));
        assert_eq!(webcal("mailto:a@b.example"), None);
        assert_eq!(
            Service::Google.subscription(url, "A & B").as_deref(),
            Some(
                "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fa.example%2Fx.ics%3Fy%3D1"
            )
        );
        assert_eq!(
            Service::Microsoft365.subscription(url, "A & B").as_deref(),
            Some(
                "https://outlook.office.com/calendar/0/addfromweb/?url=https%3A%2F%2Fa.example%2Fx.ics%3Fy%3D1&name=A%20%26%20B"
            )
        );
        assert_eq!(Service::Yahoo.subscription(url, "A & B"), None);
    }
}
