import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { pin, sessionMemory } from '../../testSupport/memory.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import type { SessionMemory } from '../../types/api.ts'
import type { MemoryActions } from './memoryActions.ts'
import { MemoryPage } from './MemoryPage.tsx'

const FULL = { code: 'disk-full', detail: 'The server’s disk is full.', hint: 'Free some space.' }

beforeEach(() => sessionStorage.clear())

function open(change: Partial<SessionMemory> = {}) {
  const actions = {
    removePin: vi.fn<MemoryActions['removePin']>(() => Promise.resolve(null)),
    saveNote: vi.fn<MemoryActions['saveNote']>(() => Promise.resolve(null)),
    saveSummary: vi.fn<MemoryActions['saveSummary']>(() => Promise.resolve(null)),
  }
  const page = <MemoryPage sessionId="session" memory={sessionMemory(change)} actions={actions} />
  return { actions, user: userEvent.setup(), ...renderPage(page) }
}

/** The texts of a list without the marks around values. */
const rowsOf = (name: string): string[] =>
  within(screen.getByRole('region', { name }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent.replaceAll(/[\u2066-\u2069]/g, ''))

const note = () => screen.getByRole('textbox', { name: 'Note to the narrator' })

describe('what is sent', () => {
  it('is listed with its size and reason, beside what is not', async () => {
    const { container } = open({ pins: [pin(), pin({ id: 'other', isSent: false })], versions: 3, factsLeftOut: 2 })
    expect(rowsOf('Sent')).toEqual([
      'Turns 9 to 273,240word for word',
      'Rules of the story1,210the same for the whole session',
      'Where you are, what you carry264this moment only',
      'What can be done now156this moment only',
      'The story so far1286 words, summarized',
      'What happened, as facts206exact, as the engine recorded them',
      '1 pin and your note38until you remove them',
    ])
    expect(rowsOf('Not sent')).toEqual([
      'Turns 1 to 8, word for word3,050Too long ago: kept as facts. Pin a sentence to keep its words.',
      '2 factsThey don’t fit. The newest of each kind are sent.',
      '1 pinPinned in a version that is not part of the story now.',
      '3 messagesUndone, or a version you did not keep.',
      'What the story keeps secretuntil you find it out',
    ])
    expect(screen.getByRole('img', { name: '5,242 of 6,700 tokens' })).toBeVisible()
    expect(screen.getByText(/so 8,192 tokens are assumed/)).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('says how many passages are marked, if any are', () => {
    open({ marked: 2 })
    expect(screen.getByText(/ passages have corrections/)).toBeVisible()
    cleanup()
    open()
    expect(screen.queryByText(/have corrections/)).toBeNull()
  })

  it('shows the facts by group', async () => {
    const { user } = open()
    await user.click(screen.getByText('Facts from the turns that are left out'))
    expect(screen.getByText('Great hall').closest('li')).toHaveTextContent('Visited: Sand road; Great hall')
  })

  it.each([
    ['the built-in narrator', { narrator: { name: 'Storyteller', isBuiltin: true } }, /needs no memory/],
    ['no model', { narrator: null }, /No model can narrate/],
    ['a story that has not begun', { turnsSent: null, turnsLeftOut: null }, /has not begun/],
  ])('says why there is nothing for %s', async (_, change, words) => {
    const { container } = open({ sent: [], facts: [], summary: null, budget: null, window: null, ...change })
    expect(screen.getByText(words)).toBeVisible()
    expect(screen.queryByRole('img')).toBeNull()
    expect(note()).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('says that memory is off', () => {
    open({ mode: 'off' })
    expect(screen.getByText(/Memory is off for this session/)).toBeVisible()
  })

  it('keeps long names and names in another direction apart', () => {
    const name = 'א'.repeat(200)
    open({
      narrator: { name, isBuiltin: false },
      facts: [{ kind: 'place', group: 'Visited', text: name, messageId: 'a' }],
    })
    expect(screen.getAllByText(name)[0]?.tagName).toBe('BDI')
    expect(screen.getByText(new RegExp(`\u2068${name}\u2069`))).toHaveAttribute('dir', 'auto')
  })
})

describe('the note', () => {
  it('is saved', async () => {
    const { actions, user } = open()
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
    await user.type(note(), ' At night too. ')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(actions.saveNote).toHaveBeenCalledWith('I am afraid of deep water. At night too.')
  })

  it('is kept, with what to do, when it is too long or can’t be saved', async () => {
    const { actions, user, unmount } = open({ note: '' })
    await user.click(note())
    await user.paste('a'.repeat(10_000))
    expect(screen.getByText('10,000 of 2,000 characters. Shorten it to save it.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
    await user.clear(note())
    await user.type(note(), 'Ada limps.')
    actions.saveNote.mockResolvedValue(FULL)
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The server’s disk is full.')
    expect(note()).toHaveValue('Ada limps.')
    unmount()
    open({ note: '' })
    expect(note()).toHaveValue('Ada limps.')
    expect(screen.getByText('Not saved yet. What you typed is kept.')).toBeVisible()
  })
})

describe('a pin', () => {
  it('is removed, and the focus stays on the page', async () => {
    const { actions, user } = open({ pins: [pin({ isSent: false })] })
    expect(screen.getByText('Not sent: its message is not part of the story now.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: /^Remove the pin/ }))
    expect(actions.removePin).toHaveBeenCalledWith('pin')
    expect(screen.getByRole('heading', { name: 'Pins' })).toHaveFocus()
  })
})

describe('the summary', () => {
  it('is edited', async () => {
    const { actions, user } = open()
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    const box = screen.getByRole('textbox', { name: 'The story so far, for the narrator' })
    await user.clear(box)
    await user.type(box, 'You stole a book.')
    const [save] = screen.getAllByRole('button', { name: 'Save' })
    if (save !== undefined) await user.click(save)
    expect(actions.saveSummary).toHaveBeenCalledWith('You stole a book.')
    expect(screen.queryByRole('textbox', { name: 'The story so far, for the narrator' })).toBeNull()
  })

  it('is forgotten after a question', async () => {
    const { actions, user, container } = open()
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    expect(screen.getByRole('button', { name: 'Keep it' })).toHaveFocus()
    expect(actions.saveSummary).not.toHaveBeenCalled()
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    expect(actions.saveSummary).toHaveBeenCalledWith('')
  })
})
