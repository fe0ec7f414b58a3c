// All that `handbill.js` loads as one: the program's glue, and the sessions. The release build makes one file of them.
import start, { Host, Reading } from './handbill-app.js'
import { begin, prepare, settle } from './handbill-source.js'

export * from './handbill-app.js'
export { Session } from './handbill-source.js'

/** Starts the program. In the release build it comes in pieces, and what each can do is done before the next is there. */
export default async (options) => {
  const steps = [() => begin(Reading), () => prepare(Host)]
  try {
    await start({ ...options, steps })
    settle(true)
  } catch (error) {
    settle(false)
    throw error
  }
  for (const step of steps) step()
}
