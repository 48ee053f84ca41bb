import { isPlaceholderKey } from './placeholderKey.ts'
import type { Secrets } from './redactor.ts'
import { isSecretName } from './secretName.ts'
import { secretTexts } from './secretTexts.ts'
import { foldCase } from './streamFilter.ts'

/** Shorter secrets could be words of a story. */
const MIN_SECRET = 8

/** Each secret as a whole, as a model could repeat it in a story: itself, URL-encoded or in base64. In lower case. */
export function secretForms({ apiKey, extraHeaders, extraBody, names = [] }: Secrets): readonly string[] {
  const headers = Object.entries(extraHeaders ?? {}).filter(([name]) => isSecretName(name))
  const secrets = [apiKey ?? '', ...headers.map(([, value]) => withoutScheme(value)), ...secretTexts(extraBody ?? null)]
  const hidden = secrets.filter((secret) => secret.length >= MIN_SECRET && !isPlaceholderKey(secret, names))
  return [...new Set(hidden.flatMap(formsOf).map(foldCase))]
}

const withoutScheme = (value: string): string => value.replace(/^[a-z]{1,20}\s{1,9}(?=\S)/i, '')

function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret)
  // Depending on where it begins in a group of three bytes.
  const encoded = [0, 1, 2].flatMap((start) => base64Forms(bytes.subarray(start)))
  return [secret, encodeURIComponent(secret), ...encoded]
}

/** Without the last character if it depends on what follows. */
function base64Forms(bytes: Buffer): readonly string[] {
  const length = Math.floor((bytes.length * 4) / 3)
  return (['base64', 'base64url'] as const).map((encoding) => bytes.toString(encoding).slice(0, length))
}
