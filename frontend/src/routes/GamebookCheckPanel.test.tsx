import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'

import { renderPage } from '../testSupport/renderPage.tsx'
import { stubServer } from '../testSupport/stubServer.ts'
import { GamebookCheckPanel } from './GamebookCheckPanel.tsx'

const PROGRESS = { states: 1200, share: 0.25, text: '2 of 8 questions decided; 1,200 states; 1 s of at most 60 s' }
const CHECK = {
  diagnostics: [],
  findings: [],
  explored: null,
  summary: {
    states: 3,
    calls: 2,
    milliseconds: 5,
    questions: 7,
    decided: 7,
    headline: 'No problems found: all 7 questions are decided.',
    effort: 'Explored 3 states and 2 calls in 0.0 s.',
    open: [],
    openGroups: [],
  },
}

/** A server whose check sends the lines that the test gives it. */
function streamingServer() {
  const streams: ReadableStreamDefaultController<Uint8Array>[] = []
  const requests = stubServer(
    () => new Response(new ReadableStream<Uint8Array>({ start: (controller) => void streams.push(controller) })),
  )
  const send = (line: unknown): void => streams.at(-1)?.enqueue(new TextEncoder().encode(`${JSON.stringify(line)}\n`))
  return { requests, send, close: () => streams.at(-1)?.close() }
}

async function open() {
  const server = streamingServer()
  const { unmount } = renderPage(<GamebookCheckPanel gamebookId="my/trap" />)
  expect(server.requests).toEqual([])
  await userEvent.click(screen.getByText(/Check this gamebook/))
  expect(server.requests).toEqual(['GET /api/gamebooks/my/trap/check/progress'])
  return { ...server, unmount }
}

it('shows the progress of the check and then its result', async () => {
  const { send } = await open()
  send(PROGRESS)
  expect(await screen.findByText(PROGRESS.text)).toBeVisible()
  screen.getByRole('button', { name: 'Cancel' }).focus()
  send(CHECK)
  expect(await screen.findByText(CHECK.summary.headline)).toHaveFocus()
  expect(screen.queryByText(PROGRESS.text)).toBeNull()
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull()
})

it('ignores what a canceled check still sends, and checks again', async () => {
  const { send, requests } = await open()
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  send(CHECK)
  expect(screen.getByText('The check was canceled.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Check again' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(requests).toHaveLength(2)
  send(CHECK)
  expect(await screen.findByText(CHECK.summary.headline)).toBeVisible()
})

it('shows the problem that the server sends', async () => {
  const { send } = await open()
  send({ code: 'gamebook-too-large-to-check', detail: 'This gamebook is too large.', hint: 'Check it in a terminal.' })
  expect(await screen.findByRole('alert')).toHaveTextContent('This gamebook is too large.')
})

it('shows an error if the connection breaks', async () => {
  const { send, close } = await open()
  send(PROGRESS)
  close()
  expect(await screen.findByRole('alert')).toHaveTextContent('The connection was lost before the check was done.')
  expect(screen.getByRole('button', { name: 'Check again' })).toBeVisible()
})
