import { parseInline } from './parseInline.ts'

/** The words of a source without its emphasis. */
export const plainText = (source: string): string =>
  parseInline(source.trim(), false)
    .map(({ text }) => text)
    .join('')
