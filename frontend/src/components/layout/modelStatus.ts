import type { ModelConfig } from '../../types/api.ts'
import { testLabel } from '../common/testLabel.ts'

interface ModelState {
  readonly words: string
  readonly isWrong: boolean
}

/** The one thing most worth knowing of a model: what keeps it from telling, or how its last test went. */
export function modelStatus({ provider, apiKey, lastTest }: ModelConfig, now: number): ModelState {
  if (provider === 'builtin') return { words: 'No AI, needs no key', isWrong: false }
  if (apiKey.source === 'unreadable') return { words: 'Key unreadable: enter it again', isWrong: true }
  if (lastTest !== null) return { words: testLabel(lastTest, now), isWrong: !lastTest.ok }
  return { words: KEYS[apiKey.source], isWrong: false }
}

const KEYS = {
  stored: 'With a key, not tested',
  environment: 'Key of the server, not tested',
  none: 'No key, not tested',
}
