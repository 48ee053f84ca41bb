import { readFileSync } from 'node:fs'

import type { FindingCode } from '../../../story/src/gamebook/findingCodes.ts'
import { conditionEntries } from './conditions.ts'
import { endingEntries } from './endings.ts'
import type { FindingEntry } from './findingEntry.ts'
import { narratorEntries } from './narrator.ts'
import { neverHappensEntries } from './neverHappens.ts'

const LIGHTHOUSE = new URL('../../../story/src/testSupport/lighthouse.yaml', import.meta.url)

/** Every finding of the checker, by code. */
export const findingEntries = new Map(
  Object.entries({ ...endingEntries, ...neverHappensEntries, ...conditionEntries, ...narratorEntries }).map(
    ([code, entry]) => [code as FindingCode, entry] as const,
  ),
)

/** The reference gamebook with the right part of an example, and with the wrong one. */
export function examplesOf({ setting = [], right, wrong }: FindingEntry): {
  readonly right: string
  readonly wrong: string
} {
  const changed = setting.reduce((text, [from, to]) => replaceOnce(text, from, to), readFileSync(LIGHTHOUSE, 'utf8'))
  return { right: changed, wrong: replaceOnce(changed, right, wrong) }
}

function replaceOnce(text: string, from: string, to: string): string {
  const parts = text.split(from)
  if (parts.length !== 2) throw new Error(`"${from}" is ${parts.length - 1} times in the reference gamebook.`)
  return parts.join(to)
}
