import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

import { addPack, type BlockPack, readPacks, streamFrom } from '../../src/requests/blockStream.ts'

/** Packs the texts of one request after the other. */
async function packAll(requests: readonly (readonly string[])[], first: number): Promise<readonly BlockPack[]> {
  let stream = streamFrom(first)
  const packs: BlockPack[] = []
  for (const texts of requests) {
    const added = await addPack(stream, texts)
    packs.push(added.pack)
    stream = added.stream
  }
  return packs
}

const startsOf = (packs: readonly BlockPack[]) => [...Map.groupBy(packs, ({ start }) => start).values()]

/** A deflated pack, as version 0.1 wrote it. */
const deflate = (text: string, dictionary?: Buffer): Buffer =>
  deflateRawSync(text, { level: 9, memLevel: 9, ...(dictionary !== undefined && { dictionary }) })

describe('packed blocks', () => {
  it('are read again, also after a new start', async () => {
    const texts = Array.from({ length: 260 }, (_, at) => [
      `{"n":${at},"text":"${'rain on the roof '.repeat(500)}"}`,
      `${at} ü`,
    ])
    const packs = await packAll(texts, 7)
    expect(startsOf(packs).length).toBeGreaterThan(1)
    const found = new Map(startsOf(packs).flatMap((group) => [...readPacks(group)]))
    expect([...found]).toEqual(texts.flat().map((text, at) => [7 + at, text]))
  })

  it('take little for what a session has sent before', async () => {
    const long = Array.from({ length: 20_000 }, (_, at) => `word${(at * 7919) % 4999}`).join(' ')
    const [first, again] = await packAll([[long], [`{"summary":"${long}"}`]], 0)
    expect(again?.bytes.length).toBeLessThan(Number(first?.bytes.length) / 50)
  })

  it('of earlier versions are still read', () => {
    const [one, two] = [
      '{"role":"system","content":"You narrate."}\0,{"n":1}',
      '{"role":"user","content":"You narrate."}',
    ]
    const packs = [
      { first: 3, blocks: 2, start: 3, bytes: deflate(one) },
      { first: 5, blocks: 1, start: 3, bytes: deflate(two, Buffer.from(one)) },
    ]
    expect([...readPacks(packs)]).toEqual([
      [3, '{"role":"system","content":"You narrate."}'],
      [4, ',{"n":1}'],
      [5, two],
    ])
  })
})
