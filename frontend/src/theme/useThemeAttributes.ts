import { useLayoutEffect } from 'react'

import { useReaderPreferences } from './useReaderPreferences.ts'

/** Sets the reader's preferences as attributes of the root element, where `tokens.css` reads them. */
export function useThemeAttributes(): void {
  const { theme, size, measure, face } = useReaderPreferences()

  useLayoutEffect(() => {
    Object.assign(document.documentElement.dataset, { theme, size, measure, face })
  }, [theme, size, measure, face])
}
