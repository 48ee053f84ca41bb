import type { Gamebook } from '../../gamebook/gamebook.ts'
import { DEFAULT_NARRATION, type NarrationSettings } from './narrationSettings.ts'

export type SettingKey = keyof NarrationSettings

/** A setting that the author has made, in the author's words. */
export interface FixedSetting {
  readonly key: SettingKey
  readonly text: string
}

export const SETTING_KEYS = ['person', 'tense', 'length', 'language', 'tone', 'content', 'dialogue'] as const

/** The settings that a player can't change, because the author has written their keys of the prompt. */
export function listFixedSettings(gamebook: Gamebook): readonly FixedSetting[] {
  return SETTING_KEYS.flatMap((key) => {
    const text = authorsText(gamebook, key)
    return text === null ? [] : [{ key, text }]
  })
}

/** Without what the player chose for settings that the author has made. */
export function openSettings(gamebook: Gamebook, settings: NarrationSettings): NarrationSettings {
  const fixed = Object.fromEntries(listFixedSettings(gamebook).map(({ key }) => [key, DEFAULT_NARRATION[key]]))
  return { ...settings, ...fixed }
}

/** In one line; null or an empty text leaves the setting to the player. */
export function authorsText({ prompt }: Gamebook, key: SettingKey): string | null {
  const text = prompt.get(key === 'tone' ? 'style' : key) ?? ''
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line === '' ? null : line
}
