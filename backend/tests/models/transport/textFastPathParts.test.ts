import type { ServerResponse } from 'node:http'
import { setImmediate as macrotask } from 'node:timers/promises'

import { describe, expect, it } from 'vitest'

import { createNodeFetch } from '../../../src/models/transport/nodeFetch.ts'
import { ANSWERS } from './answers.ts'
import { ASK, modelAt, fastPathModel } from './models.ts'
import { joined, partsOf } from './parts.ts'
import { startServer } from './startServer.ts'

describe.each(Object.entries(ANSWERS))('an answer with %s', (_, events) => {
  const bytes = Buffer.from(events.join(''))

  it.each<[string, readonly Uint8Array[]]>([
    ['event by event', events.map((event) => Buffer.from(event))],
    ['all at once', [bytes]],
    ['by bytes', cut(bytes, 1)],
    ['in pieces across events', cut(bytes, 97)],
    ['in large pieces across events', cut(bytes, 501)],
  ])('gives the same parts as the package when it arrives %s', async (_, pieces) => {
    const origin = await startServer((_, response) => void sendPieces(response, pieces))
    const alone = await modelAt(origin)(createNodeFetch()).doStream(ASK)
    const short = await fastPathModel(origin).doStream(ASK)
    expect(joined(await partsOf(short.stream))).toEqual(joined(await partsOf(alone.stream)))
  })
})

async function sendPieces(response: ServerResponse, pieces: readonly Uint8Array[]): Promise<void> {
  for (const piece of pieces) {
    response.write(piece)
    await macrotask()
  }
  response.end()
}

function cut(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  )
}
