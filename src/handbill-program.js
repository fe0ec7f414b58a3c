// All that `handbill.js` loads as one: the program's glue, and the sessions. The release build makes one file of them.
export * from './handbill-app.js'
export { default } from './handbill-app.js'
export { Session } from './handbill-source.js'
