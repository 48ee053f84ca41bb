import { describe, expect, it } from 'vitest'

import { connectionTest } from '../testSupport/modelBuilders.ts'
import { stubServer } from '../testSupport/stubServer.ts'
import type { TestStep } from '../types/api.ts'
import { testDraft } from './testDraft.ts'

const DRAFT = { provider: 'openai', modelName: 'quill-large' } as const
const test = connectionTest()
const LINES = [...test.steps, test].map((line) => `${JSON.stringify(line)}\n`).join('')

/** The lines cut into pieces anywhere, also inside of a line. */
function inPieces(text: string, length: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += length) controller.enqueue(bytes.slice(at, at + length))
      controller.close()
    },
  })
}

async function run(respond: () => Response) {
  const requests = stubServer(respond)
  const steps: TestStep[] = []
  const asked = await testDraft(DRAFT, (step) => steps.push(step))
  return { requests, steps, asked }
}

describe('a test of a draft', () => {
  it.each([1, 7, 100_000])('reports each step and the result in chunks of %i bytes', async (length) => {
    const { requests, steps, asked } = await run(() => new Response(inPieces(LINES, length)))
    expect(requests).toEqual(['POST /api/model-configs/test/steps'])
    expect(steps).toEqual(test.steps)
    expect(asked).toEqual({ answer: test })
  })

  it('that is rejected says why', async () => {
    const refusal = { code: 'invalid-input', detail: 'Some values are refused.', hint: 'See the fields.' }
    const { asked } = await run(() => Response.json(refusal, { status: 422 }))
    expect(asked).toEqual({ error: refusal })
  })

  it('that ends without a result says so', async () => {
    const { asked } = await run(() => new Response(inPieces(LINES.slice(0, 90), 10)))
    expect(asked).toMatchObject({ error: { code: 'server-unreachable' } })
  })
})
