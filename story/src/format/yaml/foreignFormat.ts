import type { DiagnosticCode } from '../diagnostics/diagnosticCodes.ts'

/** What a file is instead of plain text in UTF-8. */
export interface ForeignFormat {
  readonly code: DiagnosticCode
  readonly message: string
  readonly hint: string
}

/** Recognizes the documents that writing programs save, by their first bytes. Null for what may be a gamebook. */
export function findForeignFormat(source: string | Uint8Array): ForeignFormat | null {
  const head = headOf(source)
  const found = FORMATS.find(({ start }) => start.test(head))
  if (found !== undefined) return notPlainText(found.what)
  return typeof source !== 'string' && isUtf16(source) ? UTF_16 : null
}

const PLAIN_TEXT_HINT =
  'Save the gamebook as plain text (.txt, "UTF-8") and name the file llm-gamebook.yaml, or copy its text into a plain text editor.'

const FORMATS = [
  { start: /^\{\\rtf/, what: 'a rich text document (RTF)' },
  { start: /^PK\x03\x04/, what: 'a Word or OpenDocument document, or another zip archive' },
  { start: /^\xd0\xcf\x11\xe0/, what: 'an old Word document (.doc)' },
  { start: /^%PDF-/, what: 'a PDF document' },
  { start: /^\x1f\x8b/, what: 'a compressed file (gzip)' },
  { start: /^(?:\x89PNG|\xff\xd8\xff|GIF8)/, what: 'an image' },
  { start: /^\s*<(?:!doctype|html|head|body|meta|div|span|p|pre|br|h[1-6])\b/i, what: 'a web page (HTML)' },
  { start: /^\s*<\?xml\b/i, what: 'an XML document' },
] as const

function notPlainText(what: string): ForeignFormat {
  return { code: 'not-plain-text', message: `This is ${what}, not plain text.`, hint: PLAIN_TEXT_HINT }
}

const UTF_16: ForeignFormat = {
  code: 'not-utf8',
  message: 'The file is saved as UTF-16 ("Unicode" in some programs), not as UTF-8.',
  hint: 'Save the file as UTF-8.',
}

/** One character for each byte. */
function headOf(source: string | Uint8Array): string {
  const head = typeof source === 'string' ? source.slice(0, HEAD) : String.fromCharCode(...source.slice(0, HEAD))
  return head.replace(/^(?:\uFEFF|\xef\xbb\xbf)/, '')
}

const HEAD = 400

/** Its mark, or a zero in one half of nearly every character. */
function isUtf16([first, second, third, fourth]: Uint8Array): boolean {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  return (first === 0 && third === 0 && second !== 0) || (second === 0 && fourth === 0 && first !== 0)
}
