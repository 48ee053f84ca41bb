import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { playerMessage } from '../../../testSupport/builders.ts'
import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { readDraft } from '../../../hooks/storedDraft.ts'
import { COMPOSING } from '../../../testSupport/composing.ts'
import { hold } from '../../../testSupport/hold.ts'
import { recordActions } from '../../../testSupport/recordActions.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import { PlayerMessage } from './PlayerMessage.tsx'

function show() {
  const actions = recordActions()
  const { container } = renderPage(<PlayerMessage message={playerMessage('I knock.')} actions={actions} />)
  return { actions, container, user: userEvent.setup() }
}

const edit = () => screen.getByRole('textbox', { name: 'What do you do instead?' })

describe('the player’s message', () => {
  it('is shown as it was written', async () => {
    const { container } = show()
    expect(screen.getByText('I knock.')).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('can be edited', async () => {
    const { actions, container, user } = show()
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    expect(edit()).toHaveFocus()
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.clear(edit())
    await user.type(edit(), 'I wait.{Enter}')
    expect(actions.edit).toHaveBeenCalledExactlyOnceWith('words', 'I wait.')
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('is neither sent nor cut off if it is too long', async () => {
    const { actions, user } = show()
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    await user.clear(edit())
    await user.paste('x'.repeat(20_001))
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled()
    await user.keyboard('{Enter}')
    expect(actions.edit).not.toHaveBeenCalled()
    expect(edit()).toHaveValue('x'.repeat(20_001))
  })

  it('is unchanged on Escape', async () => {
    const { actions, user } = show()
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    await user.type(edit(), ' Twice.{Escape}')
    expect(screen.getByText('I knock.')).toBeVisible()
    expect(actions.edit).not.toHaveBeenCalled()
  })

  it.each([
    ['Escape', (user: UserEvent) => user.keyboard('{Escape}')],
    ['Cancel', (user: UserEvent) => user.click(screen.getByRole('button', { name: 'Cancel' }))],
    ['leaving the page', async () => cleanup()],
  ])('keeps what was written in an edit after %s, with a way back to the original', async (_, leave) => {
    const { user } = show()
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    await user.clear(edit())
    await user.type(edit(), 'I write a very long other thing.')
    expect(screen.queryByRole('button', { name: 'Discard changes' })).toBeNull()
    await leave(user)
    cleanup()

    const { container } = show()
    expect(screen.getByText('I knock.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    expect(edit()).toHaveValue('I write a very long other thing.')
    expect(screen.getByRole('status')).toHaveTextContent('Your unsent changes were restored.')
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Discard changes' }))
    expect(edit()).toHaveValue('I knock.')
    expect(edit()).toHaveFocus()
    await user.keyboard(' Twice.')
    expect(screen.queryByRole('status')).toBeNull()
  })

  it('forgets an edit that was sent, also if the page was left meanwhile', async () => {
    const { actions, user } = show()
    const sent = hold<null>()
    actions.edit.mockReturnValue(sent.promise)
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    await user.type(edit(), ' Twice.{Enter}')
    cleanup()
    expect(readDraft('edit:words')).toBe('I knock. Twice.')
    await act(async () => sent.release(null))
    expect(readDraft('edit:words')).toBe('')
  })

  it('is sent once by a double click, and can not be changed meanwhile', async () => {
    const { actions, user } = show()
    const sent = hold<null>()
    actions.edit.mockReturnValue(sent.promise)
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    await user.type(edit(), ' Twice.')
    await user.dblClick(screen.getByRole('button', { name: 'Send' }))
    await user.type(edit(), 'x{Enter}')
    expect(actions.edit).toHaveBeenCalledExactlyOnceWith('words', 'I knock. Twice.')
    expect(edit()).toHaveValue('I knock. Twice.')
    await act(async () => sent.release(null))
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('is not sent by the Enter that ends a composition', async () => {
    const { actions, user } = show()
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    for (const press of COMPOSING) fireEvent.keyDown(edit(), press)
    expect(actions.edit).not.toHaveBeenCalled()
    expect(edit()).toBeVisible()
  })

  it('keeps an edit that could not be sent, and says why', async () => {
    const { actions, user } = show()
    actions.edit.mockResolvedValue({
      code: 'turn-running',
      detail: 'The narrator still tells.',
      hint: 'Stop it first.',
    })
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    await user.type(edit(), ' Twice.')
    await user.click(screen.getByRole('button', { name: 'Send' }))
    expect(screen.getByRole('alert')).toHaveTextContent('The narrator still tells.')
    expect(edit()).toHaveValue('I knock. Twice.')
  })
})
