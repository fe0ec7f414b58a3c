// React, which listens to events by their names as they are.
import type { EventDocument, HandbillEventElement } from 'handbill'
import { useRef } from 'react'

const event: EventDocument = { name: 'Open day', startDate: '2027-02-14' }

export function Announcement() {
  const element = useRef<HandbillEventElement>(null)
  return (
    <div className="around">
      <handbill-event
        ref={element}
        className="wide"
        event={event}
        lang="fr"
        color-scheme="dark"
        onhandbill:register={(event) => event.detail.url.length}
        onhandbill:error={({ detail }) => detail.problems.length}
        onClick={() => element.current?.refresh()}
      >
        <p>Open day, 14 February 2027</p>
      </handbill-event>
      {/* @ts-expect-error There is no such colour scheme. */}
      <handbill-event color-scheme="blue" />
      {/* @ts-expect-error There is no such event. */}
      <handbill-event onhandbill:regsiter={() => undefined} />
    </div>
  )
}
