import { commonText } from '../../text/common.ts'
import type { ModelConfig, Provider } from '../../types/api.ts'
import { isBuiltin } from './isBuiltin.ts'

/** What a reader should know about a model before choosing it. */
export function modelBadges(config: ModelConfig, provider: Provider | undefined): readonly string[] {
  const { apiKey, lastTest } = config
  return [
    ...(apiKey.source === 'unreadable' ? [commonText('badge.keyUnreadable')] : []),
    ...(apiKey.source === 'none' && provider?.apiKeyRequired === true ? [commonText('badge.noKey')] : []),
    ...(config.local && !isBuiltin(config.provider) ? [commonText('badge.local')] : []),
    ...(lastTest === null ? [] : [commonText(TEST_BADGES[lastTest.status])]),
  ]
}

const TEST_BADGES = { passed: 'badge.testPassed', warning: 'badge.testWarning', failed: 'badge.testFailed' } as const
