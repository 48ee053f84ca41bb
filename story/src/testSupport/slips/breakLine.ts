import type { Slip } from './slip.ts'

/** The lines of a gamebook that can have a mistake, from 0; a part of 0.5 is the middle one. */
export function linesFor({ at, after }: Slip, text: string, parts: readonly number[]): readonly number[] {
  const lines = text.split('\n')
  const fitting = lines.flatMap((line, index) =>
    at.test(line) && (after === undefined || after.test(lines[index - 1] ?? '')) ? [index] : [],
  )
  return [...new Set(parts.map((part) => fitting[Math.floor(part * fitting.length)]))].filter(
    (line) => line !== undefined,
  )
}

/** The gamebook with the mistake in a line, or in all lines of a block. */
export function breakLine({ make, isBlock = false }: Slip, text: string, index: number): string {
  const lines = text.split('\n')
  const end = isBlock ? endOfBlock(lines, index) : index + 1
  return [...lines.slice(0, index), ...lines.slice(index, end).map(make), ...lines.slice(end)].join('\n')
}

function endOfBlock(lines: readonly string[], first: number): number {
  const column = indentOf(lines[first] ?? '')
  const end = lines.findIndex((line, index) => index > first && line.trim() !== '' && indentOf(line) <= column)
  return end === -1 ? lines.length : end
}

const indentOf = (line: string) => line.search(/[^ ]|$/)
