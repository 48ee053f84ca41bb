import type { Text } from '../../expressions/expression.ts'

/** The words of a text as the author wrote them, without placeholders. */
export function authorText(text: Text): string {
  if (text.kind === 'constant') return text.text
  return text.kind === 'computed' ? '' : text.parts.filter((part) => typeof part === 'string').join(' … ')
}

/** Lower-case letters and digits with a space before, between and after the words, so that whole words can be found. */
export function normalizeText(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')} `
}
