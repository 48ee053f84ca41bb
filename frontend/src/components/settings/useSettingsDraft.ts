import { useEffect, useState, useSyncExternalStore } from 'react'

import type { StorySettings, StorySettingsUpdate } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { createSettingsDraft, type SettingsDraft, type SettingsDraftView } from './settingsDraft.ts'

interface EditedSettings extends SettingsDraftView {
  readonly values: StorySettings
  readonly draft: SettingsDraft
}

/** The stored settings with what was chosen here. What is typed is saved when the page is left, too. */
export function useSettingsDraft(
  key: string,
  stored: StorySettings,
  save: (change: StorySettingsUpdate) => Promise<UserError | null>,
): EditedSettings {
  const [draft] = useState(() => createSettingsDraft(key, save))
  const view = useSyncExternalStore(draft.subscribe, draft.getView)
  useEffect(() => draft.settle(), [draft, stored])
  useEffect(() => () => void draft.commit(), [draft])
  return { ...view, values: { ...stored, ...view.change }, draft }
}
