import { useState } from 'react'

import { readDraft, writeDraft } from '../../hooks/storedDraft.ts'
import type { StorySettingsUpdate } from '../../types/api.ts'
import { keysOf, readSettingsChange } from '../settings/settingsChange.ts'

/** The draft of the settings for a new session of a gamebook, kept for the life of the tab. */
export const startSettingsKey = (gamebookId: string): string => `start-settings:${gamebookId}`

interface StartSettings {
  /** What differs from the settings of new sessions; null if nothing does. */
  readonly chosen: StorySettingsUpdate | null
  readonly choose: (change: StorySettingsUpdate) => void
}

export function useStartSettings(gamebookId: string): StartSettings {
  const [change, setChange] = useState(() => readSettingsChange(readDraft(startSettingsKey(gamebookId))))
  return {
    chosen: keysOf(change).length === 0 ? null : change,
    choose(more) {
      const next = { ...change, ...more }
      setChange(next)
      writeDraft(startSettingsKey(gamebookId), JSON.stringify(next))
    },
  }
}
