import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'

import { answer, driftFinding } from '../../../testSupport/builders.ts'
import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { recordActions } from '../../../testSupport/recordActions.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import type { DriftFinding } from '../../../types/api.ts'
import { Answer } from './Answer.tsx'

const STORY = 'A bell rings.\n\nYou walk *into the* orchard, alone. The gate is shut.\n\nIt is late.'
const FACT = 'You are still at the gate.'

const findingAt = (words: string, change: Partial<DriftFinding> = {}): DriftFinding =>
  driftFinding(answer(STORY), words, change)

function show(driftFindings: readonly DriftFinding[] | null, isLast = true) {
  const actions = recordActions()
  const shown = answer(STORY, { driftFindings: driftFindings === null ? null : [...driftFindings] })
  const { container } = renderPage(<Answer message={shown} isLast={isLast} actions={actions} />)
  return { actions, container, user: userEvent.setup() }
}

it('marks a passage, with a note beside its paragraph that opens to what is true', async () => {
  const { container, user } = show([findingAt('walk *into the* orchard')])
  const marked = [...container.querySelectorAll('mark')].map(({ textContent }) => textContent).join('')
  expect(marked).toBe('walk into the orchard')
  const paragraph = screen.getByText(/alone\. The gate/)
  const note = paragraph.nextElementSibling
  expect(note).toContainElement(screen.getByText('Correction'))
  expect(note).not.toHaveAttribute('open')
  expect(await findAccessibilityViolations(container)).toEqual([])
  await user.click(screen.getByText('Correction'))
  expect(note).toHaveAttribute('open')
  expect(note).toHaveTextContent(FACT)
  expect(await findAccessibilityViolations(container)).toEqual([])
})

it('says a fact once in a note, and has one note for a paragraph', () => {
  show([findingAt('walk'), findingAt('alone'), findingAt('shut', { fact: 'The gate is open.' })])
  const note = screen.getByText('Correction').closest('details')
  expect(note).toHaveTextContent(`Correction${FACT}The gate is open.`)
})

it('puts the note at the end if the passage can’t be found in a paragraph', () => {
  const { container } = show([findingAt('walk *into')])
  expect(container.querySelector('mark')).toBeNull()
  expect(screen.getByText('It is late.').nextElementSibling).toHaveTextContent('Correction')
})

it('shows what may be right in the details only, in plain words', () => {
  const { container } = show([
    findingAt('bell', { kind: 'thing-invented', certainty: 'fair', fact: 'There is no bell.' }),
  ])
  expect(container.querySelector('mark')).toBeNull()
  expect(screen.queryByText('Correction')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Retry with the facts' })).toBeNull()
  const details = screen.getByText('Perhaps an invented thing').closest('details')
  expect(details).toHaveTextContent('There is no bell.')
  expect(container).not.toHaveTextContent('thing-invented')
})

it.each([[null], [[]]])('has no mark with the findings %j', (findings) => {
  const { container } = show(findings)
  expect(container.querySelector('mark')).toBeNull()
  expect(screen.queryByText('Correction')).toBeNull()
})

it('offers a retry with the facts for the newest answer only', async () => {
  const { actions, user } = show([findingAt('walk')])
  const group = screen.getByRole('group', { name: 'Actions for this answer' })
  await user.click(within(group).getByRole('button', { name: 'Retry with the facts' }))
  expect(actions.retryWithFacts).toHaveBeenCalledExactlyOnceWith('answer')
  expect(actions.retry).not.toHaveBeenCalled()
})

it('offers no retry with the facts for an earlier answer', () => {
  show([findingAt('walk')], false)
  expect(screen.queryByRole('button', { name: 'Retry with the facts' })).toBeNull()
  expect(screen.getByText('Correction')).toBeInTheDocument()
})
