import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { request } from './request.ts'
import { startProgram } from './startProgram.ts'

const BLOCKED_MS = 40

/** Blocks its event loop for a while when it gets a request for `/block`. */
const SERVER = `
  import { createServer } from 'node:http'
  const server = createServer((request, response) => {
    const end = performance.now() + ${BLOCKED_MS}
    while (request.url === '/block' && performance.now() < end);
    response.end()
  })
  server.listen(0, '127.0.0.1', () => console.log('at http://127.0.0.1:' + server.address().port))
`

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'llm-gamebook-program-'))
  file = join(folder, 'program.mjs')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('startProgram', () => {
  it('says how long the loop of a program was blocked, and how much processor time it took', async () => {
    writeFileSync(file, SERVER)
    const { url, probe, stop } = await startProgram([file])
    await request(`${url}/block`)
    const before = await probe.processorTime()
    await probe.watchLoop()
    await request(`${url}/block`)
    const { longestMs, busyMs } = await probe.readLoop()
    const after = await probe.processorTime()
    await stop()
    expect(longestMs).toBeGreaterThan(BLOCKED_MS - 2)
    expect(busyMs).toBeGreaterThan(BLOCKED_MS - 2)
    expect(after).toBeGreaterThan(before)
  })

  it('shows the log of a program that ends before it is ready', async () => {
    writeFileSync(file, `console.error('The disk is full.'); process.exit(1)`)
    await expect(startProgram([file])).rejects.toThrow(
      `${file} ended before it printed its address.\nThe disk is full.`,
    )
  })
})
