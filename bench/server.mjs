// The web server of the benchmark: everything from memory, compressed beforehand as well as brotli can, with the headers
// that the README asks for, and a log of what was asked.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

const compress = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })

const stored = (path, bytes) => {
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`
  return { type: TYPES[extname(path)], body: compress(Buffer.from(bytes)), etag }
}

export class Site {
  #files = new Map()
  #server = createServer((request, response) => this.#answer(request, response))
  // What was asked since somebody emptied it.
  log = []

  // The release build of Handbill, and the script of the page without it.
  constructor(dist, script) {
    for (const name of readdirSync(dist))
      if (['.js', '.wasm'].includes(extname(name))) this.add(`/handbill/${name}`, readFileSync(join(dist, name)))
    this.add('/vanilla.js', readFileSync(script))
  }

  add(path, bytes) {
    if (!this.#files.has(path)) this.#files.set(path, stored(path, bytes))
  }

  // The pages of one programme, and its document beside them.
  addProgramme(programme, contenders) {
    this.add(`/${programme.name}/event.json`, JSON.stringify(programme.document))
    for (const contender of contenders) this.add(`/${programme.name}/${contender.name}.html`, contender.page(programme))
  }

  addressOf(programme, contender) {
    return `http://127.0.0.1:${this.#server.address().port}/${programme.name}/${contender.name}.html`
  }

  async open() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  close() {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #answer(request, response) {
    const path = request.url.split('?')[0]
    const file = this.#files.get(path)
    const entry = { path, status: 404, bytes: 0 }
    this.log.push(entry)
    if (!file) {
      response.writeHead(404).end()
      return
    }
    const headers = { 'cache-control': 'no-cache', etag: file.etag }
    if (request.headers['if-none-match'] === file.etag) {
      entry.status = 304
      response.writeHead(304, headers).end()
      return
    }
    Object.assign(entry, { status: 200, bytes: file.body.length })
    response.writeHead(200, { ...headers, 'content-type': file.type, 'content-encoding': 'br', 'content-length': file.body.length })
    response.end(file.body)
  }
}
