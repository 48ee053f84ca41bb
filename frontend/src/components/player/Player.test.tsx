import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import {
  answer,
  message,
  panel,
  receipt,
  receiptEntry,
  session,
  playerMessage,
  turnError,
} from '../../testSupport/builders.ts'
import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { recordActions } from '../../testSupport/recordActions.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import { storyHistory } from '../../testSupport/storyHistory.ts'
import type { SessionDetail } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { Player } from './Player.tsx'

const opening = answer('You stand on the lawn.', { id: 'opening' })
const knock = playerMessage('I knock.', { id: 'knock', parentId: 'opening' })
const warm = answer('The gate is warm.', { id: 'warm', parentId: 'knock' })
const told = session({ messages: [opening, knock, warm] })
const running = session({ messages: [opening, knock, message({ id: 'warm', parentId: 'knock', status: 'streaming' })] })
const ended = { ...told, ending: { title: 'Lanterns', kind: 'good', text: null } } as const

function show(shown: SessionDetail, more: { isAway?: boolean; error?: UserError } = {}) {
  const actions = recordActions()
  const page = (of: SessionDetail) => (
    <Player
      session={of}
      isAway={more.isAway ?? false}
      isLost={false}
      isSwitching={false}
      narrator="Built-in narrator · no AI"
      history={storyHistory()}
      actions={actions}
      error={more.error ?? null}
    />
  )
  const { container, rerender } = renderPage(page(shown))
  return { actions, container, change: (of: SessionDetail) => rerender(page(of)), user: userEvent.setup() }
}

const announced = () =>
  [...screen.getByRole('log', { name: 'New story text' }).children].map((line) => line.textContent)
const input = () => screen.getByRole('textbox', { name: 'What do you do?' })

describe('the player’s page', () => {
  it('has one heading, landmarks and accessible names', async () => {
    const { container } = show(told)
    expect(screen.getByRole('heading', { level: 1, name: 'The Garden Gate' })).toBeVisible()
    expect(screen.getByRole('main')).toContainElement(input())
    expect(screen.getByRole('region', { name: 'The story' })).toHaveTextContent('The gate is warm.')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('shows a sent message at once, and only once', async () => {
    const { actions, change, user } = show(told)
    await user.type(input(), 'I go in.{Enter}')
    expect(actions.send).toHaveBeenCalledExactlyOnceWith('I go in.')
    expect(screen.getByText('I go in.')).toBeVisible()
    expect(input()).toHaveValue('')
    const goIn = playerMessage('I go in.', { id: 'go-in', parentId: 'warm' })
    change(session({ messages: [...told.messages, goIn] }))
    expect(screen.getAllByText('I go in.')).toHaveLength(1)
  })

  it('returns a message that could not be sent, with the reason', async () => {
    const { actions, user } = show(told)
    actions.send.mockResolvedValue({ code: 'no-model', detail: 'Nobody can tell it.', hint: 'Choose a narrator.' })
    await user.type(input(), 'I go in.{Enter}')
    expect(input()).toHaveValue('I go in.')
    expect(screen.getByRole('alert')).toHaveTextContent('Nobody can tell it.Choose a narrator.')
  })

  it('keeps a draft through a reload', async () => {
    const { user } = show(told)
    await user.type(input(), 'I go')
    document.body.replaceChildren()
    show(told)
    expect(input()).toHaveValue('I go')
  })

  it('stops the running answer with its button and with Escape', async () => {
    const { actions, user } = show(running)
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    await user.keyboard('{Escape}')
    expect(actions.stop).toHaveBeenCalledTimes(2)
  })

  it('does not stop the answer when Escape closes a panel', async () => {
    const { actions, user } = show(running)
    await user.click(screen.getByRole('button', { name: 'Display settings' }))
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('group', { name: 'Display settings' })).toBeNull()
    expect(actions.stop).not.toHaveBeenCalled()
  })

  it('undoes the last message, and redoes it', async () => {
    const { actions, change, user } = show(told)
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(actions.goTo).toHaveBeenLastCalledWith('opening', false)
    change(session({ messages: [opening], redoId: 'warm' }))
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Redo' }))
    expect(actions.goTo).toHaveBeenLastCalledWith('warm', false)
  })

  it('shows the ending once the last text has arrived, and not before', () => {
    const { change } = show({ ...running, ending: ended.ending })
    expect(screen.queryByRole('heading', { name: 'Lanterns' })).toBeNull()
    change(ended)
    expect(screen.getByRole('heading', { name: 'Lanterns' })).toBeVisible()
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('starts over or undoes from the ending', async () => {
    const { actions, user } = show(ended)
    await user.click(screen.getByRole('button', { name: 'Start over' }))
    await user.click(screen.getByRole('button', { name: 'Undo the last turn' }))
    expect(actions.restart).toHaveBeenCalledOnce()
    expect(actions.goTo).toHaveBeenCalledExactlyOnceWith('opening', false)
  })

  it('says that the connection is lost', () => {
    show(told, { isAway: true })
    expect(screen.getByRole('status')).toHaveTextContent('Connection lost. Reconnecting… Nothing is lost.')
    expect(input()).toBeEnabled()
  })

  it('says why a request failed', () => {
    show(told, { error: { code: 'turn-running', detail: 'The narrator still tells.', hint: 'Stop it first.' } })
    expect(screen.getByRole('alert')).toHaveTextContent('The narrator still tells.Stop it first.')
  })

  it.each([
    ['broken', /has errors now\. This session continues with the last version/],
    ['missing', /was deleted\. This session continues with the last version/],
  ] as const)('says that a gamebook whose file is %s is played in its last version', (gamebookFile, words) => {
    show({ ...told, gamebookFile })
    expect(screen.getByText(words)).toHaveRole('status')
    cleanup()
    show(told)
    expect(screen.queryByText(words)).toBeNull()
  })

  it('names the fallback of a deleted model', () => {
    show({ ...told, modelConfig: { id: 'x', name: 'Built-in narrator', provider: 'builtin', fallback: true } })
    expect(screen.getByText(/The model you chose was deleted/)).toHaveTextContent('Built-in narrator · no AI')
  })

  it('offers to answer an unanswered message', async () => {
    const { actions, user } = show(session({ messages: [opening, knock] }))
    await user.click(screen.getByRole('button', { name: 'Get an answer' }))
    expect(actions.retry).toHaveBeenCalledExactlyOnceWith('knock')
    expect(actions.edit).not.toHaveBeenCalled()
  })

  it('offers to generate a missing opening', async () => {
    const { actions, user } = show(session())
    await user.click(screen.getByRole('button', { name: 'Get an answer' }))
    expect(actions.restart).toHaveBeenCalledOnce()
  })

  it('announces whole sentences of new text, once, and no earlier text', () => {
    const { change } = show(running)
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
    const { change, user } = show(running)
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
    const { actions, change, user } = show(session({ messages: [opening, knock, failed] }))
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
    const { change, user } = show(told)
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
    const { change } = show(told)
    change(session({ messages: [opening, knock, answer('The gate is cold.', { id: 'cold', parentId: 'knock' })] }))
    expect(announced()).toEqual(['The gate is cold.'])
  })

  it('moves the focus to the ending when the focused field disappears', () => {
    const { change } = show({ ...running, ending: ended.ending })
    act(() => input().focus())
    change(ended)
    expect(screen.getByRole('heading', { name: 'Lanterns' })).toHaveFocus()
  })

  it('shows a live status panel beside the story, and none if it is empty', async () => {
    const { change, container } = show(told)
    expect(screen.queryByRole('complementary')).toBeNull()
    const clock = { entityId: 'hours', entity: null, day: 1, time: '21:00' }
    change({ ...told, panel: panel({ clocks: [clock] }) })
    const beside = screen.getByRole('complementary', { name: 'Status' })
    expect(beside).toHaveTextContent('Day 1, 21:00')
    const advanced = receipt({ changes: [{ entity: 'hours', field: 'minutes', before: 0, after: 90 }] })
    const later = answer('Dark.', { id: 'dark', receipts: [receiptEntry({ receipt: advanced })] })
    change({ ...session({ messages: [later] }), panel: panel({ clocks: [{ ...clock, time: '22:30' }] }) })
    expect(beside).toHaveTextContent('Changed: Day 1, 22:30')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('has the status panel behind a button on narrow pages', async () => {
    const matchMedia = vi.spyOn(window, 'matchMedia').mockImplementation((media) =>
      Object.assign(new EventTarget(), {
        media,
        matches: false,
        onchange: null,
        addListener: () => undefined,
        removeListener: () => undefined,
      }),
    )
    const clocks = [{ entityId: 'hours', entity: null, day: 1, time: '21:00' }]
    const { container, user } = show({ ...told, panel: panel({ clocks }) })
    expect(screen.queryByRole('complementary')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Status' }))
    expect(screen.getByRole('group', { name: 'Status' })).toHaveTextContent('Day 1, 21:00')
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('group', { name: 'Status' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Status' })).toHaveFocus()
    matchMedia.mockRestore()
  })

  it('saves the display settings', async () => {
    const { user } = show(told)
    await user.click(screen.getByRole('button', { name: 'Display settings' }))
    await user.click(screen.getByRole('radio', { name: 'Large' }))
    await user.click(screen.getByRole('radio', { name: 'Lamplight (dark)' }))
    expect(document.documentElement.dataset).toMatchObject({ size: 'large', theme: 'lamplight' })
    expect(JSON.parse(localStorage.getItem('llm-gamebook:reader') ?? '')).toMatchObject({ size: 'large' })
  })
})
