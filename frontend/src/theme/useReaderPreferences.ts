import { useSyncExternalStore } from 'react'

import { preferencesStore } from './preferencesStore.ts'
import type { ReaderPreferences } from './readerPreferences.ts'

export function useReaderPreferences(): ReaderPreferences {
  return useSyncExternalStore(preferencesStore.subscribe, preferencesStore.get)
}
