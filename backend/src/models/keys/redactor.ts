import type { Narrator } from '../narrator.ts'
import { isPlaceholderKey } from './placeholderKey.ts'
import type { ModelParameters } from '../parameters/modelParameters.ts'
import { isSecretName } from './secretName.ts'
import { secretTexts } from './secretTexts.ts'
import { foldCase } from './streamFilter.ts'

export interface Secrets {
  readonly apiKey: string | null
  readonly extraHeaders: Readonly<Record<string, string>> | null | undefined
  /** Public names that may be part of a text: the provider and the model. A secret that is one of them is none. */
  readonly names?: readonly string[]
  readonly extraBody?: ModelParameters['extraBody']
}

/** Shorter secrets would match ordinary words. */
const MIN_SECRET = 6
/** This many characters of a key already give away part of it. */
const MIN_RUN = 8

/** Removes secrets from a text: whole or in longer parts, in any case, masked, URL-encoded or in base64. */
export function createRedactor({ apiKey, extraHeaders, extraBody, names = [] }: Secrets): Narrator['redact'] {
  const isHidden = (secret: string): boolean => secret.length >= MIN_SECRET && !isPlaceholderKey(secret, names)
  const headers = Object.entries(extraHeaders ?? {})
  const whole = headers.filter(([name]) => !isSecretName(name)).map(([, value]) => value)
  const secretHeaders = headers.filter(([name]) => isSecretName(name)).map(([, value]) => value)
  const inParts = [apiKey ?? '', ...secretHeaders, ...secretTexts(extraBody ?? null)]
  const hiders = [
    ...whole.filter(isHidden).map((secret) => hideRuns([secret], secret.length)),
    ...inParts
      .filter(isHidden)
      .flatMap((secret) => [hideMasked(secret), hideRuns(formsOf(secret), Math.min(secret.length, MIN_RUN))]),
  ]
  return (text) => hiders.reduce((rest, hide) => hide(rest), text)
}

type Hide = Narrator['redact']

/** The base64 of a text has three forms, depending on where the text begins in a group of three bytes. */
function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret)
  const encodings = ['base64', 'base64url'] as const
  const encoded = encodings.flatMap((encoding) => [0, 1, 2].map((start) => bytes.subarray(start).toString(encoding)))
  return [secret, encodeURIComponent(secret), ...encoded]
}

/** Hides every part that shares `length` or more characters with one of the forms. */
function hideRuns(forms: readonly string[], length: number): Hide {
  const runs = new Set(forms.map(foldCase).flatMap((form) => runsOf(form, length)))
  return (text) => {
    const searched = foldCase(text)
    let shown = ''
    let hiddenTo = -1
    for (let at = 0; at + length <= searched.length; at += 1) {
      if (!runs.has(searched.slice(at, at + length))) continue
      if (at > hiddenTo) shown += `${text.slice(Math.max(hiddenTo, 0), at)}…`
      hiddenTo = at + length
    }
    return shown + text.slice(Math.max(hiddenTo, 0))
  }
}

const runsOf = (form: string, length: number): readonly string[] =>
  Array.from({ length: Math.max(0, form.length - length + 1) }, (_, at) => form.slice(at, at + length))

/** Hides a key that a provider shows by its first and last characters: "sk-ab…yz". */
function hideMasked(secret: string): Hide {
  return (text) => {
    let shown = ''
    let rest = 0
    for (const { 0: mask, index } of text.matchAll(MASK)) {
      let start = index
      while (start > rest && index - start < secret.length && KEY_CHARACTER.test(text.charAt(start - 1))) start -= 1
      const maskEnd = index + mask.length
      let end = maskEnd
      while (end - maskEnd < secret.length && KEY_CHARACTER.test(text.charAt(end))) end += 1
      const [head, tail] = [text.slice(start, index), text.slice(maskEnd, end)]
      if (head + tail === '' || !secret.startsWith(head) || !secret.endsWith(tail)) continue
      shown += `${text.slice(rest, start)}…`
      rest = end
    }
    return shown + text.slice(rest)
  }
}

const MASK = /[*•]{2,}|\.{3,}|…/g
const KEY_CHARACTER = /[\w~+/=.-]/
