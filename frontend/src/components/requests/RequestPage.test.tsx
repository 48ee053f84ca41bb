import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import { block, sentRequest } from '../../testSupport/requests.ts'
import type { SentRequest, SentRequestDetail } from '../../types/api.ts'
import { RequestPage } from './RequestPage.tsx'

function open(change: Partial<SentRequestDetail> = {}, steps: readonly SentRequest[] = [], cut: string | null = null) {
  const load = vi.fn((index: number) => Promise.resolve(`block ${index}`))
  const page = (
    <RequestPage
      request={sentRequest(change)}
      steps={steps}
      answer={8}
      cut={cut}
      priceDate="2025-06"
      loadBody={() => Promise.resolve('the body')}
      loadBlock={load}
    />
  )
  return { load, user: userEvent.setup(), ...renderPage(page, '/sessions/session/requests/request') }
}

const row = (name: RegExp) => screen.getByRole('button', { name })

describe('a request that was sent', () => {
  it('shows what it used, what it cost and with which prices', async () => {
    const { container } = open()
    const figures = [...container.querySelectorAll('dl > div')].map(({ textContent }) => textContent)
    expect(figures.map((text) => text.replaceAll(/[\u2066-\u2069]/g, ''))).toEqual([
      'Sent5,118tokens, 14.5 KB',
      'From the cache91%4,646 tokens',
      'Written118of them 64 for thinking',
      'Time4.2 sfirst word after 340 ms',
      'Cost0.62¢based on your prices',
    ])
    expect(screen.getByRole('img', { name: /^The blocks of the request/ })).toBeVisible()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('says which answer and turn it belongs to', () => {
    open()
    expect(screen.getByText(/· Sonnet ·/).textContent.replaceAll(/[\u2066-\u2069]/g, '')).toMatch(
      /^Answer 8 · Turn 3 · /,
    )
  })

  it('says so if it is that of the opening', () => {
    open({ blocks: [block({ place: 'system' }, { reason: 'world', text: 'A garden.' })] })
    expect(screen.getByText(/· Sonnet ·/).textContent.replaceAll(/[\u2066-\u2069]/g, '')).toMatch(
      /^Answer 8 · Opening · /,
    )
  })

  it('leads to the others if it belongs to no session', () => {
    open({ sessionId: null, messageId: null, purpose: 'test' })
    expect(screen.getByRole('link', { name: 'All requests outside sessions' })).toHaveAttribute('href', '/requests')
    expect(screen.queryByRole('link', { name: 'Back to the story' })).toBeNull()
  })

  it('marks nothing as new if there is no request before', () => {
    const { unmount } = open()
    expect(screen.getAllByText('new').length).toBeGreaterThan(0)
    unmount()
    open({ comparedWith: null, removed: [] })
    expect(screen.getByText('There is no previous request to compare this one with.')).toBeVisible()
    expect(screen.queryByText('new')).toBeNull()
  })

  it('says so if no text was sent', () => {
    const { container } = open({ purpose: 'test', bytes: 0, blocks: [], removed: [], usage: null, cost: null })
    expect(screen.getByText(/^This request sent no text\./)).toBeVisible()
    expect(container.querySelectorAll('dl > div')).toHaveLength(1)
    expect(screen.queryByRole('img')).toBeNull()
  })

  it('opens a part in place, and shows what changed in it', async () => {
    const { user, container } = open()
    await user.click(row(/^State of this turn/))
    const lines = [...container.querySelectorAll('pre > span')].map(({ textContent }) => textContent)
    expect(lines).toEqual(['removed− Sun', 'new+ Rain', '  Wet', '  Dark', '  Night', '  Late', '  Cold'])
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Show the whole text' }))
    expect(container.querySelector('pre')).toHaveTextContent('Rain Wet Dark')
  })

  it('copies the bytes of one block and of all', async () => {
    const { user, load } = open()
    await user.click(row(/^Functions/))
    await user.click(row(/^take/))
    await user.click(screen.getByRole('button', { name: 'Copy block' }))
    expect(load).toHaveBeenCalledWith(9)
    expect(await navigator.clipboard.readText()).toBe('block 9')
    await user.click(screen.getByRole('button', { name: 'Copy all' }))
    expect(await navigator.clipboard.readText()).toBe('the body')
  })

  it('says so if the browser does not allow copying', async () => {
    const { user } = open()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'))
    await user.click(screen.getByRole('button', { name: 'Copy all' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Open the whole body')
  })

  it('goes to each of several requests of an answer', () => {
    const steps = [sentRequest(), sentRequest({ id: 'second', step: 2 })]
    open({}, steps)
    const links = within(screen.getByRole('navigation', { name: 'Requests of this answer' })).getAllByRole('link')
    expect(links.map((link) => [link.textContent, link.getAttribute('aria-current')])).toEqual([
      ['Request 1', 'page'],
      ['Request 2', null],
    ])
  })

  it('says how it ended, and why the cache started over', () => {
    open({ outcome: 'failed', errorCode: 'http-529', usage: null, cost: null }, [], 'Older turns were left out here.')
    expect(screen.getByText(/This request failed/)).toHaveTextContent('http-529')
    expect(screen.getByText(/one request without the cache/)).toHaveTextContent('Older turns were left out here.')
    expect(screen.getByText('The provider reported no tokens.')).toBeVisible()
  })

  it('has its numbers also when its text is gone', async () => {
    const { container } = open({ blocks: null, removed: [], comparedWith: null, isTextKept: false })
    expect(screen.getByText('The text of this request is not kept.')).toBeVisible()
    expect(screen.getByText('5,118')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Copy all' })).toBeNull()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('links to the price where it is unknown', () => {
    open({ cost: null })
    expect(screen.getByRole('link', { name: 'Set a price' })).toHaveAttribute('href', '/models/model#prices')
  })
})

describe('a search in a request', () => {
  it('counts matches, opens them and goes from one to the next', async () => {
    const { user, container } = open()
    await user.type(screen.getByRole('textbox', { name: 'Find in this request' }), 'GARDEN')
    expect(await screen.findByText('1 of 2')).toBeVisible()
    const current = () => container.querySelector('mark[data-current]')
    expect(current()).toHaveTextContent('garden')
    expect(row(/^Rules, story and world/)).toHaveAttribute('aria-expanded', 'true')
    await user.click(screen.getByRole('button', { name: 'Next match' }))
    expect(screen.getByText('2 of 2')).toBeVisible()
    expect(current()?.closest('li')).toHaveTextContent('The player says')
    await user.keyboard('{Enter}')
    expect(screen.getByText('1 of 2')).toBeVisible()
    await user.type(screen.getByRole('textbox', { name: 'Find in this request' }), 'x')
    expect(await screen.findByText('Not found')).toBeVisible()
    expect(container.querySelector('mark')).toBeNull()
  })

  it('draws no text of a long request that is not open', async () => {
    const text = 'A long story, word for word. '.repeat(20_000)
    const { container, user } = open({
      blocks: [block({ bytes: text.length }, { reason: 'journal', text })],
      removed: [],
    })
    expect(container.textContent.length).toBeLessThan(2000)
    await user.click(row(/^What happened, as facts/))
    expect(container.querySelectorAll('pre > span').length).toBeGreaterThan(100)
  })
})
