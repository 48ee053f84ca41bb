import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import type { Finding, GamebookCheck } from '../../types/api.ts'
import { CheckDetails } from './CheckDetails.tsx'

const trap: Finding = {
  code: 'soft-lock',
  severity: 'warning',
  line: 6,
  column: 71,
  path: 'entity_types[0].entities[0].functions[0]',
  message: 'After go_to(to: pit) no ending can be reached any more.',
  hint: 'Leave a way on from there.',
  witness: ['go_to(to: cellar)', 'go_to(to: pit)'],
  isProven: true,
}

const whole: GamebookCheck = {
  findings: [],
  explored: { states: 1186, isWhole: true, endings: [{ title: 'Out', kind: 'good', steps: 12 }] },
}

async function open(check: GamebookCheck | null, onOpen = vi.fn()) {
  const { container } = renderPage(<CheckDetails check={check} error={null} onOpen={onOpen} />)
  await userEvent.click(screen.getByText(/Check this gamebook/))
  return { container, onOpen }
}

it('requests the check only when it is opened, and says that it is running', async () => {
  const { onOpen } = await open(null)
  expect(onOpen).toHaveBeenCalledOnce()
  expect(screen.getByRole('status')).toHaveTextContent('Exploring every possible play-through…')
})

it('says that there are no problems, how much was searched, and how far each ending is', async () => {
  const { container } = await open(whole)
  expect(screen.getByRole('status')).toHaveTextContent('No problems found. The search was complete: 1,186 states.')
  expect(screen.getByText('Out: at least 12 steps')).toBeVisible()
  expect(await findAccessibilityViolations(container)).toEqual([])
})

it('shows a finding with its line and the steps to reproduce it', async () => {
  const { container } = await open({ ...whole, findings: [trap] })
  expect(screen.getByText('line 6, column 71')).toBeVisible()
  expect(screen.getByText(trap.message)).toBeVisible()
  const steps = within(screen.getByRole('list', { name: 'Shortest steps to reproduce' })).getAllByRole('listitem')
  expect(steps.map(({ textContent }) => textContent)).toEqual(trap.witness)
  expect(await findAccessibilityViolations(container)).toEqual([])
})

it('says that an incomplete search proves nothing about what it did not find', async () => {
  await open({ findings: [], explored: { states: 150_000, isWhole: false, endings: [] } })
  expect(screen.getByRole('status')).toHaveTextContent(
    'The search was incomplete (150,000 states): what it did not find may still exist.',
  )
})

it('says why the check failed', async () => {
  const error = { code: 'internal-error', detail: 'The server failed.', hint: 'Try again.' }
  renderPage(<CheckDetails check={null} error={error} onOpen={() => {}} />)
  await userEvent.click(screen.getByText(/Check this gamebook/))
  expect(screen.getByRole('alert')).toHaveTextContent('The server failed.')
})

it.each([
  [1, 'The search was complete: 1 state.'],
  [2, 'The search was complete: 2 states.'],
])('counts %i in the right number', async (states, text) => {
  await open({ findings: [], explored: { states, isWhole: true, endings: [] } })
  expect(screen.getByRole('status')).toHaveTextContent(text)
})
