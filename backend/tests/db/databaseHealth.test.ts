import { expect, it } from 'vitest'

import { createDatabaseHealth } from '../../src/db/databaseHealth.ts'

const damaged = Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT_INDEX' })

it('is damaged until a check passes, and is reported once', () => {
  const reports: string[] = []
  const health = createDatabaseHealth((damage) => void reports.push(damage))
  health.noteCheck('wrong # of entries')
  health.noteCheck('wrong # of entries')
  expect([health.isDamaged(), reports]).toEqual([true, ['wrong # of entries']])
  health.noteCheck(null)
  expect(health.isDamaged()).toBe(false)
})

it('stays damaged after a statement failed, even if a check passes', () => {
  const health = createDatabaseHealth(() => {})
  health.noteError(new Error('another'))
  expect(health.isDamaged()).toBe(false)
  health.noteError(damaged)
  health.noteCheck(null)
  expect(health.isDamaged()).toBe(true)
})
