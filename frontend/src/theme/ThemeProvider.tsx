import { MantineProvider } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useLayoutEffect } from 'react'

import { theme } from './theme.ts'
import { useReaderPreferences } from './useReaderPreferences.ts'

interface ThemeProviderProps {
  readonly children: ReactNode
}

/** Puts the reader's preferences on the root element, where `tokens.css` reads them. */
export function ThemeProvider({ children }: ThemeProviderProps) {
  const preferences = useReaderPreferences()
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false })
  const isDark = preferences.theme === 'lamplight' || (preferences.theme === 'system' && systemIsDark)

  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    dataset.theme = preferences.theme
    dataset.size = preferences.size
    dataset.measure = preferences.measure
    dataset.face = preferences.face
  }, [preferences])

  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={isDark ? 'dark' : 'light'}
      withCssVariables={false}
      withGlobalClasses={false}
      withStaticClasses={false}
    >
      {children}
    </MantineProvider>
  )
}
