import { trimCharacters } from '@llm-gamebook/story'
import { z } from 'zod'

/** An API key without the characters that were typed around it. */
export interface ApiKeyInput {
  readonly key: string
  /** Spaces, line ends or invisible characters around it were removed. */
  readonly isTrimmed: boolean
}

const AROUND = /[\s\p{Cf}\p{Cc}]/u

export const ApiKey = z
  .string()
  .min(1)
  .max(1000)
  .transform((typed, context): ApiKeyInput => {
    const key = trimCharacters(typed, AROUND)
    const refusal = refusalOf(key)
    if (refusal === null) return { key, isTrimmed: key !== typed }
    context.addIssue(refusal)
    return z.NEVER
  })
  .describe('Write-only. Spaces around it are removed, with a note.')

function refusalOf(key: string): string | null {
  if (key === '') return 'Must not be empty.'
  if (/\s/.test(key)) return "A key can't contain spaces."
  return /^[\u0021-\u007e]+$/.test(key) ? null : 'A key can contain only ASCII letters, digits and symbols.'
}
