import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { describe, expect, it, vi } from 'vitest'

import { gamebook } from '../../testSupport/builders.ts'
import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import type { Diagnostic } from '../../types/api.ts'
import { GamebookPage } from './GamebookPage.tsx'

const unknownId: Diagnostic = {
  code: 'unknown-id',
  severity: 'error',
  file: 'llm-gamebook.yaml',
  line: 18,
  column: 22,
  path: 'entities[2]',
  message: "There is no entity 'gaet'.",
  hint: "Did you mean 'gate'?",
  related: [],
}

function show(change: Partial<ComponentProps<typeof GamebookPage>> = {}) {
  const onStart = vi.fn()
  const { container } = renderPage(
    <GamebookPage
      gamebook={gamebook()}
      sessions={null}
      narrator="Built-in narrator · no AI"
      settings={null}
      isStarting={false}
      error={null}
      onStart={onStart}
      check={null}
      {...change}
    />,
  )
  return { container, onStart, user: userEvent.setup() }
}

describe('the page of a gamebook', () => {
  it('shows the details, and the narrator’s name beside the start button', async () => {
    const { container, onStart, user } = show()
    expect(screen.getByRole('heading', { level: 1, name: 'The Garden Gate' })).toBeVisible()
    expect(screen.getByText('by Nobody')).toBeVisible()
    expect(screen.getByText('Built-in narrator · no AI')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Start' }))
    expect(onStart).toHaveBeenCalledOnce()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('says the language and the license, and warns of content before the start', async () => {
    const contentWarnings = ['Ertrinken', 'eine tote Möwe']
    const { container } = show({ gamebook: gamebook({ language: 'de', license: 'CC BY 4.0', contentWarnings }) })
    expect(screen.getByText('Language: German')).toBeVisible()
    expect(screen.getByText('License: CC BY 4.0')).toBeVisible()
    const warnings = screen.getByText('Ertrinken, eine tote Möwe')
    expect(warnings.parentElement).toHaveTextContent('Content warnings: Ertrinken, eine tote Möwe')
    const start = screen.getByRole('button', { name: 'Start' })
    expect(warnings.compareDocumentPosition(start)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    for (const inGerman of [warnings, screen.getByRole('heading', { level: 1 }), screen.getByText(/^A child finds/)])
      expect(inGerman).toHaveAttribute('lang', 'de')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('has no word about a license or content where there is none', () => {
    const { container } = show()
    expect(container.textContent).not.toMatch(/License|Content warnings|suggestion/)
  })

  it('answers a click at once, and only once', () => {
    show({ isStarting: true })
    expect(screen.getByRole('button', { name: 'Opening…' })).toBeDisabled()
  })

  it('says why it could not be started', () => {
    show({ error: { code: 'no-model', detail: 'Nobody can tell it.', hint: 'Create new model.' } })
    expect(screen.getByRole('alert')).toHaveTextContent('Nobody can tell it.Create new model.')
  })

  it('shows the sessions, and only the endings found', async () => {
    const { container } = show({
      gamebook: gamebook({ endings: { found: 1, total: 3 }, endingTitlesFound: ['Lanterns'], sessionCount: 3 }),
      sessions: <p>Three sessions</p>,
    })
    expect(screen.getByText('Three sessions')).toBeVisible()
    expect(screen.getByRole('region', { name: 'Endings' })).toHaveTextContent('1 of 3 foundLanternsand 2 more')
    expect(screen.getByRole('button', { name: 'Start a new session' })).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('only counts the endings until one is found', () => {
    show({ gamebook: gamebook({ sessionCount: 1 }) })
    expect(screen.getByRole('region', { name: 'Endings' })).toHaveTextContent(/^Endings0 of 3 found$/)
  })

  it('shows the author of a broken gamebook what to fix and where', async () => {
    const { container } = show({ gamebook: gamebook({ playable: false, errorCount: 1, diagnostics: [unknownId] }) })
    expect(screen.queryByRole('button', { name: 'Start' })).toBeNull()
    expect(screen.getByText('llm-gamebook.yaml, line 18, column 22')).toBeVisible()
    expect(screen.getByText("There is no entity 'gaet'.")).toBeVisible()
    expect(screen.getByText("Did you mean 'gate'?")).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('says what happens to the sessions of a broken gamebook, if there are any', () => {
    const words = 'Your sessions continue with the last version that could be played.'
    show({ gamebook: gamebook({ playable: false, errorCount: 1, sessionCount: 1 }) })
    expect(screen.getByText(words)).toBeVisible()
    cleanup()
    show({ gamebook: gamebook({ playable: false, errorCount: 1 }) })
    expect(screen.queryByText(words)).toBeNull()
  })

  it('collapses the warnings of a playable gamebook', () => {
    show({ gamebook: gamebook({ warningCount: 1, diagnostics: [{ ...unknownId, severity: 'warning' }] }) })
    expect(screen.getByText('1 problem in this gamebook').closest('details')).not.toHaveAttribute('open')
  })
})
