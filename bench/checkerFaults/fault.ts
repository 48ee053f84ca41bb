/** A mistake that somebody could make in the checker: one text of one file replaced by another. */
export interface Fault {
  readonly name: string
  /** Below `story/src/analysis/`. */
  readonly file: string
  /** It appears once in the file. */
  readonly text: string
  readonly replacement: string
}

/** The source of a file with a fault. */
export function applyFault({ name, file, text, replacement }: Fault, source: string): string {
  const [before, after, ...others] = source.split(text)
  if (before === undefined || after === undefined || others.length > 0)
    throw new Error(`"${name}" is out of date: its text appears ${source.split(text).length - 1} times in ${file}.`)
  return before + replacement + after
}
