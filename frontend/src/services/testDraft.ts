import type { ConnectionTest, ModelConfigDraft, TestStep } from '../types/api.ts'
import type { UserError } from '../types/userError.ts'
import { toUserError } from './toUserError.ts'

/** Asks a model step by step; a step is told when it is done. */
export async function testDraft(
  draft: ModelConfigDraft,
  onStep: (step: TestStep) => void,
): Promise<{ readonly answer: ConnectionTest } | { readonly trouble: UserError }> {
  try {
    const headers = { 'content-type': 'application/json' }
    const request = new Request('/api/model-configs/test/steps', {
      method: 'POST',
      headers,
      body: JSON.stringify(draft),
    })
    const response = await fetch(request)
    if (!response.ok || response.body === null) {
      return { trouble: toUserError({ status: response.status, data: await response.json().catch(() => null) }) }
    }
    for await (const line of readLines(response.body)) {
      const told: unknown = JSON.parse(line)
      if (isResult(told)) return { answer: told }
      if (isStep(told)) onStep(told)
    }
  } catch {
    // Told as what it is to the person: nobody answers.
  }
  return { trouble: toUserError({ status: 'FETCH_ERROR', error: 'The test broke off.' }) }
}

async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

const isResult = (told: unknown): told is ConnectionTest =>
  typeof told === 'object' && told !== null && 'steps' in told && 'testedAt' in told

const isStep = (told: unknown): told is TestStep => typeof told === 'object' && told !== null && 'step' in told
