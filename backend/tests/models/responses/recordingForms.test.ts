import { afterAll, beforeAll, describe, it } from 'vitest'

import { followUps, expectStored, playRecording } from '../../support/playRecording.ts'
import { type Recording, recordings } from '../../support/recordings.ts'
import { openReplayApp, type ReplayApp } from '../../support/replayApp.ts'
import { emptyChunks, eventForms, lineForms, newEvent, type Chunking } from '../../support/chunkings.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

const streams = [...recordings.values()].filter(
  ({ kind, expect: expected }) => kind === 'stream' && expected.error === undefined,
)
const isLines = ({ wire }: Recording): boolean => wire === 'ollama'
const isTyped = ({ wire }: Recording): boolean => wire === 'anthropic' || wire === 'responses'

async function check(recording: Recording, rewrite: Chunking): Promise<void> {
  const chain = followUps(recording)
  expectStored(await playRecording(app, chain, { rewrite }), chain)
}

describe.each(Object.entries(eventForms))('a stream of events %s', (_form, rewrite) => {
  it.concurrent.each(streams.filter((recording) => !isLines(recording)))('gives the same answer: $id', (recording) =>
    check(recording, rewrite),
  )
})

describe.each(Object.entries(lineForms))('a stream of JSON lines %s', (_form, rewrite) => {
  it.concurrent.each(streams.filter(isLines))('gives the same answer: $id', (recording) => check(recording, rewrite))
})

describe('a stream with event types that are newer than the app', () => {
  it.concurrent.each(streams.filter(isTyped))('gives the same answer: $id', (recording) => check(recording, newEvent))
})

describe('a stream with chunks that add nothing', () => {
  it.concurrent.each(streams.filter(({ wire }) => wire === 'chat'))('gives the same answer: $id', (recording) =>
    check(recording, emptyChunks),
  )
})
