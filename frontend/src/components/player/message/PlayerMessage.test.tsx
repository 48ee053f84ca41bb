import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { playerMessage } from '../../../testSupport/builders.ts'
import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
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
