import type { GamebookReport } from './diagnostics/diagnostic.ts'
import { buildGamebook } from './buildGamebook.ts'

export interface ReadOptions {
  /** The name that the findings give; by default the one that every gamebook has. */
  readonly file?: string
}

/** Reads the text or bytes of a gamebook: all findings in the order of the file, and the gamebook if none is an error. */
export function readGamebook(source: string | Uint8Array, options: ReadOptions = {}): GamebookReport {
  const { diagnostics, model } = buildGamebook(source, options.file ?? 'llm-gamebook.yaml')
  const isBroken = diagnostics.some(({ severity }) => severity === 'error')
  return { diagnostics, gamebook: isBroken ? null : model }
}
