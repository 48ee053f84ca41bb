import type { Slip } from './slip.ts'

/** The lines of a gamebook that can have a mistake, from 0; a part of 0.5 is the middle one. */
export function linesFor({ at }: Slip, text: string, parts: readonly number[]): readonly number[] {
  const fitting = text.split('\n').flatMap((line, index) => (at.test(line) ? [index] : []))
  return [...new Set(parts.map((part) => fitting[Math.floor(part * fitting.length)]))].filter(
    (line) => line !== undefined,
  )
}

/** The gamebook with the mistake in a line. */
export function breakLine({ make }: Slip, text: string, index: number): string {
  const lines = text.split('\n')
  return lines.with(index, make(lines[index] ?? '')).join('\n')
}
