import { describe, expect, it } from 'vitest'

import { checkGamebook } from '../../../story/src/analysis/checkGamebook.ts'
import { findingCodes } from '../../../story/src/gamebook/findingCodes.ts'
import { examplesOf, findingEntries } from './findingEntries.ts'

const codesOf = (source: string): readonly string[] => {
  const { diagnostics, findings } = checkGamebook(source)
  return [...new Set([...diagnostics, ...findings].map(({ code }) => code))].toSorted()
}

it('has a section for each finding', () => {
  expect([...findingEntries.keys()].toSorted()).toEqual(Object.keys(findingCodes).toSorted())
})

describe('the example of', () => {
  it.each([...findingEntries])('%s is reported as that, and its correction as nothing', (code, entry) => {
    const { wrong, right } = examplesOf(entry)
    expect(codesOf(wrong)).toEqual([code, ...(entry.alsoReported ?? [])].toSorted())
    expect(codesOf(right)).toEqual([])
  })

  it.each([...findingEntries])('%s has the severity that the gamebook gives it', (code, entry) => {
    const { wrong } = examplesOf(entry)
    const at = (level: string) =>
      checkGamebook(`checks: {${code}: ${level}}\n${wrong}`)
        .findings.filter((finding) => finding.code === code)
        .map(({ severity }) => severity)
    expect(at('off')).toEqual([])
    for (const level of ['note', 'warning']) expect(new Set(at(level))).toEqual(new Set([level]))
  })
})
