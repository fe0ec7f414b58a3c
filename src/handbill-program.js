// All that `handbill.js` loads as one: the program's glue, and the sessions. The release build makes one file of them.
import start, { Host, Reading } from './handbill-app.js'
import { begin, prepare, settle } from './handbill-source.js'

export * from './handbill-app.js'
export { Session } from './handbill-source.js'

/** Starts the program. */
export default async (options) => {
  try {
    await start(options)
    settle(true)
  } catch (error) {
    settle(false)
    throw error
  }
  begin(Reading)
  prepare(Host)
}
