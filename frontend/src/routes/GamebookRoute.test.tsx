import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Provider } from 'react-redux'
import { expect, it } from 'vitest'

import { createStore } from '../store.ts'
import { gamebook, session, sessionSummary, storySettings } from '../testSupport/builders.ts'
import { renderPage } from '../testSupport/renderPage.tsx'
import { stubServer } from '../testSupport/stubServer.ts'
import { GamebookRoute } from './GamebookRoute.tsx'

const SESSIONS = '/api/sessions?gamebookId=example%2Fgarden-gate'
const later = { data: [sessionSummary({ id: 'later', place: 'Gate' })], count: 2, nextCursor: 'then' }
const earlier = { data: [sessionSummary({ id: 'earlier', place: 'Lawn' })], count: 2, nextCursor: null }

function answer(path: string): Response {
  if (path === SESSIONS) return Response.json(later)
  if (path === `${SESSIONS}&cursor=then`) return Response.json(earlier)
  return Response.json(path.startsWith('/api/gamebooks/') ? gamebook() : { data: [] })
}

it('shows older sessions below the newer ones on request', async () => {
  stubServer(answer)
  renderPage(
    <Provider store={createStore()}>
      <GamebookRoute gamebookId="example/garden-gate" />
    </Provider>,
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Show older sessions' }))
  await screen.findByRole('link', { name: /Lawn/ })
  const sessions = screen.getAllByRole('link').filter((link) => link.getAttribute('href')?.startsWith('/sessions/'))
  expect(sessions.map((link) => link.getAttribute('href'))).toEqual(['/sessions/later', '/sessions/earlier'])
  expect(screen.queryByRole('button', { name: 'Show older sessions' })).toBeNull()
})

it('starts one session by a double click', async () => {
  const requests = stubServer((path) =>
    path === '/api/sessions' ? Response.json(session({ id: 'begun' })) : answer(path),
  )
  renderPage(
    <Provider store={createStore()}>
      <GamebookRoute gamebookId="example/garden-gate" />
    </Provider>,
  )
  const start = await screen.findByRole('button', { name: /^Start/ })
  await act(async () => {
    start.click()
    start.click()
  })
  expect(requests.filter((request) => request === 'POST /api/sessions')).toHaveLength(1)
})

it('keeps what was typed if the story cannot start, and forgets it once it has', async () => {
  const question = {
    entityId: 'hero',
    field: 'called',
    label: 'Your name',
    suggestion: '',
    maxLength: 200,
    values: null,
  }
  const refusals = [
    Response.json({ code: 'invalid-input', detail: 'Your questions have changed.', hint: 'Reload.' }, { status: 422 }),
  ]
  stubServer((path) => {
    if (path === '/api/sessions') return refusals.pop() ?? Response.json(session({ id: 'begun' }))
    return path.startsWith('/api/gamebooks/') ? Response.json(gamebook({ questions: [question] })) : answer(path)
  })
  renderPage(
    <Provider store={createStore()}>
      <GamebookRoute gamebookId="example/garden-gate" />
    </Provider>,
  )
  const draft = () => sessionStorage.getItem('llm-gamebook:draft:start:example/garden-gate')
  await userEvent.type(await screen.findByRole('textbox', { name: 'Your name' }), 'Ada{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('Your questions have changed.')
  expect(screen.getByRole('textbox', { name: 'Your name' })).toHaveValue('Ada')
  expect(draft()).toContain('Ada')
  await userEvent.click(screen.getByRole('button', { name: /^Start/ }))
  await waitFor(() => expect(draft()).toBeNull())
})

it('keeps the story settings if the story cannot start, and forgets them once it has', async () => {
  const refusals = [Response.json({ code: 'no-model', detail: 'No model.', hint: 'Add one.' }, { status: 409 })]
  stubServer((path) => {
    if (path === '/api/settings') return Response.json(storySettings({ tense: 'past' }))
    return path === '/api/sessions' ? (refusals.pop() ?? Response.json(session({ id: 'begun' }))) : answer(path)
  })
  renderPage(
    <Provider store={createStore()}>
      <GamebookRoute gamebookId="example/garden-gate" />
    </Provider>,
  )
  const draft = () => sessionStorage.getItem('llm-gamebook:draft:start-settings:example/garden-gate')
  await userEvent.click(await screen.findByText('Story settings'))
  expect(await screen.findByLabelText('Tense')).toHaveDisplayValue('Past')
  await userEvent.type(screen.getByLabelText('Tone'), 'dry')
  await userEvent.click(screen.getByRole('button', { name: /^Start/ }))
  expect(await screen.findByRole('alert')).toHaveTextContent('No model.')
  expect(screen.getByLabelText('Tone')).toHaveValue('dry')
  expect(draft()).toContain('"tone":"dry"')
  await userEvent.click(screen.getByRole('button', { name: /^Start/ }))
  await waitFor(() => expect(draft()).toBeNull())
})
