import { contentStems } from '../../words/contentWords.ts'
import type { PlayerInput } from '../playerInput.ts'

/** The stems after the last preposition that introduces a receiver or place: "the coin | to the ferryman". */
export function tailOf({ all, stems }: Pick<PlayerInput, 'all' | 'stems'>): readonly string[] {
  const from = all.findLastIndex((word) => LEADS.has(word))
  if (from < 0) return []
  return contentStems(all.slice(from + 1)).filter((word) => stems.includes(word))
}

const LEADS = new Set('to on onto in into inside at by beside under with for against upon'.split(' '))
