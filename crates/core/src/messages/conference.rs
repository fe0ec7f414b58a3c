//! The messages for large programmes.

use crate::messages::locale::{CONFERENCE, CONFERENCE_KEY, texts};

texts! {
    /// The messages of the interface for large programmes.
    pub struct ConferenceMessages in CONFERENCE_KEY, CONFERENCE => {
        /// Name of the row of days to choose from, for screen readers.
        days,
        /// Over the field in which the programme is searched.
        search,
        /// Opens the choice of what is shown.
        filter,
        /// In a filter, the choice that leaves out nothing.
        any,
        /// Over the filter by track.
        track,
        /// Over the filter by room.
        room,
        /// Over the filter by format, such as talk or workshop.
        format,
        /// Over the filter by the language in which an entry is held.
        language,
        /// Before the number of entries found, whatever that is.
        found,
        /// In place of the programme where no entry was found.
        nothing,
        /// Takes back the search and all filters.
        clear,
        /// Shows the programme as a list, as a choice.
        list,
        /// Shows the programme as a grid of times and rooms, as a choice.
        grid,
        /// Goes to what is on at the moment.
        now,
        /// Marks an entry for oneself, beside [`Messages::save`](crate::messages::Messages::save): another word than that.
        star,
        /// Shows only what is starred.
        mine,
        /// In place of the programme where nothing is starred.
        mine_empty,
        /// At a starred entry, before the names of others that overlap with it.
        clash,
        /// At an entry, before the time at which it was to start.
        moved,
        /// At an entry, before the room that it was to be in.
        moved_room,
        /// Opens what else is said of an entry.
        more,
        /// Before the other entries that a person takes part in.
        also,
        /// The link to a recording of an entry that has no name.
        recording,
        /// The link to a page about an entry that has no name.
        page,
        /// The link to what belongs to an entry, such as slides, that has no name.
        material,
        /// At an entry, before the name of the language in which it is held.
        spoken,
        /// Opens the ways to take one's own programme along: calendar file, link and code.
        take,
        /// Shows the link to one's own programme as a QR code.
        code,
        /// Over the choice that comes with a link to a programme of somebody else.
        offer,
        /// Adds what the link brings to what is starred.
        merge,
        /// Stars what the link brings and nothing else.
        replace,
        /// Leaves what is starred as it was.
        dismiss,
        /// Something that was starred, here or by whoever made the link, was not found.
        gone,
        /// The browser has no place for what is starred: it is lost with the page.
        not_kept,
    }
}
