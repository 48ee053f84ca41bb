import type { FilePosition } from '../../expressions/expression.ts'
import type { Cursor } from './cursor.ts'

/** Warns of what other programs replace in a text, and gamebooks don't. */
export function checkPlaceholders(cursor: Cursor, source: string, locate: (offset: number) => FilePosition): void {
  if (!MAYBE.test(source)) return
  for (const match of withoutOwn(source).matchAll(FOREIGN)) {
    const [written, ...paths] = match
    const path = paths.find(Boolean)
    cursor.reporter.report({
      code: 'foreign-placeholder',
      location: cursor,
      position: locate(match.index),
      message: `"${written}" is not replaced: players read it as it is.`,
      hint:
        path === undefined
          ? `Write "{{ 'text' if condition else '' }}" for a text that depends on a condition.`
          : `Write "{{ ${path} }}" for its value.`,
    })
  }
}

const MAYBE = /[{%]/

/** Blanks out the placeholders of gamebooks, which keeps the offsets of what follows. */
function withoutOwn(source: string): string {
  let text = ''
  let at = 0
  for (let open = source.indexOf('{{'); open !== -1; open = source.indexOf('{{', at)) {
    const close = source.indexOf('}}', open)
    if (close === -1) break
    text += source.slice(at, open) + ' '.repeat(close + 2 - open)
    at = close + 2
  }
  return text + source.slice(at)
}

const NAME = '[a-z_][a-z0-9_]*'
const PATH = String.raw`(${NAME}(?:\.${NAME})+)`

/** `${lamp.lit}`, `$lamp.lit`, `{lamp.lit}`, `%lamp.lit%`, `{% if … %}` and `<% if … %>`. */
const FOREIGN = new RegExp(
  String.raw`\$\{ {0,3}(${NAME}(?:\.${NAME})*) {0,3}\}|\$${PATH}|\{ {0,3}${PATH} {0,3}\}|%${PATH}%|\{%[^%\n]{1,80}%\}|<%[^%\n]{1,80}%>`,
  'g',
)
