import type { Narrator } from '../../engine/narrator.ts'
import { isSecretName } from './secretName.ts'

export interface Secrets {
  readonly apiKey: string | null
  readonly extraHeaders: Readonly<Record<string, string>> | null | undefined
}

/** Shorter words would be found everywhere. */
const MIN_SECRET = 6
/** So much of a key is already a part of the secret. */
const MIN_RUN = 8

/** Takes secrets out of words: whole or in longer parts, in any case, masked, in the encoding of an address or in base64. */
export function createRedactor({ apiKey, extraHeaders }: Secrets): Narrator['hideSecrets'] {
  const headers = Object.entries(extraHeaders ?? {})
  const whole = headers.filter(([name]) => !isSecretName(name)).map(([, value]) => value)
  const inParts = [apiKey ?? '', ...headers.filter(([name]) => isSecretName(name)).map(([, value]) => value)]
  const hiders = [
    ...whole.filter(isLong).map((secret) => hideRuns([secret], secret.length)),
    ...inParts
      .filter(isLong)
      .flatMap((secret) => [hideMasked(secret), hideRuns(formsOf(secret), Math.min(secret.length, MIN_RUN))]),
  ]
  return (words) => hiders.reduce((rest, hide) => hide(rest), words)
}

type Hide = Narrator['hideSecrets']

const isLong = (secret: string): boolean => secret.length >= MIN_SECRET

/** In base64 the same letters read in three ways, by where in the text they begin. */
function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret)
  const encodings = ['base64', 'base64url'] as const
  const encoded = encodings.flatMap((encoding) => [0, 1, 2].map((start) => bytes.subarray(start).toString(encoding)))
  return [secret, encodeURIComponent(secret), ...encoded]
}

/** Hides whatever has `length` characters or more in common with one of the forms. */
function hideRuns(forms: readonly string[], length: number): Hide {
  const runs = new Set(forms.map(foldCase).flatMap((form) => runsOf(form, length)))
  return (words) => {
    const searched = foldCase(words)
    let told = ''
    let hiddenTo = -1
    for (let at = 0; at + length <= searched.length; at += 1) {
      if (!runs.has(searched.slice(at, at + length))) continue
      if (at > hiddenTo) told += `${words.slice(Math.max(hiddenTo, 0), at)}…`
      hiddenTo = at + length
    }
    return told + words.slice(Math.max(hiddenTo, 0))
  }
}

const runsOf = (form: string, length: number): readonly string[] =>
  Array.from({ length: Math.max(0, form.length - length + 1) }, (_, at) => form.slice(at, at + length))

/** Of one length with what it was made of, unlike the lower case of all of Unicode. */
const foldCase = (words: string): string => words.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** A key that a provider shows by its first and last characters. */
function hideMasked(secret: string): Hide {
  return (words) =>
    words.replaceAll(/([\w.~+/=-]*?)(?:[*•]{2,}|\.{3}|…)([\w~+/=-]*)/g, (shown, head: string, tail: string) => {
      const isOfSecret = head + tail !== '' && secret.startsWith(head) && secret.endsWith(tail)
      return isOfSecret ? '…' : shown
    })
}
