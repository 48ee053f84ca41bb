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

describe('the player’s words', () => {
  it('are shown as they were written', async () => {
    const { container } = show()
    expect(screen.getByText('I knock.')).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('can be said otherwise', async () => {
    const { actions, container, user } = show()
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    expect(edit()).toHaveFocus()
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.clear(edit())
    await user.type(edit(), 'I wait.{Enter}')
    expect(actions.edit).toHaveBeenCalledExactlyOnceWith('words', 'I wait.')
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('are not sent when they became too long, and not cut off', async () => {
    const { actions, user } = show()
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    await user.clear(edit())
    await user.paste('x'.repeat(20_001))
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled()
    await user.keyboard('{Enter}')
    expect(actions.edit).not.toHaveBeenCalled()
    expect(edit()).toHaveValue('x'.repeat(20_001))
  })

  it('stay what they were on Escape', async () => {
    const { actions, user } = show()
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    await user.type(edit(), ' Twice.{Escape}')
    expect(screen.getByText('I knock.')).toBeVisible()
    expect(actions.edit).not.toHaveBeenCalled()
  })

  it('keep what was written when it could not be sent, and say why', async () => {
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
