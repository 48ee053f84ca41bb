/**
 * The text catalog: everything the app shows or reads out, one file per room (library.ts, models.ts, player.ts, …).
 *
 * - Read a message with its room's function: `libraryText('lastSession.continue')`.
 *   It works in components and in plain functions alike; an unknown key or a missing value does not compile.
 * - Keys name the place and the job: `'key.hint'`, `'deleteModel.question'`. Nest them by component.
 * - Messages are ICU: `'Hello {name}'`, `'{count, plural, one {# state} other {# states}}'`,
 *   `'{kind, select, good {…} other {…}}'`. `#` is the formatted number; `{n, number}` formats one elsewhere.
 * - Each message is one plain string literal (the build compiles it): neither `+` nor `${}`.
 * - Quote a literal brace or angle bracket: `'{'` and `'<'` are syntax, `"'{'a'}'"` shows {a}.
 * - A value inside markup: `t.rich('key', { link: (words) => <Link …>{words}</Link> })` with `'… <link>…</link>'`.
 * - Text that two rooms share belongs in common.ts, so the same action has the same label everywhere.
 * - A room's file travels with the pages that import it. Keep strings of lazy pages out of common.ts.
 *
 * Tone and terms: docs/glossary.md. Why this library: docs/decisions/0011-text-is-a-typed-catalog.md.
 */
import { type AbstractIntlMessages, createTranslator } from 'use-intl/core'

import { isolate } from '../direction/isolate.ts'

const LOCALE = 'en'

/** The typed lookup of one room's messages. A value in another direction doesn't disturb the sentence around it. */
export function createText<const Messages extends AbstractIntlMessages>(messages: Messages) {
  return isolatingValues(createTranslator<Messages>({ locale: LOCALE, messages }))
}

function isolatingValues<Lookup extends (...args: never[]) => unknown>(lookup: Lookup): Lookup {
  return new Proxy(lookup, {
    apply: (target, self, args: unknown[]): unknown => Reflect.apply(target, self, args.map(isolateValues)),
    get(target, property, receiver): unknown {
      const member: unknown = Reflect.get(target, property, receiver)
      return typeof member === 'function' ? new Proxy(member, { apply: applyIsolated }) : member
    },
  })
}

const applyIsolated = (target: (...args: never[]) => unknown, self: unknown, args: unknown[]): unknown =>
  Reflect.apply(target, self, args.map(isolateValues))

/** The second argument of a lookup holds the values. */
function isolateValues(argument: unknown): unknown {
  if (typeof argument !== 'object' || argument === null) return argument
  const values = Object.entries(argument).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' ? isolate(value) : value,
  ])
  return Object.fromEntries(values)
}
