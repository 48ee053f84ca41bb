import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { findRepositoryFolder } from '../../src/start/repositoryFolder.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { FILE, folders, run, TOWER } from '../support/runCommand.ts'
import { SARIF_SCHEMA } from '../support/sarifSchema.ts'

/** With a warning of the reader, findings of each status, and an open question. */
const MIXED = TOWER.replace(
  'title: The Tower',
  'title: The Tower\ninvariants: [{name: brave, condition: player.courage >= 1}]\nunknown: 1',
).replace('- name: dare\n', '- name: dare\n            description: Increase the courage.\n')
const BROKEN = TOWER.replace('[roof]', '[moon]')

describe('JSON', () => {
  const problem = {
    code: z.string(),
    file: z.string(),
    line: z.int(),
    column: z.int(),
    path: z.string(),
    message: z.string(),
    hint: z.string(),
  }
  const Steps = z
    .array(z.strictObject({ function: z.string(), args: z.json(), rolls: z.array(z.array(z.int())) }))
    .nullable()
  const claims = ['proven', 'shown', 'not-known'] as const
  const reasons = z.array(z.looseObject({ kind: z.string() }))
  const Finding = z.strictObject({
    ...problem,
    severity: z.enum(['warning', 'note']),
    witness: Steps,
    isProven: z.boolean(),
    status: z.enum([...claims, 'guess']),
    statusText: z.string(),
    reasons,
  })
  const Ending = z.strictObject({
    nodeId: z.string(),
    title: z.string(),
    kind: z.enum(['good', 'bad', 'neutral']),
    steps: Steps,
    isShortest: z.boolean(),
    status: z.strictObject({ kind: z.enum(claims), calls: z.int().optional(), reasons: reasons.optional() }),
  })
  const Explored = z.strictObject({ states: z.int(), calls: z.int(), isWhole: z.boolean(), endings: z.array(Ending) })
  const Summary = z.strictObject({
    states: z.int(),
    calls: z.int(),
    milliseconds: z.number(),
    questions: z.int(),
    decided: z.int(),
    open: z.array(z.strictObject({ question: z.string(), reasons })),
    headline: z.string(),
    effort: z.string(),
    openText: z.array(z.string()),
    openGroups: z.array(z.strictObject({ questions: z.array(z.string()), others: z.int(), reasons: z.string() })),
  })
  const Diagnostic = z.strictObject({
    ...problem,
    severity: z.enum(['error', 'warning']),
    related: z.array(z.looseObject({ line: z.int() })),
  })
  const Gamebook = z.strictObject({
    folder: z.string(),
    file: z.string(),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    diagnostics: z.array(Diagnostic),
    findings: z.array(Finding),
    explored: Explored.nullable(),
    summary: Summary.nullable(),
  })
  const Output = z.strictObject({ version: z.literal(1), tool: z.string(), gamebooks: z.array(Gamebook) })

  it('has the documented structure, also for a limit and for a gamebook with errors', async () => {
    const folder = await makeFolder({ [`mixed/${FILE}`]: MIXED, [`broken/${FILE}`]: BROKEN })
    const { status: exit, written } = await run(folder, 'check mixed broken --json')
    const { gamebooks } = Output.parse(JSON.parse(written))
    expect(exit).toBe(1)
    expect(gamebooks.map(({ file, explored }) => [file, explored === null])).toEqual([
      [join('mixed', FILE), false],
      [join('broken', FILE), true],
    ])
    expect(new Set(gamebooks[0]?.findings.map((finding) => finding.status))).toEqual(
      new Set(['proven', 'shown', 'guess']),
    )
    const stopped = Output.parse(
      JSON.parse((await run(folder, 'check mixed --json --no-cache --max-states 1')).written),
    )
    expect(stopped.gamebooks[0]?.summary?.open[0]?.reasons[0]).toMatchObject({ kind: 'limit', of: 'states', value: 1 })
  })

  it('is documented key by key', async () => {
    const page = await readFile(join(findRepositoryFolder(), 'docs', 'checker.md'), 'utf8')
    const shapes = [Output, Gamebook, Diagnostic, Finding, Explored, Ending, Summary]
    const keys = shapes.flatMap(({ shape }) => Object.keys(shape))
    expect(keys.filter((key) => !page.includes(`\`${key}`) && !page.includes(`.${key}`))).toEqual([])
  })
})

interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { id: string; help: { text: string } }[] } }
  readonly results: readonly SarifResult[]
}

interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[]
  readonly properties: unknown
  readonly codeFlows: readonly {
    readonly threadFlows: readonly {
      readonly locations: readonly { readonly location: { readonly message: { readonly text: string } } }[]
    }[]
  }[]
}

describe('SARIF', () => {
  const validate = new Ajv({ allErrors: true }).compile(SARIF_SCHEMA)

  it('keeps to the schema, with the status and the calls of each finding, and links to pages that exist', async () => {
    const folder = await makeFolder({ [`a tower/${FILE}`]: MIXED, [`broken/${FILE}`]: BROKEN })
    const { written } = await run(folder, ['check', 'a tower', 'broken', '--sarif'])
    const sarif = JSON.parse(written)
    validate(sarif)
    expect(validate.errors ?? []).toEqual([])
    const [{ tool, results }]: readonly [SarifRun] = sarif.runs
    expect(results.filter(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id !== ruleId)).toEqual([])
    const uris = results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri)
    expect(new Set(uris)).toEqual(new Set([`a%20tower/${FILE}`, `broken/${FILE}`]))
    const shown = results.find(({ ruleId }) => ruleId === 'invariant-violated')
    expect(shown?.properties).toEqual({ status: 'shown', statusText: 'Shown by a replay of 1 call.' })
    const vague = results.find(({ ruleId }) => ruleId === 'description-without-when')
    expect(vague?.properties).toEqual({ status: 'guess', statusText: 'A guess from how it is written, not a proof.' })
    expect(shown?.codeFlows[0]?.threadFlows[0]?.locations[0]?.location.message.text).toBe('1. dare() with 1 1')
    expect(results.map(({ ruleId }) => ruleId)).toContain('unknown-key')

    for (const { help } of tool.driver.rules) {
      const [page = '', anchor] = help.text.replace('Explained in ', '').split('#')
      const text = await readFile(join(findRepositoryFolder(), page), 'utf8')
      if (anchor !== undefined) expect(text).toContain(`## ${anchor}\n`)
    }
  })

  it('is valid without problems', async () => {
    const { written } = await run(await folders(), 'check test/garden --sarif')
    expect([validate(JSON.parse(written)), validate.errors]).toEqual([true, null])
  })
})
