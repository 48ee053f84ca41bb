import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import { periodsAt } from '../../src/budgets/period.ts'
import { openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { toStepDatabase } from '../../src/db/migrations/step.ts'
import { deleteBudget, insertBudget } from '../../src/db/models/budgetQueries.ts'
import { runNextStep } from '../../src/db/runStep.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { keyCipher } from '../support/keyCipher.ts'
import { run } from '../support/runCommand.ts'
import { BEHAVIORS } from '../support/scriptedModels/behaviors.ts'
import { openScriptedModel, type ScriptedModelServer } from '../support/scriptedModels/openScriptedModel.ts'
import { readBooks } from '../support/scriptedModels/runScripted.ts'

let model: ScriptedModelServer
let folder = ''
/** Called before each answer of the model. */
let onAnswer = (): void => {}

const Printed = z.object({
  end: z.string(),
  recommendation: z.object({ verdict: z.string() }),
  figures: z.array(z.object({ arm: z.string(), turns: z.number() })),
  turns: z.array(z.object({ turn: z.string() })),
  cost: z.number().nullable(),
})

beforeAll(async () => {
  model = await openScriptedModel({
    books: await readBooks(),
    behavior: BEHAVIORS.perfect,
    beforeAnswer: () => onAnswer(),
  })
  folder = await makeFolder({ 'other.txt': 'no results' })
  const db = await openDatabase({ kind: 'sqlite', file: join(folder, 'llm-gamebook.sqlite') })
  await migrate(db, { keyCipher })
  const builtIn = await db.selectFrom('modelConfig').selectAll().executeTakeFirstOrThrow()
  const row = { ...builtIn, provider: 'openai-compatible', modelName: 'scripted', position: 1 }
  for (const [name, baseUrl] of [
    ['Scripted', model.url],
    ['Nowhere', 'http://127.0.0.1:9'],
  ] as const) {
    await db
      .insertInto('modelConfig')
      .values({ ...row, id: randomUUID(), name, baseUrl })
      .execute()
  }
  await db.destroy()
})

afterAll(() => model.close())

describe('bench', () => {
  it('prints what it expects, what it recommends, and its figures', async () => {
    const { status, written } = await run(folder, 'bench --model scripted')
    expect(status).toBe(0)
    expect(written).toMatch(
      /^Expected: 20 turns, 38 requests, about [\d,]+ tokens in, [\d,]+ out; the price is not known\.\n/,
    )
    expect(written).toContain('Good for long stories')
    expect(written).toMatch(/\| calls made when due +\| 16 of 16 \|/)
    expect(written).toMatch(/\| cost per turn +\| – /)
    expect(written).toContain('Cost: not known')
  })

  it('sends nothing in a dry run', async () => {
    const before = model.seen.length
    const { status, written } = await run(folder, 'bench --model scripted --arms all --dry-run --json')
    expect(status).toBe(0)
    expect(JSON.parse(written)).toMatchObject({ expected: { turns: 80, cost: null } })
    expect(model.seen).toHaveLength(before)
  })

  it('goes on with the results in a file after Ctrl+C, and after its end was cut off', async () => {
    const stop = new AbortController()
    let answers = 0
    onAnswer = () => {
      answers += 1
      if (answers === 10) stop.abort()
    }
    const command = 'bench --model scripted --json --resume results.jsonl --seed 4'
    const canceled = await run(folder, command, { interrupt: stop.signal })
    onAnswer = () => {}
    expect(canceled.status).toBe(130)
    expect(canceled.errors).toContain('Go on with: --resume results.jsonl')
    const path = join(folder, 'results.jsonl')
    const stored = await readFile(path, 'utf8')
    await writeFile(path, stored.slice(0, -20))
    const kept =
      stored
        .split('\n')
        .slice(1)
        .filter((line) => line !== '').length - 1
    const before = model.seen.length
    const resumed = await run(folder, command)
    expect(resumed.status).toBe(0)
    const printed = Printed.parse(JSON.parse(resumed.written))
    expect(printed.figures).toEqual([expect.objectContaining({ arm: 'full', turns: 20 })])
    expect(new Set(model.seen.slice(before).map(({ turn }) => turn.id)).size).toBe(20 - kept)
    const again = await run(folder, command)
    expect(Printed.parse(JSON.parse(again.written)).turns).toHaveLength(20)
    expect(new Set(model.seen.slice(before).map(({ turn }) => turn.id)).size).toBe(20 - kept)
  })

  it('counts in the usage of the app, and sends nothing that a budget does not allow', async () => {
    const db = await openDatabase({ kind: 'sqlite', file: join(folder, 'llm-gamebook.sqlite') })
    onTestFinished(() => db.destroy())
    const now = new Date().toISOString()
    const budget = { id: randomUUID(), scope: 'day', unit: 'tokens', limit: 1, createdAt: now } as const
    const countRequests = async (): Promise<number> => {
      const row = await db
        .selectFrom('usageDay')
        .select(({ fn }) => fn.sum<number>('requests').as('all'))
        .executeTakeFirst()
      return row?.all ?? 0
    }
    const counted = await countRequests()
    expect((await run(folder, 'bench --model scripted')).status).toBe(0)
    expect(await countRequests()).toBe(counted + 38)

    await insertBudget(db, budget, periodsAt(now, null))
    onTestFinished(async () => {
      await deleteBudget(db, budget.id)
    })
    const before = model.seen.length
    const { status, errors } = await run(folder, 'bench --model scripted')
    expect([status, errors]).toEqual([1, expect.stringContaining('budget')])
    expect(model.seen).toHaveLength(before)
  })

  it('needs a database of this version', async () => {
    const old = await makeFolder()
    const db = await openDatabase({ kind: 'sqlite', file: join(old, 'llm-gamebook.sqlite') })
    await runNextStep(toStepDatabase(db), { keyCipher })
    await db.destroy()
    const { status, errors } = await run(old, 'bench --model scripted')
    expect([status, errors]).toEqual([2, expect.stringContaining('Start this version with "npm start"')])
  })

  it('says why a model that can not be reached was not measured', async () => {
    const { status, written, errors } = await run(folder, 'bench --model nowhere')
    expect(status).toBe(1)
    expect(written).toContain('No turn could be measured')
    expect(errors).toContain('The model failed. ')
    expect(errors).toContain('127.0.0.1:9')
  })

  it.each([
    ['bench', 'No model given.'],
    ['bench --model scripted extra', 'Unexpected argument: "extra".'],
    ['bench --model none', 'There is no model called "none".'],
    ['bench --model scripted --arms some', '--arms doesn\'t know "some".'],
    ['bench --model scripted --books some', '--books doesn\'t know "some".'],
    ['bench --model scripted --seed x', '--seed must be a whole number'],
    ['bench --model scripted --max-cost x', '--max-cost must be an amount'],
    ['bench --model scripted --max-cost 1', 'The price of this model is not known'],
    ['bench --model scripted --resume other.txt', 'holds no results of a benchmark'],
    ['bench --model scripted --resume missing/results.jsonl', "Can't write"],
  ])('does not run: %s', async (command, message) => {
    const { status, errors } = await run(folder, command)
    expect([status, errors]).toEqual([2, expect.stringContaining(message)])
  })

  it('refuses results of another model', async () => {
    await run(folder, 'bench --model scripted --max-minutes 0 --resume mine.jsonl')
    const { status, errors } = await run(folder, 'bench --model nowhere --resume mine.jsonl')
    expect([status, errors]).toEqual([2, expect.stringContaining('are those of another model: scripted')])
  })

  it('ends after its time with status 1', async () => {
    const { status, errors } = await run(folder, 'bench --model scripted --max-minutes 0')
    expect([status, errors]).toEqual([1, expect.stringContaining('The limit of --max-minutes was reached.')])
  })
})
