import { z } from 'zod'

/** An API key as it is used, and what was wrong with the way it was typed. */
export interface ApiKeyInput {
  readonly key: string
  /** White space, line ends or invisible characters stood around it. */
  readonly isTrimmed: boolean
}

const AROUND = /^[\s\p{Cf}\p{Cc}]+|[\s\p{Cf}\p{Cc}]+$/gu

export const ApiKey = z
  .string()
  .min(1)
  .max(1000)
  .transform((typed, context): ApiKeyInput => {
    const key = typed.replaceAll(AROUND, '')
    const refusal = refusalOf(key)
    if (refusal === null) return { key, isTrimmed: key !== typed }
    context.addIssue(refusal)
    return z.NEVER
  })
  .describe('Write-only. White space around it is left out, and that is said.')

function refusalOf(key: string): string | null {
  if (key === '') return 'Must not be empty.'
  if (/\s/.test(key)) return 'A key has no white space in it.'
  return /^[\u0021-\u007e]+$/.test(key) ? null : 'A key is made of plain letters, digits and signs.'
}
