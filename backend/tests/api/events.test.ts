import { setImmediate } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'

import { HEARTBEAT } from '../../src/web/live/sseMessage.ts'
import { LiveEvent } from '../../src/web/schemas/live.ts'
import { applyEvents } from '../support/applyEvent.ts'
import { type EventStream, openEvents } from '../support/eventStream.ts'
import { fakeModel, gate, text } from '../support/fakeModel.ts'
import { walkToGate, walkToOrchard } from '../support/garden.ts'
import { getSession, sendMessage, waitForAnswer, startSession } from '../support/play.ts'
import { openTestApp, type TestApp, type TestAppOptions } from '../support/testApp.ts'

interface Listening {
  readonly test: TestApp
  readonly listen: (sessionId: string) => Promise<EventStream>
}

async function openListeningApp(options: TestAppOptions = {}): Promise<Listening> {
  const test = await openTestApp(options)
  const address = await test.app.listen({ host: '127.0.0.1', port: 0 })
  return {
    test,
    async listen(sessionId) {
      const stream = await openEvents(address, sessionId)
      onTestFinished(() => stream.close())
      return stream
    },
  }
}

const heartbeat = new TextDecoder().decode(HEARTBEAT)

/** What is written when nothing happens. */
const beat = (): unknown => JSON.parse(heartbeat.replace(/^data: /, ''))

const isEnd = ({ type }: LiveEvent): boolean => type === 'message-end'
const isDelta = ({ type }: LiveEvent): boolean => type === 'part-delta'
const isSnapshot = ({ type }: LiveEvent): boolean => type === 'snapshot'

describe('the event stream', () => {
  it('has a heartbeat that a page can receive', () => {
    expect(LiveEvent.parse(beat())).toEqual({ type: 'heartbeat' })
    expect(heartbeat).toMatch(/^data: .+\n\n$/)
  })

  it('begins with a snapshot and forbids proxies to buffer or change it', async () => {
    const { test, listen } = await openListeningApp()
    const { id } = await startSession(test)
    const stream = await listen(id)
    expect(await stream.next(isSnapshot)).toEqual({ type: 'snapshot', session: await getSession(test, id) })
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(stream.headers.get('cache-control')).toBe('no-cache, no-transform')
    expect(stream.headers.get('x-accel-buffering')).toBe('no')
  })

  it('sends a turn exactly as it is stored', async () => {
    const model = fakeModel(
      text('Dawn.'),
      walkToGate(),
      text('The gate ', 'is warm.'),
      walkToOrchard(),
      text('Lanterns.'),
    )
    const { test, listen } = await openListeningApp({ model })
    const { id } = await startSession(test)
    const stream = await listen(id)
    await stream.next(isSnapshot)
    await sendMessage(test, id, 'To the gate.')
    const session = await sendMessage(test, id, 'Through it.')
    await stream.next((event) => event.type === 'message-end' && event.message.id === session.headId)
    const told = new Set(stream.events.map(({ type }) => type))
    expect(told).toEqual(
      new Set(['snapshot', 'message-start', 'part-start', 'receipt', 'part-end', 'state', 'part-delta', 'message-end']),
    )
    const { messages, place, ending, endings, headId } = applyEvents(stream.events)
    expect({ messages, place, ending, endings, headId }).toEqual({
      messages: session.messages,
      place: 'Orchard',
      ending: session.ending,
      endings: { found: 1, total: 1 },
      headId: session.headId,
    })
  })

  it('joined during an answer sends the text so far, then each delta once', async () => {
    const hold = gate()
    const { test, listen } = await openListeningApp({
      model: fakeModel(text('Dawn.'), text('One ', hold.opened, 'two.')),
    })
    const { id } = await startSession(test)
    const early = await listen(id)
    await test.send('POST', `/sessions/${id}/messages`, { text: 'Count.' })
    await early.next(isDelta)
    const late = await listen(id)
    await late.next(isSnapshot)
    hold.open()
    await Promise.all([early.next(isEnd), late.next(isEnd)])
    expect(late.events.filter(isDelta)).toMatchObject([{ text: 'two.' }])
    const stored = (await waitForAnswer(test, id)).messages
    expect(applyEvents(early.events).messages).toEqual(stored)
    expect(applyEvents(late.events).messages).toEqual(stored)
  })

  it('loses and repeats nothing, however many clients join during an answer', async () => {
    const words = Array.from({ length: 200 }, (_, index) => `${index} `)
    const steps = words.flatMap((word) => [word, () => setImmediate()])
    const { test, listen } = await openListeningApp({ model: fakeModel(text('Dawn.'), text(...steps)) })
    const { id } = await startSession(test)
    const streams = [listen(id)]
    await test.send('POST', `/sessions/${id}/messages`, { text: 'Count.' })
    for (let joined = 0; joined < 20; joined += 1) streams.push(listen(id))
    const session = await waitForAnswer(test, id)
    for (const stream of await Promise.all(streams)) {
      await stream.next(() => applyEvents(stream.events).messages.at(-1)?.status === 'done')
      expect(applyEvents(stream.events).messages).toEqual(session.messages)
    }
  })

  it('sends a new snapshot when the head moves', async () => {
    const { test, listen } = await openListeningApp()
    const { id, headId } = await startSession(test)
    await sendMessage(test, id, 'Look.')
    const stream = await listen(id)
    await stream.next(isSnapshot)
    await test.send('PUT', `/sessions/${id}/head`, { messageId: headId })
    await stream.next((event) => event.type === 'snapshot' && event.session.headId === headId)
    expect(applyEvents(stream.events)).toEqual(await getSession(test, id))
  })

  it('sends a new title, and the next narrator when a model is deleted', async () => {
    const { test, listen } = await openListeningApp()
    const { id, modelConfigId } = await startSession(test)
    const stream = await listen(id)
    await stream.next(isSnapshot)
    await test.send('PATCH', `/sessions/${id}`, { title: 'My garden' })
    await stream.next((event) => event.type === 'session' && event.title === 'My garden')
    await test.send('DELETE', `/model-configs/${String(modelConfigId)}`)
    await stream.next((event) => event.type === 'session' && event.modelConfig === null)
  })

  it('sends the siblings of a message that starts a new branch', async () => {
    const { test, listen } = await openListeningApp()
    const { id } = await startSession(test)
    const answer = (await sendMessage(test, id, 'Look.')).messages.at(-1)
    const stream = await listen(id)
    await stream.next(isSnapshot)
    await test.send('POST', `/sessions/${id}/messages/${String(answer?.id)}/retry`)
    const session = await waitForAnswer(test, id)
    await stream.next(isEnd)
    expect(applyEvents(stream.events).messages).toEqual(session.messages)
    expect(session.messages.at(-1)?.siblingIds).toHaveLength(2)
  })

  it('sends nothing more for a refused turn', async () => {
    const model = fakeModel(text('Dawn.'), walkToGate(), text('Warm.'), walkToOrchard(), text('Lanterns.'))
    const test = await openTestApp({ model })
    const { id } = await startSession(test)
    await sendMessage(test, id, 'To the gate.')
    const { headId } = await sendMessage(test, id, 'Through it.')
    const refused = await test.send('POST', `/sessions/${id}/messages`, { text: 'And then?' })
    expect(refused.statusCode).toBe(409)
    const frames: Uint8Array[] = []
    const { live } = test.services
    live.subscribe(id, (frame) => frames.push(frame))
    live.emit(id, { type: 'notice', messageId: String(headId), notice: 'Of no turn.' })
    expect(frames).toEqual([])
  })

  it('removes its listener when the client disconnects', async () => {
    const { test, listen } = await openListeningApp()
    const { id } = await startSession(test)
    const stream = await listen(id)
    await stream.next(isSnapshot)
    expect(test.services.live.subscribedSessions()).toEqual([id])
    stream.close()
    await expect.poll(() => test.services.live.subscribedSessions()).toEqual([])
  })

  it('ends with the server', async () => {
    const { test, listen } = await openListeningApp()
    const { id } = await startSession(test)
    const stream = await listen(id)
    await stream.next(isSnapshot)
    await test.app.close()
    await stream.ended
  })
})
