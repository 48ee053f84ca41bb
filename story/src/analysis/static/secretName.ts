import type { Entity } from '../../gamebook/gamebook.ts'
import { normalizeText } from './authorText.ts'

/** The name of a secret as `normalizeText` gives it, without an article, which sentences change. Null if play decides. */
export function secretName({ id, described }: Entity): string | null {
  if (described !== undefined && described.name.kind !== 'constant') return null
  const name = described?.name.kind === 'constant' ? described.name.text : id.replaceAll('_', ' ')
  return normalizeText(name.replace(/^(?:an?|the) /iu, ''))
}

/** Shorter names are a part of many sentences. */
export function isLongEnough(name: string): boolean {
  return name.trim().length >= SHORTEST
}

const SHORTEST = 4
