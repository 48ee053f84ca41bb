import type { ModelParameters } from '../parameters/modelParameters.ts'
import { mapSecrets } from './bodySecrets.ts'
import { textsIn } from './jsonTree.ts'
import { isSecretName } from './secretName.ts'

/** The texts in a body to send that must not be shown, without the parts that also stand in ordinary text. */
export function secretTexts(body: ModelParameters['extraBody']): readonly string[] {
  const found: string[] = []
  mapSecrets(body, (value) => {
    found.push(
      ...(typeof value === 'string' ? secretParts(value) : textsIn(value).filter(isUnusual).flatMap(secretParts)),
    )
    return value
  })
  return found
}

/** Beside a secret, an object such as the credentials of an account has words like `type` and `service_account`. */
const isUnusual = (text: string): boolean => text.length >= LONG || /[^a-z_ -]/.test(text)
const LONG = 24

/** A token without its scheme; of a URL its password and the secrets in its query. */
function secretParts(text: string): readonly string[] {
  const url = text.includes('://') ? URL.parse(text) : null
  if (url === null) return [text.replace(/^[a-z]{1,20}\s{1,9}(?=\S)/i, '')]
  const inQuery = [...url.searchParams].filter(([name]) => isSecretName(name)).map(([, value]) => value)
  return [url.password, ...inQuery].filter((part) => part !== '')
}
