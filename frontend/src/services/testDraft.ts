import type { ConnectionTest, ModelConfigDraft, TestStep } from '../types/api.ts'
import type { UserError } from '../types/userError.ts'
import { readLines } from './readLines.ts'
import { toUserError } from './toUserError.ts'

/** Tests a model; each step is reported when it is done. */
export async function testDraft(
  draft: ModelConfigDraft,
  onStep: (step: TestStep) => void,
  onLoading: () => void = () => undefined,
): Promise<{ readonly answer: ConnectionTest } | { readonly error: UserError }> {
  try {
    const headers = { 'content-type': 'application/json' }
    const request = new Request('/api/model-configs/test/steps', {
      method: 'POST',
      headers,
      body: JSON.stringify(draft),
    })
    const response = await fetch(request)
    if (!response.ok || response.body === null) {
      return { error: toUserError({ status: response.status, data: await response.json().catch(() => null) }) }
    }
    for await (const line of readLines(response.body)) {
      const received: unknown = JSON.parse(line)
      if (isResult(received)) return { answer: received }
      if (isStep(received)) onStep(received)
      else if (isLoading(received)) onLoading()
    }
  } catch {
    // A broken connection is reported as an unreachable server, below.
  }
  return { error: toUserError({ status: 'FETCH_ERROR', error: 'The test was interrupted.' }) }
}

const isResult = (received: unknown): received is ConnectionTest =>
  typeof received === 'object' && received !== null && 'steps' in received && 'testedAt' in received

const isLoading = (received: unknown): boolean =>
  typeof received === 'object' && received !== null && 'loading' in received

const isStep = (received: unknown): received is TestStep =>
  typeof received === 'object' && received !== null && 'step' in received
