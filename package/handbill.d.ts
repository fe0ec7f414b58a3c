// The element, its events and its documents, for TypeScript and for editors.

/** A text, as schema.org writes one: in words, as an object with a language or a name, or in a list of one. */
export type Text = string | number | null | {'@value': Text} | {name: Text} | Reference | readonly [Text]

/** One value or several: schema.org allows either everywhere. */
export type Many<T> = T | null | readonly (T | null)[]

/** Another object of the same document, by its `@id`. */
export interface Reference {
  '@id': string
}

/** An address that begins with `https:`, `http:` or `mailto:`, or is relative to the document. */
export type Link = string | {url: string} | {contentUrl: string} | Reference

/**
 * A time: `2027-02-14T12:30` in the document's `timeZone`, `12:30` on the day before it in the document,
 * `2027-02-14`, `2027-02-14T12:30+01:00`, or `2027-02-14T12:30[Europe/Berlin]`. In a document without any zone, days and
 * times are on the clock of each visitor.
 */
export type Time = string | null | {'@value': string} | readonly [string]

/** A word of a list, in Handbill's spelling, in schema.org's, or as schema.org's address of it. */
export type Word<Known extends string> = Known | `https://schema.org/${string}` | `http://schema.org/${string}` | {'@id': string}

/** The text of several paragraphs: separated by blank lines, or as a list. */
export type Paragraphs = Text | readonly string[]

interface Thing {
  '@type'?: unknown
  '@id'?: string
  /** schema.org has many more properties; those that Handbill does not know are passed over. */
  [property: string]: unknown
}

/** Somebody's name, or more about them. */
export interface Person extends Thing {
  name?: Text
  givenName?: Text
  familyName?: Text
  /** What stands before the name: "Ms". */
  honorificPrefix?: Text
  /** What stands after the name: "PhD". */
  honorificSuffix?: Text
  jobTitle?: Text
  affiliation?: Text
  worksFor?: Text
  url?: Many<Link>
  /** The part they play: "moderator". */
  roleName?: Text
}

/** Where an event takes place. */
export interface Place extends Thing {
  name?: Text
  address?: unknown
  url?: Many<Link>
}

/** Who stands behind an event. */
export interface Organization extends Thing {
  name?: Text
  givenName?: Text
  familyName?: Text
  url?: Many<Link>
}

/** A picture and what is to be seen. */
export interface Image extends Thing {
  url?: Link
  contentUrl?: Link
  caption?: Text
  description?: Text
  width?: unknown
  height?: unknown
}

/** How to take part. */
export interface Registration extends Thing {
  url?: Many<Link>
  /** When it opens; schema.org's `validFrom`. */
  opens?: Time
  /** When it closes; schema.org's `validThrough`. */
  closes?: Time
  validFrom?: Time
  validThrough?: Time
  availability?: Word<'InStock' | 'LimitedAvailability' | 'OnlineOnly' | 'InStoreOnly' | 'PreOrder' | 'PreSale' | 'SoldOut' | 'OutOfStock' | 'Discontinued' | 'BackOrder' | 'open' | 'full' | 'waiting list'>
}

/** A headed text. */
export interface Section extends Thing {
  name?: Text
  description?: Paragraphs
}

type Status = Word<'scheduled' | 'cancelled' | 'postponed' | 'rescheduled' | 'moved online' | 'EventScheduled' | 'EventCancelled' | 'EventPostponed' | 'EventRescheduled' | 'EventMovedOnline'>
type Mode = Word<'online' | 'on-site' | 'mixed' | 'OnlineEventAttendanceMode' | 'OfflineEventAttendanceMode' | 'MixedEventAttendanceMode'>

interface Schedule extends Thing {
  startDate?: Time
  endDate?: Time
  /** How long it takes, where there is no `endDate`: `PT90M`, `PT8H`, `P2D` (ISO 8601). */
  duration?: Text
  eventStatus?: Status
  description?: Paragraphs
  performer?: Many<string | Person | Reference>
  contributor?: Many<string | Person | Reference>
  url?: Many<Link>
  /** Where it can be watched afterwards. */
  recording?: Many<Link>
}

/** An entry of the programme. */
export interface EventEntry extends Schedule {
  name?: Text
  /** What kind of entry: "workshop". */
  format?: Text
  /** What runs beside other tracks. */
  track?: Text
  /** The room. */
  location?: Many<string | number | Place | Reference>
}

/** A document: a schema.org `Event`, or Handbill's shorter form of one. */
export interface EventDocument extends Schedule {
  /** The address of `event.schema.json`, for editors. */
  $schema?: string
  '@context'?: unknown
  name: Text
  startDate: Time
  /** The motto under the title. */
  theme?: Text
  /** Words in other languages, by BCP 47 tag: parts of the document, which take the place of its own. */
  translations?: {[tag: string]: object}
  /** The zone of every time that names none: `Europe/Berlin`; or an offset that never changes: `+06:00`. */
  timeZone?: Text
  /** Until when the night belongs to the day before: `04:00`, unless something else stands here. */
  dayChange?: Text
  previousStartDate?: Time
  eventAttendanceMode?: Mode
  image?: Many<string | Image | Reference>
  organizer?: Many<string | Organization | Reference>
  location?: Many<string | Place | Reference>
  registration?: Many<string | (Registration & {url: Many<Link>})>
  offers?: Many<string | Registration | Reference>
  recordedIn?: Many<Link>
  programmeStatus?: Word<'draft' | 'preliminary' | 'provisional' | 'final'>
  subEvent?: Many<string | EventEntry | Reference>
  about?: Many<string | Section>
}

/** A document of JSON-LD whose objects stand side by side. */
export interface EventGraph {
  '@context'?: unknown
  '@graph': readonly object[]
}

/** Something with an event in one of its properties: the `mainEntity` of a page, the `event` of a place. */
export interface AroundEvent {
  '@context'?: unknown
  '@type': string | readonly string[]
  [property: string]: unknown
}

/** The attributes of `<handbill-event>`; each works as `data-…` on the `<script>` and the `<div>` too. */
export interface HandbillEventAttributes {
  /** The address of the event document, or `#id` of a script on the page. */
  src?: string
  /** `viewer`, `event`, or an IANA identifier. Left out: `event` for events on site, else `viewer`. */
  'time-zone'?: 'viewer' | 'event' | (string & {})
  /** A BCP 47 tag. Left out: the nearest `lang`, else the browser's. */
  lang?: string
  /** Left out: what the language uses. */
  'hour-cycle'?: 'h12' | 'h23'
  view?: 'list' | 'grid'
  /** An RFC 3339 timestamp: freezes the clock, for previews and tests. */
  now?: string
  /** The level of the title, 1 to 6. Left out: 2. */
  'heading-level'?: 1 | 2 | 3 | 4 | 5 | 6 | '1' | '2' | '3' | '4' | '5' | '6'
  /** Left out: `auto`, which follows the page. */
  'color-scheme'?: 'light' | 'dark' | 'auto'
  /** Minutes between two readings of `src`. Left out: it is read once. */
  refresh?: number | `${number}`
  /** Describes the event to search engines, in the page's head. */
  'json-ld'?: boolean | ''
  /** `lazy` waits until the element is nearly in view. */
  loading?: 'eager' | 'lazy'
}

/** The element. It defines itself; the class has no name of its own on the page. */
declare class HandbillEventElement extends HTMLElement {
  /** The document as an object; setting it takes the place of `src`. */
  event: EventDocument | EventGraph | AroundEvent | readonly object[] | undefined
  /** Reads the document again. */
  refresh(): Promise<void>
}
export type {HandbillEventElement}

/** One thing that is wrong with a document, or with loading it. */
export interface HandbillProblem {
  /** Where: `subEvent[2].startDate`; empty for the document as a whole. */
  path: string
  /** What is wrong, and what to write instead. */
  message: string
}

/** What Handbill tells a page. All of them bubble and cross the shadow root. */
export interface HandbillEventMap {
  /** A document is shown. */
  'handbill:load': CustomEvent<undefined>
  /** Something is wrong with the document, or with loading it. */
  'handbill:error': CustomEvent<{problems: HandbillProblem[]}>
  /** The event is ahead, on, or over: told at first and with each change. */
  'handbill:phase': CustomEvent<{phase: 'upcoming' | 'live' | 'ended'}>
  /** A visitor is about to follow the registration link; cancelable. */
  'handbill:register': CustomEvent<{url: string}>
  /** A visitor is about to add something to a calendar; cancelable. */
  'handbill:calendar': CustomEvent<{url: string}>
}

declare global {
  interface HTMLElementTagNameMap {
    'handbill-event': HandbillEventElement
  }
  // They bubble, so every element around Handbill's and the document itself hears them.
  interface HTMLElementEventMap extends HandbillEventMap {}
  interface DocumentEventMap extends HandbillEventMap {}

  // For every library that takes its tags from the global namespace.
  namespace JSX {
    interface IntrinsicElements {
      'handbill-event': HandbillEventAttributes & {
        id?: string
        class?: string
        style?: unknown
        ref?: unknown
        key?: unknown
        slot?: string
        event?: HandbillEventElement['event']
        children?: unknown
      }
    }
  }
}

// @ts-ignore React need not be there.
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore The same.
      'handbill-event': import('react').DetailedHTMLProps<import('react').HTMLAttributes<HandbillEventElement>, HandbillEventElement> &
        HandbillEventAttributes & {
          class?: string
          event?: HandbillEventElement['event']
        } & {
          // React listens by the names of events as they are.
          [Name in keyof HandbillEventMap as `on${Name}`]?: (event: HandbillEventMap[Name]) => void
        }
    }
  }
}
