import { parsePreferences, type ReaderPreferences } from './readerPreferences.ts'

const STORAGE_KEY = 'llm-gamebook:reader'

const listeners = new Set<() => void>()
let current = parsePreferences(read())

/** The reader's preferences, shared by all tabs. */
export const preferencesStore = {
  get: (): ReaderPreferences => current,

  set(change: Partial<ReaderPreferences>): void {
    current = { ...current, ...change }
    write(JSON.stringify(current))
    for (const listener of listeners) listener()
  },

  subscribe: (listener: () => void): (() => void) => {
    const handleStorage = (event: StorageEvent) => {
      if (event.key !== STORAGE_KEY) return
      current = parsePreferences(event.newValue)
      listener()
    }
    listeners.add(listener)
    window.addEventListener('storage', handleStorage)
    return () => {
      listeners.delete(listener)
      window.removeEventListener('storage', handleStorage)
    }
  },
}

function read(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY)
  } catch {
    return null
  }
}

function write(text: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, text)
  } catch {
    // Without storage the choice is kept until the page is left.
  }
}
