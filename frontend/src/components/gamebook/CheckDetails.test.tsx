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
  const { container } = renderPage(<CheckDetails check={check} trouble={null} onOpen={onOpen} />)
  await userEvent.click(screen.getByText(/Check it, as its author/))
  return { container, onOpen }
}

it('asks for the check only when it is opened, and says meanwhile what goes on', async () => {
  const { onOpen } = await open(null)
  expect(onOpen).toHaveBeenCalledOnce()
  expect(screen.getByRole('status')).toHaveTextContent('Playing everything that can be played')
})

it('says that nothing is wrong, how far was looked, and how long each ending takes', async () => {
  const { container } = await open(whole)
  expect(screen.getByRole('status')).toHaveTextContent(
    'Nothing is wrong. All that can happen was looked at: 1,186 states.',
  )
  expect(screen.getByText('Out: 12 steps at least')).toBeVisible()
  expect(await findAccessibilityViolations(container)).toEqual([])
})

it('shows a finding with its line, and the calls by which it can be seen', async () => {
  const { container } = await open({ ...whole, findings: [trap] })
  expect(screen.getByText('line 6, column 71')).toBeVisible()
  expect(screen.getByText(trap.message)).toBeVisible()
  const steps = within(screen.getByRole('list', { name: 'The shortest way to see it' })).getAllByRole('listitem')
  expect(steps.map(({ textContent }) => textContent)).toEqual(trap.witness)
  expect(await findAccessibilityViolations(container)).toEqual([])
})

it('says that what was not seen is not proven where not everything was looked at', async () => {
  await open({ findings: [], explored: { states: 150_000, isWhole: false, endings: [] } })
  expect(screen.getByRole('status')).toHaveTextContent('(150,000 states), so that what was not seen is not proven')
})

it('says why it could not be worked out', async () => {
  const trouble = { code: 'internal-error', detail: 'The server failed.', hint: 'Try again.' }
  renderPage(<CheckDetails check={null} trouble={trouble} onOpen={() => {}} />)
  await userEvent.click(screen.getByText(/Check it, as its author/))
  expect(screen.getByRole('alert')).toHaveTextContent('The server failed.')
})
