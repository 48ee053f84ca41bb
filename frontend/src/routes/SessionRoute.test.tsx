import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Provider } from 'react-redux'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { createStore } from '../store.ts'
import { answer, playerMessage, session, snapshot } from '../testSupport/builders.ts'
import { findAccessibilityViolations } from '../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../testSupport/renderPage.tsx'
import { stubServer } from '../testSupport/stubServer.ts'
import type { LiveEvent } from '../types/api.ts'
import { SessionRoute } from './SessionRoute.tsx'

const stream = { send: (event: LiveEvent): unknown => event, lose: (): void => undefined }

class StubbedEventSource {
  onopen: () => void = () => undefined
  onmessage: (message: { data: string }) => void = () => undefined
  onerror: () => void = () => undefined
  close = vi.fn()
  constructor() {
    stream.send = (event) => this.onmessage({ data: JSON.stringify(event) })
    stream.lose = () => this.onerror()
  }
}

const GONE = { code: 'session-not-found', detail: 'Session not found.', hint: 'Choose another one.' }
const opening = answer('You stand on the lawn.', { id: 'opening' })
const knock = playerMessage('I knock.', { id: 'knock', parentId: 'opening' })
const told = session({ messages: [opening, knock, answer('The gate is warm.', { id: 'warm', parentId: 'knock' })] })

let isDeleted = false
beforeEach(() => {
  isDeleted = false
  vi.stubGlobal('EventSource', StubbedEventSource)
})

function open() {
  const requests = stubServer((path) => {
    if (path.startsWith('/api/sessions/session')) {
      return isDeleted ? Response.json(GONE, { status: 404 }) : Response.json(told)
    }
    return Response.json({ data: [], count: 0, unsupported: [] })
  })
  const { container } = showRoute()
  return { requests, container, user: userEvent.setup() }
}

const showRoute = () =>
  renderPage(
    <Provider store={createStore()}>
      <SessionRoute sessionId="session" />
    </Provider>,
    '/sessions/session',
  )

const input = () => screen.findByRole('textbox', { name: 'What do you do?' })

describe('a session that is deleted while it is open', () => {
  it('is called deleted, and keeps what was typed', async () => {
    const { container, user } = open()
    act(() => void stream.send(snapshot(told)))
    await user.type(await input(), 'I go in.')
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    await user.type(screen.getByRole('textbox', { name: 'What do you do instead?' }), ' Twice.')

    isDeleted = true
    act(() => stream.lose())
    expect(await screen.findByRole('heading', { name: 'This session was deleted.' })).toHaveFocus()
    expect(screen.getByRole('link', { name: 'Back to the gamebook' })).toHaveAttribute(
      'href',
      '/gamebooks/example/garden-gate',
    )
    expect(screen.getByText('I go in.')).toBeVisible()
    expect(screen.getByText('I knock. Twice.')).toBeVisible()
    expect(screen.getAllByRole('button', { name: 'Copy' })).toHaveLength(2)
    expect(screen.queryByText(/Reconnecting/)).toBeNull()
    expect(await findAccessibilityViolations(container)).toEqual([])
  })

  it('is called deleted when an action finds out', async () => {
    const { user } = open()
    act(() => void stream.send(snapshot(told)))
    isDeleted = true
    await user.type(await input(), 'I go in.{Enter}')
    await screen.findByRole('heading', { name: 'This session was deleted.' })
    expect(screen.getByText('I go in.')).toBeVisible()
  })

  it('is not called deleted while only the connection is lost', async () => {
    const { requests } = open()
    act(() => void stream.send(snapshot(told)))
    await input()
    act(() => stream.lose())
    await vi.waitFor(() => expect(requests).toContain('GET /api/sessions/session'))
    expect(await input()).toBeVisible()
  })
})

it('says that a session was not found if it was never shown', async () => {
  isDeleted = true
  open()
  act(() => stream.lose())
  await screen.findByRole('heading', { name: 'Session not found.' })
})

it('shows a session, and what precedes it, while the event stream can’t be reached', async () => {
  const late = session({ messages: told.messages.slice(1), earlierCursor: 'knock' })
  const requests = stubServer((path) => {
    if (path.includes('/messages?')) return Response.json({ data: [opening], earlierCursor: null })
    if (path.startsWith('/api/sessions/session')) return Response.json(late)
    return Response.json({ data: [], count: 0, unsupported: [] })
  })
  showRoute()
  act(() => stream.lose())
  await userEvent.click(await screen.findByRole('button', { name: 'Show earlier messages' }))
  expect(await screen.findByText('You stand on the lawn.')).toBeVisible()
  expect(screen.getAllByRole('article')).toHaveLength(3)
  expect(screen.queryByRole('button', { name: /earlier messages/ })).toBeNull()
  expect(requests).toContain('GET /api/sessions/session/messages?before=knock&limit=40')
})
