// All that `handbill.js` loads as one: the program's glue, and the sessions. The release build makes one file of them.
import start, { Reading } from './handbill-app.js'
import { begin } from './handbill-source.js'

export * from './handbill-app.js'
export { Session } from './handbill-source.js'

/** Starts the program. In the release build, the part that reads documents is there before the rest. */
export default async (options) => {
  const early = () => begin(Reading)
  await start({ ...options, early })
  early()
}
