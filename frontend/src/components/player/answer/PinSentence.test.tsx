import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'

import { answer } from '../../../testSupport/builders.ts'
import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { recordActions } from '../../../testSupport/recordActions.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import { Answer } from './Answer.tsx'

vi.mock('./RetryWith.tsx', () => ({ RetryWith: () => null }))

const STORY = 'The *gate* is warm. “Who goes there?” says the gardener.\n\nNobody answers.'

function open() {
  const actions = recordActions()
  const page = renderPage(<Answer message={answer(STORY)} isLast actions={actions} />)
  return { ...page, actions, user: userEvent.setup(), button: screen.getByRole('button', { name: 'Pin' }) }
}

it('pins a sentence that is chosen with the keyboard, and returns to the button', async () => {
  const { user, actions, button, container } = open()
  button.focus()
  await user.keyboard('{Enter}')
  expect(await findAccessibilityViolations(container)).toEqual([])
  await user.tab()
  await user.tab()
  await user.keyboard('{Enter}')
  expect(actions.pin).toHaveBeenCalledWith('answer', '“Who goes there?”')
  expect(button).toHaveFocus()
  expect(screen.getByText(/^Pinned: /)).toHaveTextContent('“Who goes there?”')
})

it('closes with Escape', async () => {
  const { user, button } = open()
  await user.click(button)
  await user.keyboard('{Escape}')
  expect(button).toHaveAttribute('aria-expanded', 'false')
  expect(button).toHaveFocus()
})

it('pins the words that are selected in the answer', async () => {
  const { user, actions, button } = open()
  const paragraph = screen.getByText('Nobody answers.')
  window.getSelection()?.selectAllChildren(paragraph)
  await user.click(button)
  expect(actions.pin).toHaveBeenCalledWith('answer', 'Nobody answers.')
  expect(button).toHaveAttribute('aria-expanded', 'false')
})

it('says what to do when it can’t be pinned', async () => {
  const { user, actions, button } = open()
  actions.pin.mockResolvedValue({ code: 'pin-limit', detail: 'A story can have 20 pins.', hint: 'Remove one first.' })
  await user.click(button)
  await user.click(screen.getByRole('button', { name: 'Nobody answers.' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Remove one first.')
})
