import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { describe, expect, it, vi } from 'vitest'

import { sessionSummary } from '../../testSupport/builders.ts'
import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import { SessionList } from './SessionList.tsx'

const TITLE = 'The Garden Gate'
const REFUSAL = { code: 'turn-running', detail: 'The narrator is still answering.', hint: 'Wait for the answer.' }

function show(change: Partial<ComponentProps<typeof SessionList>> = {}) {
  const succeed = () => vi.fn(async () => null)
  const actions = {
    rename: succeed(),
    duplicate: succeed(),
    remove: succeed(),
    restore: succeed(),
    removeForever: succeed(),
    ...change.actions,
  }
  const props = { sessions: [sessionSummary()], deleted: [], gamebookTitle: TITLE, onShowOlder: null }
  const { container } = renderPage(<SessionList {...props} {...change} actions={actions} />)
  const user = userEvent.setup()
  const openMenu = () => user.click(screen.getByRole('button', { name: `Actions for ${TITLE}` }))
  return { container, actions, user, openMenu }
}

const linkTexts = () => screen.getAllByRole('link').map((link) => link.textContent)

describe('the list of sessions', () => {
  it('tells sessions apart by place, story time, ending, narrator and name', async () => {
    const ending = { title: 'Lanterns', kind: 'good', text: null } as const
    const { container } = show({
      sessions: [
        sessionSummary({ id: '1', time: 'Day 2, 23:50' }),
        sessionSummary({ id: '2', ending, narrator: 'Sonnet' }),
        sessionSummary({ id: '3', place: null, title: 'With the lamp' }),
      ],
    })
    expect(linkTexts()).toEqual([
      expect.stringContaining('LawnDay 2, 23:50 · Built-in narrator · '),
      expect.stringContaining('Ended: LanternsSonnet · '),
      expect.stringContaining('With the lampAt the beginning · Built-in narrator · '),
    ])
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('begins with the name in a list of several gamebooks', () => {
    show({ gamebookTitle: null })
    expect(linkTexts()).toEqual([expect.stringContaining('The Garden GateLawn · Built-in narrator · ')])
  })

  it('offers older sessions only if there are any', async () => {
    const onShowOlder = vi.fn()
    const { user } = show({ onShowOlder })
    await user.click(screen.getByRole('button', { name: 'Show older sessions' }))
    expect(onShowOlder).toHaveBeenCalledOnce()
    cleanup()
    show()
    expect(screen.queryByRole('button', { name: 'Show older sessions' })).toBeNull()
  })

  it('renames a session with the keyboard, and returns the focus', async () => {
    const { actions, user, openMenu } = show()
    await openMenu()
    await user.click(screen.getByRole('button', { name: 'Rename' }))
    expect(screen.getByRole('textbox', { name: 'Name of the session' })).toHaveFocus()
    await user.keyboard('With the lamp{Enter}')
    expect(actions.rename).toHaveBeenCalledWith('session', 'With the lamp')
    await vi.waitFor(() => expect(screen.getByRole('button', { name: `Actions for ${TITLE}` })).toHaveFocus())
  })

  it('keeps the old name on Escape, and accepts no empty one', async () => {
    const { actions, user, openMenu } = show()
    await openMenu()
    await user.click(screen.getByRole('button', { name: 'Rename' }))
    await user.clear(screen.getByRole('textbox'))
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
    await user.keyboard('{Enter}{Escape}')
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(actions.rename).not.toHaveBeenCalled()
  })

  it('duplicates a session, and says why it can’t', async () => {
    const { openMenu, user } = show({ actions: { ...noActions, duplicate: async () => REFUSAL } })
    await openMenu()
    await user.click(screen.getByRole('button', { name: 'Duplicate' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The narrator is still answering.')
  })

  it('deletes a session at once, and offers to undo that', async () => {
    const { actions, user, openMenu, container } = show()
    await openMenu()
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    expect(actions.remove).toHaveBeenCalledWith('session')
    expect(await screen.findByText(/^Deleted “.*The Garden Gate.*”\.$/)).toHaveAttribute('role', 'status')
    const undo = screen.getByRole('button', { name: 'Undo' })
    expect(undo).toHaveFocus()
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(undo)
    expect(actions.restore).toHaveBeenCalledWith('session')
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
    expect(screen.getByRole('heading', { name: 'Your sessions' })).toHaveFocus()
  })

  it('restores deleted sessions, or deletes them forever after a question', async () => {
    const deleted = [sessionSummary({ id: 'gone', messageCount: 12, deletedAt: '2026-03-01T20:00:00.000Z' })]
    const { actions, user, container } = show({ sessions: [], deleted })
    await user.click(screen.getByText('Recently deleted (1)'))
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Restore' }))
    expect(actions.restore).toHaveBeenCalledWith('gone')
    await user.click(screen.getByRole('button', { name: 'Delete forever now' }))
    const question = screen.getByRole('group', { name: /forever\?$/ })
    expect(question).toHaveFocus()
    expect(question).toHaveTextContent('Its 12 messages can’t be restored.')
    expect(actions.removeForever).not.toHaveBeenCalled()
    await user.click(within(question).getByRole('button', { name: 'Delete forever' }))
    expect(actions.removeForever).toHaveBeenCalledWith('gone')
  })
})

const noActions = {
  rename: async () => null,
  duplicate: async () => null,
  remove: async () => null,
  restore: async () => null,
  removeForever: async () => null,
}
