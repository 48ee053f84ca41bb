import { findModelConfig } from '../../db/models/modelConfigQueries.ts'
import type { Database } from '../../db/database.ts'
import { ModelConfigNotFoundError } from '../../models/modelErrors.ts'
import { readSettings, type SessionSettings } from '../../sessions/sessionSettings.ts'
import type { StorySettingsUpdate } from '../schemas/storySettings.ts'

/** The settings with a change; omitted ones stay. Throws `ModelConfigNotFoundError`. */
export async function changeSettings(
  db: Database,
  settings: SessionSettings,
  change: StorySettingsUpdate,
): Promise<SessionSettings> {
  const id = change.summaryModelConfigId
  if (id != null && (await findModelConfig(db, id)) === undefined) throw new ModelConfigNotFoundError()
  return readSettings({ ...settings, ...change })
}
