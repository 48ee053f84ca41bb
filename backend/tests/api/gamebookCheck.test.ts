import { readGamebook } from '@llm-gamebook/story'
import { expect, it } from 'vitest'

import { createGamebookChecks } from '../../src/gamebooks/gamebookChecks.ts'
import { GamebookCheckResponse } from '../../src/web/schemas/gamebook.ts'
import { addFiles } from '../support/gamebookFolder.ts'
import { GARDEN, GARDEN_ID } from '../support/garden.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const check = async (test: TestApp, id: string) =>
  GamebookCheckResponse.parse((await test.get(`/gamebooks/${id}/check`)).json())

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
    findings: [
      {
        code: 'soft-lock',
        severity: 'warning',
        line: 6,
        column: 71,
        path: 'entity_types[0].entities[0].functions[0]',
        message: 'After go_to(to: pit), no ending can be reached (1 such state).',
        hint: 'Add an edge out of it, end the story there, or block what leads there.',
        witness: ['go_to(to: pit)'],
        isProven: true,
      },
    ],
    explored: { states: 3, isWhole: true, endings: [{ title: 'Out', kind: 'good', steps: 1 }] },
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
  expect(await check(test, 'my/draft')).toEqual({ findings: [], explored: null })
  expect(problemIn(await test.get('/gamebooks/my/nothing/check')).code).toBe('gamebook-not-found')
})

it('stops at the time limit, and starts again on the next request', async () => {
  const { gamebook } = readGamebook(TRAP)
  const checks = createGamebookChecks(0)
  const ask = () => checks.check({ gamebook, text: TRAP, version: 'trap' })
  await expect(ask()).rejects.toMatchObject({ code: 'gamebook-too-large-to-check' })
  await expect(ask()).rejects.toMatchObject({ code: 'gamebook-too-large-to-check' })
})
