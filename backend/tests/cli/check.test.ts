import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { findRepositoryFolder } from '../../src/start/repositoryFolder.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { FILE, folders, run, TOWER } from '../support/runCommand.ts'

const CLEAN = TOWER.replace('edges: [yard], ', '')

describe('the report', () => {
  it('says that nothing is wrong, and how much was explored', async () => {
    const folder = await makeFolder({ [`tower/${FILE}`]: CLEAN })
    const { status, written } = await run(folder, 'check tower')
    expect(status).toBe(0)
    expect(written).toMatch(/^tower\n {2}No problems found: all \d+ questions are decided\.\n/)
    expect(written).toMatch(/ {2}Explored \d+ states? and \d+ calls? in /)
    expect(written).toContain('Ending "The View" (good): reached in 1 step (shortest path).')
  })

  it('shows a finding with its line, a marker, a hint and its status, and fails only in strict mode', async () => {
    const folder = await folders()
    const { status, written } = await run(folder, 'check test/tower')
    expect(status).toBe(0)
    expect(written).toContain(
      `test/tower/${FILE}:12:50 warning unused-edge: The edge from "roof" to "yard" is never used.`,
    )
    expect(written).toContain(
      '      - {name: Roof, description: Wind., edges: [yard], ending: {title: The View, kind: good}}\n',
    )
    expect(written.split('\n').find((line) => line.trim() === '^')).toHaveLength(2 + 50)
    expect(written).toContain('\n  Proven.\n')
    expect(written).toMatch(/\ntest\/tower\n {2}1 warning; all \d+ questions are decided\.\n/)
    expect(written.match(/\b1 warning/g)).toHaveLength(1)
    expect((await run(folder, 'check test/tower --strict')).status).toBe(1)
  })

  it('fails for a gamebook with errors, and shows all of them', async () => {
    const folder = await makeFolder({ [`tower/${FILE}`]: TOWER.replace('[roof]', '[moon, sun]') })
    const { status, written } = await run(folder, 'check tower')
    expect(status).toBe(1)
    expect(written.match(/error unknown-reference/g)).toHaveLength(2)
    expect(written).toMatch(/\ntower\n {2}2 errors; nothing was explored\. Fix the errors, then check again\.\n$/)
  })

  it.each([
    ['--max-states 1', 'The search stopped after 1 state.'],
    ['--seconds 0', 'The search stopped after 0 seconds.'],
  ])('says what is open if the search stopped: %s', async (limit, reason) => {
    const { status, written } = await run(await folders(), `check test/tower ${limit}`)
    expect(status).toBe(0)
    expect(written).toMatch(/questions (?:are|is) open\./)
    expect(written).toContain(reason)
    expect(written).not.toContain('No problems found')
  })

  it('has all the time that a timer of the system can not wait', async () => {
    const { status, written } = await run(await folders(), 'check test/tower --no-cache --seconds 9999999999')
    expect([status, written]).toEqual([0, expect.stringContaining('1 warning')])
  })

  it('accepts a file of any name', async () => {
    const folder = await makeFolder({ 'drafts/tower two.yaml': CLEAN, 'drafts/broken.yml': 'title: 3' })
    const { status, written } = await run(folder, ['check', 'drafts/tower two.yaml'])
    expect([status, written]).toEqual([0, expect.stringMatching(/^drafts\/tower two\.yaml\n {2}No problems found/)])
    const broken = await run(folder, 'check drafts/broken.yml')
    expect([broken.status, broken.written]).toEqual([1, expect.stringMatching(/^drafts[\\/]broken\.yml:1:/)])
  })

  it('passes all shipped gamebooks, even in strict mode', async () => {
    const folder = join(findRepositoryFolder(), 'gamebooks', 'example')
    const names = (await readdir(folder)).map((name) => `example/${name}`)
    const { status, written } = await run(await makeFolder(), `check ${names.join(' ')} --strict`)
    expect(written).not.toMatch(/\d (warning|error)/)
    expect(status).toBe(0)
  }, 120_000)
})

describe('the cache', () => {
  const millisecondsOf = async (folder: string, options = ''): Promise<unknown> =>
    JSON.parse((await run(folder, `check test/tower --json${options}`)).written).gamebooks[0].summary.milliseconds

  it('answers for a gamebook that has not changed, unless it is not wanted', async () => {
    const folder = await folders()
    const first = await millisecondsOf(folder)
    expect(await readdir(join(folder, 'checks'))).toHaveLength(1)
    expect(await millisecondsOf(folder)).toBe(first)
    expect(await millisecondsOf(folder, ' --no-cache')).not.toBe(first)
  })
})

it('is canceled by Ctrl+C, without a report', async () => {
  const interrupt = AbortSignal.abort(new Error('Canceled.'))
  expect(await run(await folders(), 'check test/tower', { interrupt })).toEqual({
    status: 130,
    written: '',
    errors: '',
  })
})
