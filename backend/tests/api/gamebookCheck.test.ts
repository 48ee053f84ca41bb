import { once } from 'node:events'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { type CheckProgress, readGamebook } from '@llm-gamebook/story'
import { expect, it, vi } from 'vitest'

import type { CheckReport } from '../../src/gamebooks/checks/checkReport.ts'
import { type CheckRun, runCheck, ThreadLimitError } from '../../src/gamebooks/checks/runCheck.ts'
import { GamebookTooLargeToCheckError } from '../../src/gamebooks/gamebookErrors.ts'
import { createGamebookChecks, type GamebookChecks } from '../../src/gamebooks/gamebookChecks.ts'
import { whenClosed } from '../../src/web/api/gamebook/checkLines.ts'
import { GamebookCheckResponse } from '../../src/web/schemas/gamebook.ts'
import { addFiles } from '../support/gamebookFolder.ts'
import { GARDEN, GARDEN_ID } from '../support/garden.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const check = async (test: TestApp, id: string) =>
  GamebookCheckResponse.parse((await test.get(`/gamebooks/${id}/check`)).json())

const begun: CheckProgress = {
  states: 0,
  questions: 8,
  decided: 0,
  open: 0,
  milliseconds: 1000,
  maxMilliseconds: 60_000,
}

const TRAP = `title: The Trap
entity_types:
  - name: Places
    instructions: Tell of the places.
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: house, node_ids: [hall, pit, garden], functions: [{target: transition, name: go_to}]}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Hall, description: Tiles., edges: [pit, garden]}
      - {name: Pit, description: Deep.}
      - {name: Garden, description: Grass., ending: {title: Out, kind: good}}
`

it('reports the problems of a gamebook with the calls that show them', async () => {
  const test = await openTestApp()
  await addFiles(test.folders.local, { 'my/trap/llm-gamebook.yaml': TRAP })
  expect(await check(test, 'my/trap')).toEqual({
    diagnostics: [],
    findings: [
      {
        code: 'soft-lock',
        severity: 'warning',
        line: 6,
        column: 71,
        path: 'entity_types[0].entities[0].functions[0]',
        message: 'After go_to(to: pit), no ending can be reached.',
        hint: 'Add a path that leads out, end the story there, or block what leads there.',
        witness: ['go_to(to: pit)'],
        steps: [{ first: 1, last: 1, text: 'go_to(to: pit)' }],
        isProven: true,
        status: 'proven',
        statusText: 'Proven.',
      },
    ],
    explored: {
      states: 3,
      isWhole: true,
      endings: [
        {
          nodeId: 'garden',
          title: 'Out',
          kind: 'good',
          steps: 1,
          isShortest: true,
          status: 'shown',
          text: 'reached in 1 step (shortest path)',
        },
      ],
    },
    summary: {
      states: 3,
      calls: 2,
      milliseconds: expect.any(Number),
      questions: 9,
      decided: 9,
      headline: '1 warning; all 9 questions are decided.',
      effort: expect.stringMatching(/^Explored 3 states and 2 calls in /),
      open: [],
      openGroups: [],
    },
  })
})

it('uses the current file', async () => {
  const test = await openTestApp()
  await addFiles(test.folders.local, { 'my/trap/llm-gamebook.yaml': TRAP })
  expect((await check(test, 'my/trap')).findings).toHaveLength(1)
  const mended = TRAP.replace('description: Deep.', 'description: Deep., edges: [hall]')
  await test.send('PUT', '/gamebooks/my/trap/source', { yaml: mended })
  expect((await check(test, 'my/trap')).findings).toEqual([])
})

it('serves several clients at once without blocking other pages', async () => {
  const test = await openTestApp()
  const asked = Array.from({ length: 5 }, () => check(test, GARDEN_ID))
  expect((await test.get('/gamebooks')).statusCode).toBe(200)
  const answers = await Promise.all(asked)
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]?.explored?.isWhole).toBe(true)
})

it('reports nothing for a gamebook with errors or an unknown one', async () => {
  const test = await openTestApp()
  await addFiles(test.folders.local, { 'my/draft/llm-gamebook.yaml': GARDEN.replace('title:', 'titel:') })
  expect(await check(test, 'my/draft')).toEqual({
    diagnostics: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]),
    findings: [],
    explored: null,
    summary: null,
  })
  expect(problemIn(await test.get('/gamebooks/my/nothing/check')).code).toBe('gamebook-not-found')
})

it('streams its progress, and then the same result', async () => {
  const test = await openTestApp()
  const report = { findings: [], explored: null, summary: null }
  const checking: GamebookChecks['check'] = async (_, watch) => {
    watch?.onProgress?.({ ...begun, states: 1200, decided: 2 })
    return report
  }
  Object.assign(test.services.checks, { check: checking })
  const response = await test.get(`/gamebooks/${GARDEN_ID}/check/progress`)
  expect(response.headers['content-type']).toMatch(/^application\/x-ndjson/)
  const [progress, result, ...others] = response.body
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(progress).toEqual({
    states: 1200,
    share: 0.25,
    text: '2 of 8 questions decided; 1,200 states; 1 s of at most 60 s',
  })
  expect(result).toEqual(await check(test, GARDEN_ID))
  expect(others).toEqual([])
})

it('streams its progress again if there is none for a while, so no one waits for a dead connection', async () => {
  const test = await openTestApp()
  const checking: GamebookChecks['check'] = async (_, watch) => {
    vi.advanceTimersByTime(3000)
    watch?.onProgress?.(begun)
    vi.advanceTimersByTime(6000)
    return { findings: [], explored: null, summary: null }
  }
  Object.assign(test.services.checks, { check: checking })
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  const response = await test.get(`/gamebooks/${GARDEN_ID}/check/progress`)
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
  const lines = response.body.trimEnd().split('\n')
  expect(lines.map((line): unknown => JSON.parse(line).text)).toEqual([
    'Waiting for the checker to start',
    '0 of 8 questions decided; 1 s of at most 60 s',
    '0 of 8 questions decided; 4 s of at most 60 s',
    '0 of 8 questions decided; 7 s of at most 60 s',
    undefined,
  ])
})

it('streams a problem if the gamebook can not be checked', async () => {
  const test = await openTestApp()
  const failing = { check: () => Promise.reject(new GamebookTooLargeToCheckError('no memory')) }
  Object.assign(test.services.checks, failing)
  const response = await test.get(`/gamebooks/${GARDEN_ID}/check/progress`)
  expect(JSON.parse(response.body)).toMatchObject({ code: 'gamebook-too-large-to-check', status: 422 })
})

const trap = () => ({ gamebook: readGamebook(TRAP).gamebook, text: TRAP, version: 'trap' })

it('stops at the time limit, and says what is open', async () => {
  const { summary, findings } = await createGamebookChecks({ maxMilliseconds: 0 }).check(trap())
  expect(summary?.open[0]?.reasons).toEqual([{ kind: 'limit', of: 'time', value: 0 }])
  expect(findings.filter(({ isProven }) => isProven)).toEqual([])
})

const nothing: CheckReport = { findings: [], explored: null, summary: null }

/** Checks that end only when the test ends or cancels them. */
function slowChecks() {
  const runs: { readonly run: CheckRun; readonly end: () => void }[] = []
  const run = (started: CheckRun): Promise<CheckReport> =>
    new Promise((resolve, reject) => {
      runs.push({ run: started, end: () => resolve(nothing) })
      started.signal.addEventListener('abort', () => reject(new Error('canceled')))
    })
  return { runs, checks: createGamebookChecks({ run }) }
}

it('is canceled as soon as no client waits for it, and starts again on the next request', async () => {
  const { runs, checks } = slowChecks()
  const [one, other] = [new AbortController(), new AbortController()]
  const waits = Promise.allSettled([one, other].map(({ signal }) => checks.check(trap(), { signal })))
  await vi.waitFor(() => expect(runs).toHaveLength(1))
  one.abort(new Error('one has left'))
  expect(runs[0]?.run.signal.aborted).toBe(false)
  other.abort(new Error('the other has left'))
  expect(runs[0]?.run.signal.aborted).toBe(true)
  expect(await waits).toMatchObject([
    { reason: { message: 'one has left' } },
    { reason: { message: 'the other has left' } },
  ])
  const again = checks.check(trap())
  await vi.waitFor(() => expect(runs).toHaveLength(2))
  runs[1]?.end()
  expect(await again).toEqual(nothing)
})

it('blames the gamebook for a lack of memory, but not for a fault of the checker', async () => {
  const failing = (error: Error) => createGamebookChecks({ run: () => Promise.reject(error) }).check(trap())
  await expect(failing(new ThreadLimitError('no memory', { kind: 'memory' }))).rejects.toThrow(
    GamebookTooLargeToCheckError,
  )
  await expect(failing(new TypeError('x is undefined'))).rejects.toThrow(TypeError)
})

it('says that a gamebook is too large if there is not even memory to read it', async () => {
  const run = { text: TRAP, limits: { maxStates: 1000, maxMilliseconds: 60_000 }, isBackground: false }
  const check = runCheck({ ...run, maxMemoryMb: 4, onProgress: () => {}, signal: new AbortController().signal })
  await expect(check).rejects.toThrow(ThreadLimitError)
})

it('goes on for the clients that still wait, and shows all of them its progress', async () => {
  const { runs, checks } = slowChecks()
  const left = new AbortController()
  const shown: CheckProgress[] = []
  const onProgress = (progress: CheckProgress): void => void shown.push(progress)
  const gone = checks.check(trap(), { signal: left.signal, onProgress })
  const stays = checks.check(trap(), { onProgress })
  await vi.waitFor(() => expect(runs).toHaveLength(1))
  runs[0]?.run.onProgress({ ...begun, states: 1 })
  left.abort(new Error('one has left'))
  await expect(gone).rejects.toThrow('one has left')
  runs[0]?.run.onProgress({ ...begun, states: 2 })
  expect(shown.map(({ states }) => states)).toEqual([1, 1, 2])
  runs[0]?.end()
  expect(await stays).toEqual(nothing)
})

it('does not start for a client that left while the gamebook was read', async () => {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  expect(whenClosed(response).aborted).toBe(false)
  response.destroy()
  await once(response, 'close')
  expect(whenClosed(response).aborted).toBe(true)
})

it('waits for nothing once the thread of a canceled check is stopped', async () => {
  const canceled = new AbortController()
  const limits = { maxStates: 1000, maxMilliseconds: 60_000 }
  const run = runCheck({
    text: TRAP,
    limits,
    maxMemoryMb: null,
    onProgress: () => {},
    signal: canceled.signal,
    isBackground: false,
  })
  canceled.abort(new Error('canceled'))
  await expect(run).rejects.toThrow('canceled')
})
