import { DEFAULT_NARRATION, NarrationSettings } from '@llm-gamebook/story'
import { z } from 'zod'

/** What a model remembers of earlier turns: all of it, the journal of what happened alone, or nothing. */
export const MEMORY_MODES = ['full', 'journal', 'off'] as const

/** How a session is narrated and remembered. A change takes effect with the next turn. */
export interface SessionSettings extends NarrationSettings {
  readonly memory: (typeof MEMORY_MODES)[number]
  /** The model config that writes summaries; null for the one of the session. */
  readonly summaryModelConfigId: string | null
}

export const DEFAULT_SETTINGS: SessionSettings = {
  ...DEFAULT_NARRATION,
  memory: 'full',
  summaryModelConfigId: null,
}

const Memory = z.object({
  memory: z.enum(MEMORY_MODES).catch(DEFAULT_SETTINGS.memory),
  summaryModelConfigId: z.string().nullable().catch(null),
})

/** Settings as they are stored: what doesn't fit is the default. */
export function readSettings(stored: unknown): SessionSettings {
  const given = z.record(z.string(), z.unknown()).safeParse(stored).data ?? {}
  return { ...NarrationSettings.parse(given), ...Memory.parse(given) }
}
