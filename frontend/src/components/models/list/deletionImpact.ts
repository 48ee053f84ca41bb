import { commonText } from '../../../text/common.ts'
import type { ModelConfig } from '../../../types/api.ts'

/** What happens to the model's sessions and to its key when it is deleted. */
export function deletionImpact(config: ModelConfig, configs: readonly ModelConfig[]): string {
  const sessions = impactOnSessions(config.sessionCount, configs.find(({ id }) => id !== config.id)?.name)
  return config.apiKey.source === 'stored' ? `${sessions} ${commonText('deleteModel.key')}` : sessions
}

function impactOnSessions(count: number, replacement: string | undefined): string {
  if (count === 0) return commonText('deleteModel.unused')
  return replacement === undefined
    ? commonText('deleteModel.noReplacement', { count })
    : commonText('deleteModel.replaced', { count, replacement })
}
