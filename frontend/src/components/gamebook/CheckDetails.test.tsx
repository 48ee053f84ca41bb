import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import type { CheckedEnding, Diagnostic, Finding, GamebookCheck } from '../../types/api.ts'
import { CheckDetails, type CheckState } from './CheckDetails.tsx'

const trap: Finding = {
  code: 'soft-lock',
  severity: 'warning',
  line: 6,
  column: 71,
  path: 'entity_types[0].entities[0].functions[0]',
  message: 'After go_to(to: pit) no ending can be reached any more.',
  hint: 'Leave a way on from there.',
  witness: ['wait() × 3', 'go_to(to: pit)'],
  steps: [
    { first: 1, last: 3, text: 'wait() × 3' },
    { first: 4, last: 4, text: 'go_to(to: pit)' },
  ],
  isProven: true,
  status: 'proven',
  statusText: 'Proven.',
}

const out: CheckedEnding = {
  nodeId: 'out',
  title: 'Out',
  kind: 'good',
  steps: 12,
  isShortest: true,
  status: 'shown',
  text: 'reached in 12 steps (shortest path)',
}

const whole: GamebookCheck = {
  diagnostics: [],
  findings: [],
  explored: {
    states: 1186,
    isWhole: true,
    endings: [out],
  },
  summary: {
    states: 1186,
    calls: 3000,
    milliseconds: 400,
    questions: 21,
    decided: 21,
    headline: 'No problems found: all 21 questions are decided.',
    effort: 'Explored 1,186 states and 3,000 calls in 0.4 s.',
    open: [],
    openGroups: [],
  },
}

async function open(state: CheckState) {
  const [onStart, onCancel] = [vi.fn(), vi.fn()]
  const { container } = renderPage(<CheckDetails state={state} onStart={onStart} onCancel={onCancel} />)
  await userEvent.click(screen.getByText(/Check this gamebook/))
  return { container, onStart, onCancel }
}

const done = (check: GamebookCheck): CheckState => ({ kind: 'done', check })

it('starts the check when it is opened, but not again when it has a result', async () => {
  expect((await open({ kind: 'none' })).onStart).toHaveBeenCalledOnce()
})

it('keeps a result when it is opened again', async () => {
  expect((await open(done(whole))).onStart).not.toHaveBeenCalled()
})

it('says that it is running, shows its progress, and can be canceled', async () => {
  const progress = { states: 12_000, share: 0.4, text: '8 of 20 questions decided; 12,000 states; 9 s of at most 60 s' }
  const { container, onCancel } = await open({ kind: 'running', progress })
  // Numbers that change all the time are not announced.
  expect(screen.getByRole('status')).toHaveTextContent(/^Exploring what players can do…$/)
  expect(screen.getByRole('progressbar', { name: 'Progress of the check' })).toHaveValue(0.4)
  expect(screen.getByText(progress.text)).toBeVisible()
  expect(await findAccessibilityViolations(container)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(onCancel).toHaveBeenCalledOnce()
})

it('shows no bar if the share is not known', async () => {
  await open({ kind: 'running', progress: { states: 1, share: null, text: '1 state' } })
  expect(screen.queryByRole('progressbar')).toBeNull()
  expect(screen.getByText('1 state')).toBeVisible()
})

it('can be started again after it was canceled', async () => {
  const { onStart } = await open({ kind: 'canceled' })
  expect(screen.getByRole('status')).toHaveTextContent('The check was canceled.')
  await userEvent.click(screen.getByRole('button', { name: 'Check again' }))
  expect(onStart).toHaveBeenCalledOnce()
})

it('shows the summary, how much was searched, and how far each ending is', async () => {
  const { container } = await open(done(whole))
  expect(screen.getByRole('status')).toHaveTextContent('No problems found: all 21 questions are decided.')
  expect(screen.getByText('Explored 1,186 states and 3,000 calls in 0.4 s.')).toBeVisible()
  const endings = screen.getByRole('region', { name: 'Endings' })
  expect(within(endings).getByRole('listitem')).toHaveTextContent(`Out: ${out.text}`)
  expect(await findAccessibilityViolations(container)).toEqual([])
})

it('shows a finding with its line, its status and the steps to reproduce it', async () => {
  const { container } = await open(done({ ...whole, findings: [trap] }))
  expect(screen.getByText('line 6, column 71')).toBeVisible()
  expect(screen.getByText(trap.message)).toBeVisible()
  expect(screen.getByText('Proven.')).toBeVisible()
  const steps = within(screen.getByRole('list', { name: 'Steps to reproduce' })).getAllByRole('listitem')
  expect(steps.map(({ textContent }) => textContent)).toEqual(trap.witness)
  expect(steps.map((step) => step.getAttribute('value'))).toEqual(['1', '4'])
  expect(await findAccessibilityViolations(container)).toEqual([])
})

it('lists the problems of the file among the findings, in the order of the file', async () => {
  const nearMiss: Diagnostic = {
    code: 'near-miss-field',
    severity: 'warning',
    file: 'llm-gamebook.yaml',
    line: 3,
    column: 9,
    path: '',
    message: '"edgse" is treated as a custom field.',
    hint: 'Did you mean "edges"?',
    related: [],
  }
  const note: Finding = {
    ...trap,
    line: 9,
    severity: 'note',
    message: 'The check never fails.',
    witness: null,
    steps: null,
  }
  await open(done({ ...whole, diagnostics: [nearMiss], findings: [trap, note] }))
  const problems = within(screen.getByRole('list', { name: 'Problems' }))
  const positions = problems.getAllByText(/^line /).map(({ parentElement }) => parentElement?.textContent)
  expect(positions).toEqual([
    'Warning line 3, column 9 near-miss-field',
    'Warning line 6, column 71 soft-lock',
    'Note line 9, column 71 soft-lock',
  ])
})

it('lists what is not known, with the reasons of each group', async () => {
  const openGroups = [
    { questions: ['whether "rich" can be entered'], others: 1, reasons: 'player.coins can grow without limit.' },
    { questions: ['whether buy can succeed'], others: 0, reasons: 'The search stopped after 60 seconds.' },
  ]
  const { container } = await open(done({ ...whole, summary: whole.summary && { ...whole.summary, openGroups } }))
  const section = within(screen.getByRole('region', { name: 'Not known' }))
  expect(section.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'whether "rich" can be entered',
    'and 1 more question',
    'whether buy can succeed',
  ])
  expect(section.getByText('The search stopped after 60 seconds.')).toBeVisible()
  expect(await findAccessibilityViolations(container)).toEqual([])
})

it('asks to fix the errors of a gamebook that can not be played', async () => {
  await open(done({ diagnostics: [], findings: [], explored: null, summary: null }))
  expect(screen.getByRole('status')).toHaveTextContent('Fix the errors first, then check again.')
})

it('says why the check failed, and can be started again', async () => {
  const error = { code: 'internal-error', detail: 'The server failed.', hint: 'Try again.' }
  const { onStart } = await open({ kind: 'failed', error })
  expect(screen.getByRole('alert')).toHaveTextContent('The server failed.')
  await userEvent.click(screen.getByRole('button', { name: 'Check again' }))
  expect(onStart).toHaveBeenCalledOnce()
})
