import type { StorySettings, StorySettingsUpdate } from '../../types/api.ts'

type Key = keyof StorySettings

const isText = (value: unknown): boolean => value === null || typeof value === 'string'
const isOneOf =
  (...values: readonly unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value)

const fits: Readonly<Record<Key, (value: unknown) => boolean>> = {
  person: isOneOf(null, 'first', 'second', 'third'),
  tense: isOneOf(null, 'present', 'past'),
  length: (value) => value === null || typeof value === 'number',
  language: isText,
  tone: isText,
  content: isText,
  dialogue: isOneOf(null, 'little', 'some', 'much'),
  memory: isOneOf('full', 'journal', 'off'),
  summaryModelConfigId: isText,
  driftCheck: isOneOf('off', 'mark', 'repair'),
}

const isKey = (key: string): key is Key => Object.hasOwn(fits, key)

/** The keys of a change that have a value. */
export const keysOf = (change: StorySettingsUpdate): readonly Key[] => Object.keys(change).filter(isKey)

/** A change that a draft has kept. What does not fit is left out. */
export function readSettingsChange(text: string): StorySettingsUpdate {
  try {
    const stored: unknown = JSON.parse(text)
    return isChange(stored) ? stored : {}
  } catch {
    return {}
  }
}

function isChange(stored: unknown): stored is StorySettingsUpdate {
  if (typeof stored !== 'object' || stored === null) return false
  return Object.entries(stored).every(([key, value]) => isKey(key) && fits[key](value))
}

export function pickSettings(change: StorySettingsUpdate, keys: ReadonlySet<string>): StorySettingsUpdate {
  return Object.fromEntries(Object.entries(change).filter(([key]) => keys.has(key)))
}
