import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import { storyHistory } from '../../../testSupport/storyHistory.ts'
import type { SearchHit } from '../../../types/api.ts'
import type { SearchAnswer } from '../storyHistory.ts'
import { StorySearch } from './StorySearch.tsx'

const hit = (change: Partial<SearchHit> = {}): SearchHit => ({
  messageId: 'gate',
  role: 'narrator',
  excerpt: 'You stand before the Gate.',
  position: 25,
  ...change,
})
const found = (...data: readonly SearchHit[]): SearchAnswer => ({
  kind: 'found',
  result: { data: [...data], more: false },
})
const failed: SearchAnswer = {
  kind: 'failed',
  error: { code: 'server-unreachable', detail: 'Can’t reach the server.', hint: 'Check it, then try again.' },
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
})
afterEach(() => {
  vi.useRealTimers()
})

function show() {
  const history = storyHistory()
  const onClose = vi.fn()
  const Page = () => {
    const [text, setText] = useState('')
    return (
      <>
        <article id="message-gate" tabIndex={-1} aria-label="The narrator">
          You stand before the Gate.
        </article>
        <StorySearch text={text} onChange={setText} history={history} onClose={onClose} />
      </>
    )
  }
  const { container } = renderPage(<Page />)
  return { container, history, onClose, user: userEvent.setup({ delay: null }) }
}

const pause = () => act(() => vi.advanceTimersByTimeAsync(250))
const field = () => screen.getByRole('searchbox', { name: 'Find in story' })
const status = () => screen.getByRole('status').textContent

describe('the search in a story', () => {
  it('starts in its field and says what it searches', async () => {
    const { container, history } = show()
    expect(field()).toHaveFocus()
    expect(status()).toBe('Searches every message in the story so far.')
    expect(await findAccessibilityViolations(container)).toEqual([])
    await pause()
    expect(history.search).not.toHaveBeenCalled()
  })

  it('sends one request when typing pauses, and lists where the text is', async () => {
    const { container, history, user } = show()
    history.search.mockResolvedValue(
      found(
        hit(),
        hit({ messageId: 'knock', role: 'player', excerpt: 'A gate?', position: 2 }),
        hit({ messageId: 'opening', position: 1 }),
      ),
    )
    await user.type(field(), ' gate ')
    expect(status()).toBe('Searching…')
    await pause()
    expect(history.search).toHaveBeenCalledExactlyOnceWith('gate', expect.any(AbortSignal))
    expect(status()).toBe('3 messages')
    const list = within(screen.getByRole('list'))
    expect(list.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Turn 12The narratorYou stand before the Gate.',
      'Turn 1YouA gate?',
      'OpeningThe narratorYou stand before the Gate.',
    ])
    expect(list.getAllByText('Gate')[0]).toHaveProperty('tagName', 'MARK')
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('gives up a request when the text changes, and ignores its response', async () => {
    const { history, user } = show()
    let answer: (late: SearchAnswer) => void = () => undefined
    history.search.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
    await user.type(field(), 'g')
    await pause()
    await user.type(field(), 'a')
    expect(history.search.mock.calls[0]?.[1].aborted).toBe(true)
    await act(async () => answer(found(hit({ excerpt: 'Too late.' }))))
    expect(screen.queryByText('Too late.')).toBeNull()
    await pause()
    expect(status()).toBe('No message contains “ga”.')
  })

  it('says that there are more messages than it lists', async () => {
    const { history, user } = show()
    history.search.mockResolvedValue({ kind: 'found', result: { data: [hit()], more: true } })
    await user.type(field(), 'a')
    await pause()
    expect(status()).toBe('Showing the newest 1 message. Type more to narrow the search.')
  })

  it('says why it failed, and tries again', async () => {
    const { container, history, user } = show()
    history.search.mockResolvedValueOnce(failed)
    await user.type(field(), 'gate')
    await pause()
    expect(screen.getByRole('alert')).toHaveTextContent('Can’t reach the server.')
    expect(status()).toBe('')
    expect(await findAccessibilityViolations(container)).toEqual([])
    history.search.mockResolvedValueOnce(found(hit()))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(field()).toHaveFocus()
    await pause()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(status()).toBe('1 message')
  })

  it('leads to a message and focuses it', async () => {
    const { history, onClose, user } = show()
    history.search.mockResolvedValue(found(hit()))
    await user.type(field(), 'gate')
    await pause()
    await user.click(screen.getByRole('button', { name: /Turn 12/ }))
    expect(history.loadTo).toHaveBeenCalledExactlyOnceWith('gate')
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce())
    expect(screen.getByRole('article')).toHaveFocus()
  })

  it('stays open and says why a message can’t be shown', async () => {
    const { history, onClose, user } = show()
    history.search.mockResolvedValue(found(hit()))
    history.loadTo.mockResolvedValue({ code: 'message-not-found', detail: 'It is gone.', hint: 'Search again.' })
    await user.type(field(), 'gate')
    await pause()
    await user.click(screen.getByRole('button', { name: /Turn 12/ }))
    expect(await screen.findByRole('alert')).toHaveTextContent('It is gone.Search again.')
    expect(onClose).not.toHaveBeenCalled()
  })
})
