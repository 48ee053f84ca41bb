import { Buffer } from 'node:buffer'

/** A mistake that concerns a whole file, and what must be said about it. */
export interface FileSlip {
  readonly kind: string
  /** Changes the bytes of a gamebook. */
  readonly make: (text: string) => Uint8Array
  /** The line of the finding. */
  readonly line: number
  readonly cause: RegExp
  readonly remedy: RegExp
}

const bytes = (text: string) => Buffer.from(text)
const plainText = /plain text/

/** Files that a program has saved as something else. */
export const fileSlips: readonly FileSlip[] = [
  {
    kind: 'rich text',
    make: (text) => bytes(`{\\rtf1\\ansi\\f0 ${text.replaceAll('\n', '\\par\n')}}`),
    line: 1,
    cause: /RTF/,
    remedy: plainText,
  },
  {
    kind: 'a zip archive',
    make: (text) => Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), bytes(text)]),
    line: 1,
    cause: /zip archive/,
    remedy: plainText,
  },
  {
    kind: 'a web page',
    make: (text) => bytes(`<!DOCTYPE html>\n<html><body><pre>${text}</pre></body></html>`),
    line: 1,
    cause: /web page \(HTML\)/,
    remedy: plainText,
  },
  { kind: 'a PDF', make: (text) => bytes(`%PDF-1.7\n${text}`), line: 1, cause: /PDF/, remedy: plainText },
  {
    kind: 'UTF-16 with a mark',
    make: (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    line: 1,
    cause: /UTF-16/,
    remedy: /as UTF-8/,
  },
  {
    kind: 'UTF-16 without a mark',
    make: (text) => Buffer.from(text, 'utf16le'),
    line: 1,
    cause: /UTF-16/,
    remedy: /as UTF-8/,
  },
  {
    kind: 'a Markdown code block',
    make: (text) => bytes(`\`\`\`yaml\n${text}\`\`\`\n`),
    line: 1,
    cause: /Markdown code block/,
    remedy: /Remove/,
  },
  {
    kind: 'an answer with a code block',
    make: (text) => bytes(`Here is your gamebook:\n\n~~~\n${text}~~~\nEnjoy!\n`),
    line: 3,
    cause: /Markdown code block/,
    remedy: /above and below/,
  },
  {
    kind: 'carriage returns as line breaks',
    make: (text) => bytes(text.replaceAll('\n', '\r')),
    line: 1,
    cause: /carriage return alone/,
    remedy: /LF/,
  },
  {
    kind: 'a second gamebook below a line of dashes',
    make: (text) => bytes(`title: First\n---\n${text}`),
    line: 2,
    cause: /second YAML document/,
    remedy: /Keep only one/,
  },
]

/** Files that are read as if they were not changed. */
export const harmlessChanges: ReadonlyMap<string, (text: string) => Uint8Array> = new Map([
  ['CRLF line ends', (text: string) => bytes(text.replaceAll('\n', '\r\n'))],
  ['CRLF line ends on every other line', (text: string) => bytes(text.replaceAll(/\n(.*)\n/g, '\r\n$1\n'))],
  ['a byte order mark', (text: string) => bytes(`\uFEFF${text}`)],
  ['no line break at its end', (text: string) => bytes(text.trimEnd())],
  ['spaces at the ends of lines', (text: string) => bytes(text.replaceAll(/([a-z:,])\n/g, '$1 \n'))],
])
