import { describe, expect, it } from 'vitest'

import { SearchResult } from '../../src/web/schemas/search.ts'
import { countTurns } from '../support/countTurns.ts'
import { fakeModel, type FakePart, text } from '../support/fakeModel.ts'
import { addLongStory } from '../support/longStory.ts'
import { sendMessage, startSession } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

async function search(test: TestApp, id: string, q: string, limit = 50): Promise<SearchResult> {
  const query = new URLSearchParams({ q, limit: String(limit) })
  return SearchResult.parse((await test.get(`/sessions/${id}/search?${query}`)).json())
}

const SECRET: readonly FakePart[] = [
  { type: 'reasoning-start', id: 't' },
  { type: 'reasoning-delta', id: 't', delta: 'A secret café.' },
  { type: 'reasoning-end', id: 't' },
]

/** Two words in an order that never repeats three times: the Thue–Morse sequence. */
function mixed(one: string, other: string): string {
  const bits = Array.from({ length: 80 }, (_, index) => index.toString(2).replaceAll('0', '').length)
  return bits.map((ones) => (ones % 2 === 0 ? one : other)).join('')
}

async function playStory() {
  const model = fakeModel(text('The Café is closed.'), [...SECRET, ...text('100% of them_all. ΟΔΟΣ.')])
  const test = await openTestApp({ model })
  const { id } = await startSession(test)
  const { messages } = await sendMessage(test, id, 'Where is the CAFÉ?')
  return { test, id, ids: messages.map((message) => message.id) }
}

describe('a search in a story', () => {
  it('finds messages of both sides, newest first, with their position', async () => {
    const { test, id, ids } = await playStory()
    expect(await search(test, id, 'café')).toEqual({
      data: [
        { messageId: ids[1], role: 'player', excerpt: 'Where is the CAFÉ?', position: 2 },
        { messageId: ids[0], role: 'narrator', excerpt: 'The Café is closed.', position: 1 },
      ],
      more: false,
    })
  })

  it.each([
    ['cafe', 2],
    ['CAFE\u0301', 2],
    ['closed.', 1],
    ['οδος', 1],
    ['100%', 1],
    ['them_all', 1],
    ['%', 1],
    ['t_em', 0],
    ['\u0301', 0],
    ['secret', 0],
    ['"type"', 0],
    ['garden_path', 0],
  ])('takes letters as a reader does, and only visible text: %s', async (q, hits) => {
    const { test, id } = await playStory()
    expect((await search(test, id, q)).data).toHaveLength(hits)
  })

  it('shows the words around the match', async () => {
    const test = await openTestApp({
      model: fakeModel(text(`${mixed('one ', 'two ')}Needle${mixed(' three', ' four')}`)),
    })
    const { id } = await startSession(test)
    const [hit] = (await search(test, id, 'needle')).data
    expect(hit?.excerpt).toMatch(/^…(one |two )*Needle( three| four)*…$/)
    expect(hit?.excerpt.length).toBeLessThan(200)
  })

  it('finds only what is on the branch of the head', async () => {
    const { test, id, ids } = await playStory()
    await test.send('PUT', `/sessions/${id}/head`, { messageId: ids[0] })
    expect((await search(test, id, 'café')).data).toMatchObject([{ messageId: ids[0], position: 1 }])
  })

  it('says that there is more than was wanted', async () => {
    const test = await openTestApp()
    const { session } = await addLongStory(test.services.db, { messages: 301, text: 'No. ' })
    const { data, more } = await search(test, session.id, 'no. 1', 3)
    expect(data.map(({ position }) => position)).toEqual([200, 199, 198])
    expect(more).toBe(true)
    expect(await search(test, session.id, 'no. 300', 1)).toMatchObject({ data: [{ position: 301 }], more: false })
  })

  it('reads a long story in slices, and other work runs in between', async () => {
    const test = await openTestApp()
    const { session } = await addLongStory(test.services.db, { messages: 5000, text: 'No. ' })
    const found = search(test, session.id, 'no. 0')
    expect(await countTurns(found)).toBeGreaterThan(50)
    expect((await found).data).toMatchObject([{ position: 1 }])
  })

  it.each(['', ' ', '\u200b', 'x'.repeat(201)])('needs a text: not %j', async (q) => {
    const { test, id } = await playStory()
    const answer = await test.get(`/sessions/${id}/search?q=${encodeURIComponent(q)}`)
    expect(problemIn(answer)).toMatchObject({ status: 422, code: 'invalid-input' })
  })
})
