import { settingsText } from '../../text/storySettings.ts'
import type { StorySettings } from '../../types/api.ts'

export const PERSONS: Readonly<Record<NonNullable<StorySettings['person']>, string>> = {
  first: settingsText('person.first'),
  second: settingsText('person.second'),
  third: settingsText('person.third'),
}
export const TENSES: Readonly<Record<NonNullable<StorySettings['tense']>, string>> = {
  present: settingsText('tense.present'),
  past: settingsText('tense.past'),
}
export const DIALOGUES: Readonly<Record<NonNullable<StorySettings['dialogue']>, string>> = {
  little: settingsText('dialogue.little'),
  some: settingsText('dialogue.some'),
  much: settingsText('dialogue.much'),
}
export const MEMORIES = [
  { value: 'full', label: settingsText('memory.full'), hint: settingsText('memory.fullHint') },
  { value: 'journal', label: settingsText('memory.journal'), hint: settingsText('memory.journalHint') },
  { value: 'off', label: settingsText('memory.off'), hint: settingsText('memory.offHint') },
] as const
export const DRIFT_CHECKS = [
  { value: 'mark', label: settingsText('driftCheck.mark'), hint: settingsText('driftCheck.markHint') },
  { value: 'repair', label: settingsText('driftCheck.repair'), hint: settingsText('driftCheck.repairHint') },
  { value: 'off', label: settingsText('driftCheck.off'), hint: settingsText('driftCheck.offHint') },
] as const
export const LENGTHS = { short: 60, medium: 120, long: 250 } as const

/** The limits of the server. */
export const SETTING_LIMITS = { language: 60, tone: 100, content: 300, length: { min: 30, max: 600 } } as const
