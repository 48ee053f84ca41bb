import type { ModelConfig } from '../../../types/api.ts'

/** What deleting a model loses and what it does not. */
export function deletionImpact(config: ModelConfig, configs: readonly ModelConfig[]): string {
  const heir = configs.find(({ id }) => id !== config.id)
  const key = config.apiKey.source === 'stored' ? ' Its stored key is lost.' : ''
  return `${tellSessions(config.sessionCount, heir?.name ?? null)}${key}`
}

function tellSessions(count: number, heir: string | null): string {
  if (count === 0) return 'No session uses it.'
  const sessions = `${WORDS[count] ?? count} ${count === 1 ? 'session' : 'sessions'}`
  return heir === null
    ? `${sessions} can be read on, and told on once there is another model.`
    : `${sessions} will use “${heir}” instead.`
}

const WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve']
