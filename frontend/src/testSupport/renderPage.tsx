import { render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'

import { useThemeAttributes } from '../theme/useThemeAttributes.ts'

/** Renders a page with the app's providers, at a path of its own router. */
export function renderPage(page: ReactNode, path = '/'): RenderResult {
  const { hook } = memoryLocation({ path })
  const App = ({ children }: { readonly children: ReactNode }) => {
    useThemeAttributes()
    return <Router hook={hook}>{children}</Router>
  }
  return render(page, { wrapper: App })
}
