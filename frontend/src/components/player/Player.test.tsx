import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { answer, message, panel, receipt, receiptEntry, session, playerMessage } from '../../testSupport/builders.ts'
import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { recordActions } from '../../testSupport/recordActions.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
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
      narrator="Built-in narrator · no AI"
      actions={actions}
      error={more.error ?? null}
    />
  )
  const { container, rerender } = renderPage(page(shown))
  return { actions, container, change: (of: SessionDetail) => rerender(page(of)), user: userEvent.setup() }
}

const input = () => screen.getByRole('textbox', { name: 'What do you do?' })

describe('the player’s page', () => {
  it('has one heading, landmarks and a name for everything', async () => {
    const { container } = show(told)
    expect(screen.getByRole('heading', { level: 1, name: 'The Garden Gate' })).toBeVisible()
    expect(screen.getByRole('main')).toContainElement(input())
    expect(screen.getByRole('region', { name: 'The story' })).toHaveTextContent('The gate is warm.')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('shows the words at once, and no second time when the story holds them', async () => {
    const { actions, change, user } = show(told)
    await user.type(input(), 'I go in.{Enter}')
    expect(actions.send).toHaveBeenCalledExactlyOnceWith('I go in.')
    expect(screen.getByText('I go in.')).toBeVisible()
    expect(input()).toHaveValue('')
    const goIn = playerMessage('I go in.', { id: 'go-in', parentId: 'warm' })
    change(session({ messages: [...told.messages, goIn] }))
    expect(screen.getAllByText('I go in.')).toHaveLength(1)
  })

  it('gives the words back with the reason when they could not be sent', async () => {
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

  it('does not stop anything with an Escape that closes a panel', async () => {
    const { actions, user } = show(running)
    await user.click(screen.getByRole('button', { name: 'Display settings' }))
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('group', { name: 'Display settings' })).toBeNull()
    expect(actions.stop).not.toHaveBeenCalled()
  })

  it('undoes to before the last words, and redoes', async () => {
    const { actions, change, user } = show(told)
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(actions.goTo).toHaveBeenLastCalledWith('opening', false)
    change(session({ messages: [opening], redoId: 'warm' }))
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Redo' }))
    expect(actions.goTo).toHaveBeenLastCalledWith('warm', false)
  })

  it('turns to the ending when the last words have been told, and not before', () => {
    const { change } = show({ ...running, ending: ended.ending })
    expect(screen.queryByRole('heading', { name: 'Lanterns' })).toBeNull()
    change(ended)
    expect(screen.getByRole('heading', { name: 'Lanterns' })).toBeVisible()
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('begins again, or takes the last words back, from the ending', async () => {
    const { actions, user } = show(ended)
    await user.click(screen.getByRole('button', { name: 'Start over' }))
    await user.click(screen.getByRole('button', { name: 'Undo the last turn' }))
    expect(actions.restart).toHaveBeenCalledOnce()
    expect(actions.goTo).toHaveBeenCalledExactlyOnceWith('opening', false)
  })

  it('says calmly that the server is out of reach', () => {
    show(told, { isAway: true })
    expect(screen.getByRole('status')).toHaveTextContent('Connection lost. Reconnecting… Nothing is lost.')
    expect(input()).toBeEnabled()
  })

  it('says why something that was asked for did not happen', () => {
    show(told, { error: { code: 'turn-running', detail: 'The narrator still tells.', hint: 'Stop it first.' } })
    expect(screen.getByRole('alert')).toHaveTextContent('The narrator still tells.Stop it first.')
  })

  it('says who answers instead of a narrator that is gone', () => {
    show({ ...told, modelConfig: { id: 'x', name: 'Built-in narrator', provider: 'builtin', fallback: true } })
    expect(screen.getByText(/The model you chose was deleted/)).toHaveTextContent('Built-in narrator · no AI')
  })

  it('asks the narrator again where words stand without an answer', async () => {
    const { actions, user } = show(session({ messages: [opening, knock] }))
    await user.click(screen.getByRole('button', { name: 'Get an answer' }))
    expect(actions.retry).toHaveBeenCalledExactlyOnceWith('knock')
    expect(actions.edit).not.toHaveBeenCalled()
  })

  it('asks for the opening where there is none', async () => {
    const { actions, user } = show(session())
    await user.click(screen.getByRole('button', { name: 'Get an answer' }))
    expect(actions.restart).toHaveBeenCalledOnce()
  })

  it('speaks whole sentences of what is told now, once, and nothing that was told before', () => {
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

  it('puts the focus on the ending when the field it was in is gone', () => {
    const { change } = show({ ...running, ending: ended.ending })
    act(() => input().focus())
    change(ended)
    expect(screen.getByRole('heading', { name: 'Lanterns' })).toHaveFocus()
  })

  it('shows beside the story where the player stands, live, and nothing where there is nothing', async () => {
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

  it('keeps it behind a button of the header where there is no room beside', async () => {
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

  it('sets the page as the reader wants it, and remembers', async () => {
    const { user } = show(told)
    await user.click(screen.getByRole('button', { name: 'Display settings' }))
    await user.click(screen.getByRole('radio', { name: 'Large' }))
    await user.click(screen.getByRole('radio', { name: 'Lamplight (dark)' }))
    expect(document.documentElement.dataset).toMatchObject({ size: 'large', theme: 'lamplight' })
    expect(JSON.parse(localStorage.getItem('llm-gamebook:reader') ?? '')).toMatchObject({ size: 'large' })
  })
})
