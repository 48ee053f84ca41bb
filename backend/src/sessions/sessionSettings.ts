import { DEFAULT_NARRATION, NarrationSettings } from '@llm-gamebook/story'
import { z } from 'zod'

/** What a model remembers of earlier turns: all of it, the journal of what happened alone, or nothing. */
export const MEMORY_MODES = ['full', 'journal', 'off'] as const

/**
 * Whether answers are compared with the state of the story: what differs is marked, or the answer is written once more
 * before it is shown.
 */
export const DRIFT_CHECKS = ['off', 'mark', 'repair'] as const

/** How a session is narrated, remembered and checked. A change takes effect with the next turn. */
export interface SessionSettings extends NarrationSettings {
  readonly memory: (typeof MEMORY_MODES)[number]
  /** The model config that writes summaries; null for the one of the session. */
  readonly summaryModelConfigId: string | null
  readonly driftCheck: (typeof DRIFT_CHECKS)[number]
}

export const DEFAULT_SETTINGS: SessionSettings = {
  ...DEFAULT_NARRATION,
  memory: 'full',
  summaryModelConfigId: null,
  driftCheck: 'mark',
}

const Further = z.object({
  memory: z.enum(MEMORY_MODES).catch(DEFAULT_SETTINGS.memory),
  summaryModelConfigId: z.string().nullable().catch(null),
  driftCheck: z.enum(DRIFT_CHECKS).catch(DEFAULT_SETTINGS.driftCheck),
})

/** Settings as they are stored: what doesn't fit is the default. */
export function readSettings(stored: unknown): SessionSettings {
  const given = z.record(z.string(), z.unknown()).safeParse(stored).data ?? {}
  return { ...NarrationSettings.parse(given), ...Further.parse(given) }
}
