import { commonText } from '../../text/common.ts'
import { layoutText } from '../../text/layout.ts'
import type { ModelConfig } from '../../types/api.ts'
import { testLabel } from '../common/testLabel.ts'
import { isBuiltin } from '../common/isBuiltin.ts'

interface ModelStatus {
  readonly label: string
  readonly isWrong: boolean
}

/** The most important fact about a model: what keeps it from narrating, or the result of its last test. */
export function modelStatus({ provider, apiKey, lastTest }: ModelConfig, now: number): ModelStatus {
  if (isBuiltin(provider)) return { label: layoutText('models.builtin'), isWrong: false }
  if (apiKey.source === 'unreadable') return { label: commonText('key.unreadable'), isWrong: true }
  if (lastTest !== null) return { label: testLabel(lastTest, now), isWrong: lastTest.status === 'failed' }
  return { label: layoutText(KEYS[apiKey.source]), isWrong: false }
}

const KEYS = { stored: 'models.storedKey', environment: 'models.serverKey', none: 'models.noKey' } as const
