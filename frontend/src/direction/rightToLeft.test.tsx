import { act, cleanup, screen } from '@testing-library/react'
import { Provider } from 'react-redux'
import { describe, expect, it } from 'vitest'

import { SessionList } from '../components/sessions/SessionList.tsx'
import { GamebookPage } from '../components/gamebook/GamebookPage.tsx'
import { Navbar } from '../components/layout/Navbar.tsx'
import { Library } from '../components/library/Library.tsx'
import { DeleteConfirmation } from '../components/models/list/DeleteConfirmation.tsx'
import { ModelsPage } from '../components/models/list/ModelsPage.tsx'
import { ModelConfigSelector } from '../components/ModelConfigSelector.tsx'
import { Player } from '../components/player/Player.tsx'
import { createStore } from '../store.ts'
import { commonText } from '../text/common.ts'
import {
  answer,
  gamebook,
  panel,
  playerMessage,
  receipt,
  receiptEntry,
  session,
  sessionSummary,
  turnError,
} from '../testSupport/builders.ts'
import { findMixedDirections } from '../testSupport/findMixedDirections.ts'
import { modelConfig, openai } from '../testSupport/modelBuilders.ts'
import { recordActions } from '../testSupport/recordActions.ts'
import { renderPage } from '../testSupport/renderPage.tsx'
import { storyHistory } from '../testSupport/storyHistory.ts'
import { stubServer } from '../testSupport/stubServer.ts'
import type { PanelField } from '../types/api.ts'

const TITLE = 'باب القبو'
const PLACE = 'المطبخ'
const WORDS = 'موقد بارد.'

const question = { entityId: 'hero', field: 'name', label: PLACE, suggestion: WORDS, maxLength: 200, values: null }
const book = gamebook({
  title: TITLE,
  description: WORDS,
  author: PLACE,
  license: WORDS,
  contentWarnings: [WORDS],
  questions: [question, { ...question, field: 'rank', values: [WORDS] }],
  sessionCount: 1,
})
const ending = { title: TITLE, kind: 'good', text: WORDS } as const
const played = sessionSummary({ title: TITLE, place: PLACE })
const finished = sessionSummary({ id: 'finished', title: TITLE, place: PLACE, ending })
const quill = modelConfig({ name: TITLE })

const of = { entityId: 'player', entity: PLACE, caption: WORDS, isEmpty: false }
const fields: PanelField[] = [
  { ...of, field: 'a', label: PLACE, text: '3', show: 'bar', value: 3, min: 0, max: 5 },
  { ...of, field: 'b', label: PLACE, text: WORDS, show: 'text' },
  { ...of, entityId: 'other', field: 'c', label: PLACE, text: WORDS, show: 'list', items: [WORDS] },
  { ...of, entityId: 'other', field: 'd', label: PLACE, text: WORDS, show: 'icon', isOn: true },
]
const item = { entityId: 'key', entity: PLACE, description: WORDS, items: [] }
const clock = { entity: PLACE, day: 1, time: '21:00' }
const inventory = [
  { entityId: 'bag', entity: TITLE, capacity: 3, items: [item, { ...item, entityId: 'pin', description: '' }] },
  { entityId: 'box', entity: TITLE, capacity: null, items: [] },
]

const refusal = receipt({
  result: 'refused',
  reason: WORDS,
  args: { to: PLACE },
  guards: [{ guard: 'go.enabled', source: `visited(house, '${PLACE}')`, holds: false }],
  changes: [{ entity: 'map', field: 'note', before: PLACE, after: TITLE }],
})
const told = session({
  title: TITLE,
  gamebookTitle: TITLE,
  gamebookFile: 'current',
  place: PLACE,
  panel: panel({
    clocks: [
      { ...clock, entityId: 'hours' },
      { ...clock, entityId: 'other hours' },
    ],
    fields,
    inventory,
  }),
  modelConfig: { id: 'quill', name: TITLE, provider: 'openai', fallback: true },
  messages: [
    answer(WORDS, { id: 'opening', receipts: [receiptEntry({ line: `You went to ${PLACE}`, receipt: refusal })] }),
    playerMessage(WORDS, { id: 'words', parentId: 'opening' }),
    answer(WORDS, {
      id: 'broken',
      parentId: 'words',
      status: 'failed',
      error: turnError({ detail: WORDS, hint: WORDS, providerMessage: WORDS, host: 'example.org' }),
    }),
  ],
})

function show(page: React.ReactNode): HTMLElement {
  stubServer((path) => {
    if (path === '/api/providers') return Response.json({ data: [openai] })
    if (path.startsWith('/api/model-configs')) return Response.json({ data: [quill], count: 1, unsupported: [] })
    return Response.json({ data: [played, finished], count: 2, nextCursor: null })
  })
  return renderPage(<Provider store={createStore()}>{page}</Provider>).container
}

const player = (shown: typeof told) => (
  <Player
    session={shown}
    isAway={false}
    isLost={false}
    isSwitching={false}
    narrator={null}
    history={storyHistory()}
    actions={recordActions()}
    error={null}
  />
)

const modelActions = { order: () => {}, duplicate: () => {}, test: async () => null, remove: async () => null }

const sessionActions = {
  rename: async () => null,
  duplicate: async () => null,
  remove: async () => null,
  restore: async () => null,
  removeForever: async () => null,
}
const sessions = (
  <SessionList
    sessions={[played, finished]}
    deleted={[{ ...finished, deletedAt: finished.updatedAt }]}
    gamebookTitle={null}
    onShowOlder={null}
    actions={sessionActions}
  />
)

describe('texts from right to left', () => {
  it('have their own direction in the library and on a first visit', () => {
    expect(
      findMixedDirections(show(<Library gamebooks={[book]} lastSession={finished} sessions={sessions} />)),
    ).toEqual([])
    cleanup()
    expect(
      findMixedDirections(
        show(<Library gamebooks={[{ ...book, sessionCount: 0 }]} lastSession={null} sessions={null} />),
      ),
    ).toEqual([])
    expect(screen.getByRole('heading', { level: 2, name: TITLE })).toHaveAttribute('dir', 'auto')
  })

  it('have their own direction on the page of a gamebook', () => {
    const endings = { gamebook: { ...book, endings: { found: 1, total: 3 }, endingTitlesFound: [TITLE] } }
    const container = show(
      <GamebookPage
        {...endings}
        sessions={sessions}
        narrator={null}
        settings={null}
        isStarting={false}
        error={{ code: 'x', detail: WORDS, hint: WORDS }}
        onStart={() => {}}
        check={null}
      />,
    )
    expect(screen.getByRole('heading', { level: 1, name: TITLE })).toHaveAttribute('dir', 'auto')
    expect(findMixedDirections(container)).toEqual([])
  })

  it('have their own direction in the player, its panel and its receipts', () => {
    const container = show(player(told))
    expect(screen.getByRole('heading', { level: 1, name: TITLE })).toHaveAttribute('dir', 'auto')
    expect(findMixedDirections(container)).toEqual([])
    cleanup()
    expect(findMixedDirections(show(player({ ...told, messages: told.messages.slice(0, 1), ending })))).toEqual([])
  })

  it('have their own direction in the navigation, in the list of models and in the selector', async () => {
    const navigation = show(<Navbar />)
    await screen.findAllByText(TITLE)
    expect(findMixedDirections(navigation)).toEqual([])
    cleanup()
    const page = (
      <ModelsPage
        costs={new Map()}
        list={{ data: [quill], count: 1, unsupported: [{ id: 'new', name: TITLE, provider: 'later' }] }}
        providers={[openai]}
        actions={modelActions}
        onAddBuiltin={() => {}}
        exportHref="/"
        onImport={() => {}}
        imported={{ created: [quill], refused: [{ index: 0, name: TITLE, reason: 'Refused.', errors: {} }] }}
        error={null}
      />
    )
    expect(findMixedDirections(show(page))).toEqual([])
    cleanup()
    const selector = show(<ModelConfigSelector value="quill" onChange={() => {}} />)
    const field = await screen.findByRole('combobox')
    expect(field).toHaveAttribute('dir', 'auto')
    act(() => field.click())
    expect(screen.getAllByRole('option')).toHaveLength(1)
    expect(findMixedDirections(selector)).toEqual([])
  })

  it('are isolated inside a sentence, and others are not touched', () => {
    const question = <DeleteConfirmation name={TITLE} impact="" onDelete={async () => null} onKeep={() => {}} />
    expect(findMixedDirections(show(question))).toEqual([])
    expect(commonText('documentTitle', { page: TITLE })).toBe(`\u2068${TITLE}\u2069 · LLM Gamebook`)
    expect(commonText('documentTitle', { page: 'Low Water' })).toBe('Low Water · LLM Gamebook')
  })
})
