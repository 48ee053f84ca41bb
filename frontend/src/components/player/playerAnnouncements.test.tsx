import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { answer, session, turnError } from '../../testSupport/builders.ts'
import { knock, opening, running, showPlayer, told } from '../../testSupport/showPlayer.tsx'

const announced = () =>
  [...screen.getByRole('log', { name: 'New story text' }).children].map((line) => line.textContent)
const input = () => screen.getByRole('textbox', { name: 'What do you do?' })

describe('the player’s page', () => {
  it('announces whole sentences of new text, once, and no earlier text', () => {
    const { change } = showPlayer(running)
    const log = screen.getByRole('log', { name: 'New story text' })
    const tell = (text: string, status: 'streaming' | 'done') =>
      change(session({ messages: [opening, knock, answer(text, { id: 'warm', parentId: 'knock', status })] }))
    tell('The gate is', 'streaming')
    expect(log).toBeEmptyDOMElement()
    tell('The gate is warm. Beyond', 'streaming')
    tell('The gate is warm. Beyond it, bees', 'done')
    expect([...log.children].map((line) => line.textContent)).toEqual(['The gate is warm.', 'Beyond it, bees'])
  })

  it.each([
    ['stopped', 'The narrator has stopped.'],
    ['interrupted', 'The answer was cut off.'],
    ['failed', 'The answer failed.'],
  ] as const)('announces an answer that is %s, and leaves the focus in the field', async (status, line) => {
    const { change, user } = showPlayer(running)
    await user.type(input(), 'I wait')
    const broken = answer('The gate', { id: 'warm', parentId: 'knock', status, error: turnError() })
    change(session({ messages: [opening, knock, broken] }))
    expect(announced()).toEqual(['The gate', line])
    expect(input()).toHaveFocus()
    change(session({ messages: [opening, knock, { ...broken }] }))
    expect(announced()).toHaveLength(2)
  })

  it('announces a new answer, and keeps the focus in the story when Retry is gone', async () => {
    const failed = answer('The gate', { id: 'warm', parentId: 'knock', status: 'failed', error: turnError() })
    const { actions, change, user } = showPlayer(session({ messages: [opening, knock, failed] }))
    expect(announced()).toEqual([])
    await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Retry' }))
    expect(actions.retry).toHaveBeenCalledExactlyOnceWith('warm')
    const again = { id: 'again', parentId: 'knock', siblingIds: ['warm', 'again'] }
    change(session({ messages: [opening, knock, answer('', { ...again, status: 'streaming' })] }))
    expect(screen.getAllByRole('article').at(-1)).toHaveFocus()
    change(session({ messages: [opening, knock, answer('The gate is warm.', again)] }))
    expect(announced()).toEqual(['The narrator is writing a new answer.', 'The gate is warm.'])
  })

  it('announces Undo and Redo, and moves the focus from one to the other', async () => {
    const { change, user } = showPlayer(told)
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    change(session({ messages: [opening], redoId: 'warm' }))
    expect(announced()).toEqual(['Turn undone.'])
    expect(screen.getByRole('button', { name: 'Redo' })).toHaveFocus()
    await user.keyboard('{Enter}')
    change(told)
    expect(announced()).toEqual(['Turn undone.', 'Turn redone.', 'The gate is warm.'])
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus()
  })

  it('announces another version of an answer', () => {
    const { change } = showPlayer(told)
    change(session({ messages: [opening, knock, answer('The gate is cold.', { id: 'cold', parentId: 'knock' })] }))
    expect(announced()).toEqual(['The gate is cold.'])
  })

  it('announces that an answer reached its maximum length', () => {
    const { change } = showPlayer(running)
    const cut = answer('The gate', { id: 'warm', parentId: 'knock', finishReason: 'length' })
    change(session({ messages: [opening, knock, cut] }))
    expect(announced()).toEqual(['The gate', 'The answer reached its maximum length.'])
  })

  it('has a heading for each turn', () => {
    showPlayer(told)
    expect(screen.getByRole('heading', { level: 2, name: 'I knock.' })).toBeVisible()
  })
})
