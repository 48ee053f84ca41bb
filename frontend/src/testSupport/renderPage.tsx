import { render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'

import { ThemeProvider } from '../theme/ThemeProvider.tsx'

/** Shows something as the app would, at an address that no window has. */
export function renderPage(page: ReactNode, path = '/'): RenderResult {
  const { hook } = memoryLocation({ path })
  const App = ({ children }: { readonly children: ReactNode }) => (
    <ThemeProvider>
      <Router hook={hook}>{children}</Router>
    </ThemeProvider>
  )
  return render(page, { wrapper: App })
}
