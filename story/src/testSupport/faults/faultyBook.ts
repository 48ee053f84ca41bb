import { readFileSync } from 'node:fs'

interface Change {
  /** A text that the gamebook contains once. */
  readonly from: string
  /** What is there instead. */
  readonly to: string
}

/** A mistake in a gamebook, as authors make them. */
export interface Fault extends Change {
  readonly kind: string
  /** Further changes that belong to it. */
  readonly also?: readonly Change[]
  /** The codes of diagnostics or findings, at least one of which is expected. */
  readonly codes: readonly string[]
  /** Why the checker doesn't find it. */
  readonly missed?: string
}

export interface FaultyBook {
  readonly source: string
  readonly faults: readonly Fault[]
}

const GAMEBOOKS = {
  'a-shadow-by-six': '../../../../gamebooks/example/a-shadow-by-six/llm-gamebook.yaml',
  'low-water': '../../../../gamebooks/example/low-water/llm-gamebook.yaml',
  'thirteenth-cup': '../../../../gamebooks/example/thirteenth-cup/llm-gamebook.yaml',
  'what-the-parrot-said': '../../../../gamebooks/example/what-the-parrot-said/llm-gamebook.yaml',
  formatTwo: '../formatTwo.yaml',
  lighthouse: '../lighthouse.yaml',
}

export type FaultyBookName = keyof typeof GAMEBOOKS

export const FAULTY_BOOKS = Object.keys(GAMEBOOKS) as readonly FaultyBookName[]

/** A gamebook with its faults, which are listed in a file. */
export function readFaultyBook(name: FaultyBookName): FaultyBook {
  const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8')
  return { source: read(GAMEBOOKS[name]), faults: JSON.parse(read(`./${name}.json`)) as readonly Fault[] }
}

/** The source with the fault. Throws if a text is not there once: then the gamebook was changed. */
export function putFault(source: string, { from, to, also = [] }: Fault): string {
  return [{ from, to }, ...also].reduce(replaceOnce, source)
}

function replaceOnce(source: string, { from, to }: Change): string {
  const parts = source.split(from)
  if (parts.length !== 2) throw new Error(`"${from}" is ${parts.length - 1} times in the gamebook.`)
  return parts.join(to)
}
