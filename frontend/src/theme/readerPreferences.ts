/** The display settings, stored on this device. */
export interface ReaderPreferences {
  readonly theme: 'system' | 'paper' | 'lamplight'
  readonly size: 'small' | 'normal' | 'large' | 'larger'
  readonly measure: 'narrow' | 'normal' | 'wide'
  readonly face: 'serif' | 'sans'
  /** Reading: the player view. Workshop: the author view, with every receipt, its conditions, payloads and ids. */
  readonly view: 'reading' | 'workshop'
  /** What can be done now, below the newest answer. */
  readonly suggestions: 'shown' | 'hidden'
}

export const READER_CHOICES: { readonly [K in keyof ReaderPreferences]: readonly ReaderPreferences[K][] } = {
  theme: ['system', 'paper', 'lamplight'],
  size: ['small', 'normal', 'large', 'larger'],
  measure: ['narrow', 'normal', 'wide'],
  face: ['serif', 'sans'],
  view: ['reading', 'workshop'],
  suggestions: ['shown', 'hidden'],
}

export const DEFAULT_PREFERENCES: ReaderPreferences = {
  theme: 'system',
  size: 'normal',
  measure: 'normal',
  face: 'serif',
  view: 'reading',
  suggestions: 'shown',
}

/** Stored values may be old or invalid: each one that is not a choice falls back to its default. */
export function parsePreferences(stored: string | null): ReaderPreferences {
  const values = parseObject(stored)
  return {
    theme: pick('theme', values),
    size: pick('size', values),
    measure: pick('measure', values),
    face: pick('face', values),
    view: pick('view', values),
    suggestions: pick('suggestions', values),
  }
}

function pick<K extends keyof ReaderPreferences>(key: K, values: Record<string, unknown>): ReaderPreferences[K] {
  return READER_CHOICES[key].find((choice) => choice === values[key]) ?? DEFAULT_PREFERENCES[key]
}

function parseObject(stored: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
