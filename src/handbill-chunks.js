// Fetches the chunks of the program, in the release build alone. It says there which files each of them is made of.
import { initSync } from './handbill-app.js'
import program from './__wasm_split.js'

// Each file once for the whole page; one that could not be had is asked for again by the next who needs it.
const files = {}
const file = (name) =>
  (files[name] ??= instantiate(name).catch((error) => {
    delete files[name]
    throw error
  }))

const instantiate = async (name) => {
  const response = await fetch(new URL(name, import.meta.url))
  if (!response.ok) throw new Error(`${response.url}: status ${response.status}`)
  // Not by instantiateStreaming, which fails where a server does not know the type of these files.
  await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: initSync() })
}

/** Loads a chunk of these files, and tells the program by its own function table whether it is there. */
program.load = async (names, callback, data) => {
  const isThere = await Promise.all(names.map(file)).then(() => true, () => false)
  initSync().__indirect_function_table.get(callback)(data, isThere)
}
