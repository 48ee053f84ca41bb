import { maskBody } from './bodySecrets.ts'
import type { Secrets } from './redactor.ts'
import { secretForms } from './secretForms.ts'
import { hideTexts } from './streamFilter.ts'

/** Hides the secrets of a model config in a part of a request body, which is JSON and stays JSON. */
export function createRequestMask(secrets: Secrets): (part: string) => string {
  const fields = listMaskedFields(secrets.extraBody ?? null)
  const forms = secretForms(secrets)
  return (part) => hideTexts(fields.reduce(maskField, part), forms)
}

/** A field as it stands in a body, and as it is kept. */
type MaskedField = readonly [sent: string, kept: string]

function listMaskedFields(extraBody: NonNullable<Secrets['extraBody']> | null): readonly MaskedField[] {
  const masked = maskBody(extraBody) ?? {}
  return Object.entries(extraBody ?? {}).flatMap(([name, value]): MaskedField[] => {
    const sent = `${JSON.stringify(name)}:${JSON.stringify(value)}`
    const kept = `${JSON.stringify(name)}:${JSON.stringify(masked[name])}`
    return sent === kept ? [] : [[sent, kept]]
  })
}

const maskField = (part: string, [sent, kept]: MaskedField): string => part.replaceAll(sent, () => kept)
