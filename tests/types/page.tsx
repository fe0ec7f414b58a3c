// A library that takes its tags from the global namespace, with none installed.
import type {} from 'handbill'

export const page = (
  <handbill-event src="event.json" time-zone="viewer" heading-level={3} refresh="5" loading="lazy">
    <handbill-event />
  </handbill-event>
)
// @ts-expect-error There is no such attribute.
export const misspelt = <handbill-event source="event.json" />
// @ts-expect-error There is no such clock.
export const odd = <handbill-event hour-cycle="h13" />
