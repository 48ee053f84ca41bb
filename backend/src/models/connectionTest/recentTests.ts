import { createHash } from 'node:crypto'

import type { Clock } from '../../clock.ts'
import type { DraftModel } from '../draftModel.ts'
import type { ConnectionTest } from './connectionTest.ts'

/** The results of tests of the last hour, saved or not, by the values that were tested. */
export interface RecentTests {
  add(draft: DraftModel, test: ConnectionTest): void
  /** Only for exactly the same values and the same key. */
  find(draft: DraftModel): ConnectionTest | undefined
}

const KEPT_MS = 60 * 60 * 1000
const MAX_TESTS = 200

export function createRecentTests(clock: Pick<Clock, 'now'>): RecentTests {
  const tests = new Map<string, ConnectionTest>()
  const isOld = ({ testedAt }: ConnectionTest): boolean => Date.parse(clock.now()) - Date.parse(testedAt) > KEPT_MS
  return {
    add(draft, test) {
      const key = fingerprintOf(draft)
      tests.delete(key)
      for (const [oldKey, old] of tests) if (tests.size >= MAX_TESTS || isOld(old)) tests.delete(oldKey)
      tests.set(key, test)
    },
    find(draft) {
      const test = tests.get(fingerprintOf(draft))
      return test === undefined || isOld(test) ? undefined : test
    },
  }
}

/** Everything that decides how the model is requested; its name and id don't. */
function fingerprintOf({ recipe, apiKey, address }: DraftModel): string {
  const { provider, modelName, exactAddress, inOnePiece, toolStyle, timeouts, parameters } = recipe
  const values = [
    provider,
    modelName,
    address?.baseUrl,
    exactAddress,
    inOnePiece,
    toolStyle,
    timeouts,
    parameters,
    apiKey,
  ]
  return createHash('sha256').update(JSON.stringify(values, sortKeys)).digest('base64')
}

const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
    : value
