import { readdir, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkGamebook, type CheckSummary, type Reason } from '@llm-gamebook/story'
import { expect, it } from 'vitest'

import { createCheckCache } from '../../src/gamebooks/checks/checkCache.ts'
import type { CheckReport } from '../../src/gamebooks/checks/checkReport.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { TOWER } from '../support/runCommand.ts'

const limits = { maxStates: 1000, maxMilliseconds: 10_000 }
const { findings, explored, summary } = checkGamebook(TOWER)
const report: CheckReport = { findings, explored, summary }

function openReport(reason: Reason): CheckReport {
  const open: CheckSummary['open'] = [{ question: 'whether "roof" can be entered', reasons: [reason] }]
  return { ...report, summary: summary && { ...summary, decided: summary.decided - 1, open } }
}

const open = openReport({ kind: 'limit', of: 'states', value: 1000 })

it('finds what was saved for the same content, also after a restart', async () => {
  const folder = join(await makeFolder(), 'checks')
  await createCheckCache(folder).save('abc', limits, report)
  const cache = createCheckCache(folder)
  expect(await cache.find('abc', limits)).toEqual(report)
  expect(await cache.find('abd', limits)).toBeNull()
})

it('finds no result of another version of the checker', async () => {
  const folder = await makeFolder()
  await createCheckCache(folder, async () => '1').save('abc', limits, report)
  expect(await createCheckCache(folder, async () => '2').find('abc', limits)).toBeNull()
  expect(await createCheckCache(folder, async () => '1').find('abc', limits)).toEqual(report)
})

it('uses a complete result for all limits, an incomplete one for lower limits only', async () => {
  const cache = createCheckCache(await makeFolder())
  await cache.save('complete', limits, report)
  await cache.save('open', limits, open)
  const higher = { ...limits, maxStates: 2000 }
  expect(await cache.find('complete', higher)).toEqual(report)
  expect(await cache.find('open', { ...limits, maxStates: 500 })).toEqual(open)
  expect(await cache.find('open', higher)).toBeNull()
  expect(await cache.find('open', { ...limits, maxMilliseconds: 20_000 })).toBeNull()
})

it('does not replace a better result', async () => {
  const cache = createCheckCache(await makeFolder())
  await cache.save('abc', limits, report)
  await cache.save('abc', limits, open)
  expect(await cache.find('abc', limits)).toEqual(report)
})

it('does not keep what ran out of time', async () => {
  const cache = createCheckCache(await makeFolder())
  await cache.save('abc', limits, openReport({ kind: 'limit', of: 'time', value: 10_000 }))
  expect(await cache.find('abc', limits)).toBeNull()
})

it.each([
  ['no JSON', '{'],
  ['another structure', '{"limits":{},"report":{"findings":[]}}'],
  ['an unknown code', JSON.stringify({ limits, report: { ...report, findings: [{ ...findings[0], code: 'x' }] } })],
  ['too large', ' '.repeat(5 * 1024 * 1024)],
])('ignores a changed file: %s', async (_, text) => {
  const folder = await makeFolder()
  const cache = createCheckCache(folder)
  await cache.save('abc', limits, report)
  const [name = ''] = await readdir(folder)
  await writeFile(join(folder, name), text)
  expect(await cache.find('abc', limits)).toBeNull()
})

it('keeps a bounded number of files: those that were used last', async () => {
  const folder = await makeFolder()
  const cache = createCheckCache(folder)
  await Promise.all(
    Array.from({ length: 200 }, (_, index) => writeFile(join(folder, `${String(index).padStart(64, '0')}.json`), '')),
  )
  await writeFile(join(folder, 'notes.txt'), "a user's own file")
  await cache.save('abc', limits, report)
  const names = await readdir(folder)
  expect(names).toHaveLength(201)
  expect(names).toContain('notes.txt')
  expect(await cache.find('abc', limits)).toEqual(report)
})

it('keeps a bounded number of bytes', async () => {
  const folder = await makeFolder()
  const large = Buffer.alloc(4 * 1024 * 1024)
  await Promise.all(
    Array.from({ length: 17 }, (_, index) => writeFile(join(folder, `${String(index).padStart(64, '0')}.json`), large)),
  )
  await createCheckCache(folder).save('abc', limits, report)
  const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size))
  expect(sizes).toHaveLength(16)
  expect(Math.min(...sizes)).toBeLessThan(large.length)
})

it('works without a folder that can be written', async () => {
  const folder = await makeFolder({ checks: 'a file' })
  const cache = createCheckCache(join(folder, 'checks'))
  await cache.save('abc', limits, report)
  expect(await cache.find('abc', limits)).toBeNull()
})

it('removes what a killed program was writing, but not what another one is writing now', async () => {
  const folder = await makeFolder()
  const draft = (digit: string): string => `${digit.repeat(64)}.json.0f0f0f0f-1111-2222-3333-444444444444.tmp`
  await Promise.all(['a', 'b'].map((digit) => writeFile(join(folder, draft(digit)), '{')))
  await writeFile(join(folder, 'notes.tmp'), "a user's own file")
  const longAgo = new Date('2020-01-01')
  await Promise.all([draft('a'), 'notes.tmp'].map((name) => utimes(join(folder, name), longAgo, longAgo)))
  await createCheckCache(folder).save('abc', limits, report)
  const names = await readdir(folder)
  expect(names).toHaveLength(3)
  expect(names).toEqual(expect.arrayContaining([draft('b'), 'notes.tmp']))
})
