import { act, cleanup, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'

import { answer, panel, receipt, receiptEntry, session, playerMessage } from '../../testSupport/builders.ts'
import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { ended, knock, opening, running, showPlayer, told, warm } from '../../testSupport/showPlayer.tsx'

const input = () => screen.getByRole('textbox', { name: 'What do you do?' })

describe('an answer that reached its maximum length', () => {
  const cut = session({ messages: [opening, knock, { ...warm, finishReason: 'length' }] })

  it('can be continued', async () => {
    const { actions, user } = showPlayer(cut)
    expect(screen.getByText('This answer reached its maximum length.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(actions.send).toHaveBeenCalledWith('Continue from your last words.')
  })

  it('says nothing where nothing can follow', () => {
    showPlayer({ ...cut, ending: ended.ending })
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull()
    cleanup()
    showPlayer(told)
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull()
  })
})

describe('the player’s page', () => {
  it('has one heading, landmarks and accessible names', async () => {
    const { container } = showPlayer(told)
    expect(screen.getByRole('heading', { level: 1, name: 'The Garden Gate' })).toBeVisible()
    expect(screen.getByRole('main')).toContainElement(input())
    expect(screen.getByRole('region', { name: 'The story' })).toHaveTextContent('The gate is warm.')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('shows a sent message at once, and only once', async () => {
    const { actions, change, user } = showPlayer(told)
    await user.type(input(), 'I go in.{Enter}')
    expect(actions.send).toHaveBeenCalledExactlyOnceWith('I go in.')
    expect(screen.getByText('I go in.')).toBeVisible()
    expect(input()).toHaveValue('')
    const goIn = playerMessage('I go in.', { id: 'go-in', parentId: 'warm' })
    change(session({ messages: [...told.messages, goIn] }))
    expect(screen.getAllByText('I go in.')).toHaveLength(1)
  })

  it('returns a message that could not be sent, with the reason', async () => {
    const { actions, user } = showPlayer(told)
    actions.send.mockResolvedValue({ code: 'no-model', detail: 'Nobody can tell it.', hint: 'Choose a narrator.' })
    await user.type(input(), 'I go in.{Enter}')
    expect(input()).toHaveValue('I go in.')
    expect(screen.getByRole('alert')).toHaveTextContent('Nobody can tell it.Choose a narrator.')
  })

  it('keeps a draft through a reload', async () => {
    const { user } = showPlayer(told)
    await user.type(input(), 'I go')
    document.body.replaceChildren()
    showPlayer(told)
    expect(input()).toHaveValue('I go')
  })

  it('stops the running answer with its button and with Escape', async () => {
    const { actions, user } = showPlayer(running)
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    await user.keyboard('{Escape}')
    expect(actions.stop).toHaveBeenCalledTimes(2)
  })

  it('does not stop the answer when Escape closes a panel', async () => {
    const { actions, user } = showPlayer(running)
    await user.click(screen.getByRole('button', { name: 'Display settings' }))
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('group', { name: 'Display settings' })).toBeNull()
    expect(actions.stop).not.toHaveBeenCalled()
  })

  it('undoes the last message, and redoes it', async () => {
    const { actions, change, user } = showPlayer(told)
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(actions.goTo).toHaveBeenLastCalledWith('opening', false)
    change(session({ messages: [opening], redoId: 'warm' }))
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Redo' }))
    expect(actions.goTo).toHaveBeenLastCalledWith('warm', false)
  })

  it('shows the ending once the last text has arrived, and not before', () => {
    const { change } = showPlayer({ ...running, ending: ended.ending })
    expect(screen.queryByRole('heading', { name: 'Lanterns' })).toBeNull()
    change(ended)
    expect(screen.getByRole('heading', { name: 'Lanterns' })).toBeVisible()
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('starts another session or undoes from the ending', async () => {
    const { actions, user } = showPlayer(ended)
    await user.click(screen.getByRole('button', { name: 'Play again' }))
    await user.click(screen.getByRole('button', { name: 'Undo the last turn' }))
    expect(actions.playAgain).toHaveBeenCalledOnce()
    expect(actions.goTo).toHaveBeenCalledExactlyOnceWith('opening', false)
  })

  it('says that the connection is lost', () => {
    showPlayer(told, { isAway: true })
    expect(screen.getByRole('status')).toHaveTextContent('Connection lost. Reconnecting… Nothing is lost.')
    expect(input()).toBeEnabled()
  })

  it('says why a request failed', () => {
    showPlayer(told, { error: { code: 'turn-running', detail: 'The narrator still tells.', hint: 'Stop it first.' } })
    expect(screen.getByRole('alert')).toHaveTextContent('The narrator still tells.Stop it first.')
  })

  it.each([
    ['broken', /has errors now\. This session continues with the last version/],
    ['missing', /was deleted\. This session continues with the last version/],
  ] as const)('says that a gamebook whose file is %s is played in its last version', (gamebookFile, words) => {
    showPlayer({ ...told, gamebookFile })
    expect(screen.getByText(words)).toHaveRole('status')
    cleanup()
    showPlayer(told)
    expect(screen.queryByText(words)).toBeNull()
  })

  it('names the fallback of a deleted model', () => {
    showPlayer({ ...told, modelConfig: { id: 'x', name: 'Built-in narrator', provider: 'builtin', fallback: true } })
    expect(screen.getByText(/The model you chose was deleted/)).toHaveTextContent('Built-in narrator · no AI')
  })

  it('offers to answer an unanswered message', async () => {
    const { actions, user } = showPlayer(session({ messages: [opening, knock] }))
    await user.click(screen.getByRole('button', { name: 'Get an answer' }))
    expect(actions.retry).toHaveBeenCalledExactlyOnceWith('knock')
    expect(actions.edit).not.toHaveBeenCalled()
  })

  it('offers to generate a missing opening', async () => {
    const { actions, user } = showPlayer(session())
    await user.click(screen.getByRole('button', { name: 'Get an answer' }))
    expect(actions.restart).toHaveBeenCalledOnce()
  })

  it('moves the focus to the ending when the focused field disappears', () => {
    const { change } = showPlayer({ ...running, ending: ended.ending })
    act(() => input().focus())
    change(ended)
    expect(screen.getByRole('heading', { name: 'Lanterns' })).toHaveFocus()
  })

  it('shows a live status panel beside the story, and none if it is empty', async () => {
    const { change, container } = showPlayer(told)
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

  it('has the status panel in a sheet below a strip on phones', async () => {
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
    const { container, user } = showPlayer({ ...told, panel: panel({ clocks }) })
    expect(screen.queryByRole('complementary')).toBeNull()
    const strip = screen.getByRole('button', { name: /^Status: ?21:00/ })
    await user.click(strip)
    expect(screen.getByRole('dialog', { name: 'Status' })).toHaveTextContent('Day 1, 21:00')
    const close = screen.getByRole('button', { name: 'Close the status' })
    expect(close).toHaveFocus()
    await user.tab()
    expect(close).toHaveFocus()
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(strip).toHaveFocus()
    matchMedia.mockRestore()
  })

  it('saves the display settings', async () => {
    const { user } = showPlayer(told)
    await user.click(screen.getByRole('button', { name: 'Display settings' }))
    await user.click(screen.getByRole('radio', { name: 'Large' }))
    await user.click(screen.getByRole('radio', { name: 'Lamplight (dark)' }))
    expect(document.documentElement.dataset).toMatchObject({ size: 'large', theme: 'lamplight' })
    expect(JSON.parse(localStorage.getItem('llm-gamebook:reader') ?? '')).toMatchObject({ size: 'large' })
  })
})
