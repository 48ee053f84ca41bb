import { describe, expect, it } from 'vitest'

import { checkGamebook } from '../../analysis/checkGamebook.ts'
import { mapSource } from '../../analysis/sourceMap.ts'
import { listStaticFindings } from '../../analysis/static/staticFindings.ts'
import { readGamebook } from '../../format/readGamebook.ts'
import { putFault, readFaultyBook, type Fault, type FaultyBookName } from './faultyBook.ts'

/** On a busy machine, a whole check of a large gamebook takes half a minute. */
const PATIENCE_MS = 600_000

/** Tests that the checker finds the faults of a gamebook, and nothing else. */
export function describeFaults(name: FaultyBookName): void {
  const { source, faults } = readFaultyBook(name)
  const missed = faults.filter((fault) => fault.missed !== undefined)
  const expected = faults.filter((fault) => !missed.includes(fault))

  describe(`in ${name}, the checker`, () => {
    it(
      'reports nothing that is not a fault',
      () => {
        const { diagnostics, findings } = checkGamebook(source)
        expect([...diagnostics, ...findings]).toEqual([])
      },
      PATIENCE_MS,
    )

    it.each(expected.map(named))(
      'finds %s',
      (_, fault) => {
        const codes = codesOf(source, fault)
        expect(
          fault.codes.filter((code) => codes.includes(code)),
          codes.join(),
        ).not.toEqual([])
      },
      PATIENCE_MS,
    )

    it.each(missed.map(named))(
      'still misses %s',
      (_, fault) => {
        expect(codesOf(source, fault)).toEqual([])
      },
      PATIENCE_MS,
    )
  })
}

function named(fault: Fault): readonly [string, Fault] {
  return [`${fault.kind}: ${fault.to.trim().split('\n', 1)[0] ?? ''}`, fault]
}

/** What is reported for a fault. Whatever reading and the static findings report, a search would only add to it. */
function codesOf(source: string, fault: Fault): readonly string[] {
  const faulty = putFault(source, fault)
  const { gamebook, diagnostics } = readGamebook(faulty)
  const findings =
    gamebook === null
      ? []
      : listStaticFindings({ gamebook, file: '', diagnostics, locations: mapSource(faulty, gamebook) })
  const early = [...diagnostics, ...findings].map(({ code }) => code)
  if (gamebook === null || early.some((code) => fault.codes.includes(code))) return early
  const { findings: all } = checkGamebook(faulty)
  return [...diagnostics, ...all].map(({ code }) => code)
}
