import { Computed } from '../expressions/expression.ts'
import type { GamebookReport } from './diagnostics/diagnostic.ts'

/** A report that can be sent to another thread, which copies objects without their class and no functions. */
export interface PortableReport {
  readonly report: GamebookReport
  readonly computed: readonly Computed[]
}

/**
 * Makes a report portable, which changes it: errors of its expressions no longer know their position in the file, which
 * matters only while the file is read.
 */
export function toPortableReport(report: GamebookReport): PortableReport {
  const computed: Computed[] = []
  const seen = new Set<unknown>()
  const left: unknown[] = [report.gamebook]
  while (left.length > 0) {
    const value = left.pop()
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    if (value instanceof Computed) computed.push(value)
    if ('locate' in value && typeof value.locate === 'function') Reflect.deleteProperty(value, 'locate')
    for (const child of childrenOf(value)) left.push(child)
  }
  return { report, computed }
}

export function fromPortableReport({ report, computed }: PortableReport): GamebookReport {
  for (const copy of computed) Object.setPrototypeOf(copy, Computed.prototype)
  return report
}

function childrenOf(value: object): Iterable<unknown> {
  const children: unknown[] = Object.values(value)
  if (value instanceof Map) for (const entry of value) children.push(...entry)
  if (value instanceof Set) children.push(...value)
  return children
}
