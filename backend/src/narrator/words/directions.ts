import { contentWords } from './contentWords.ts'

/** Whether a stem is only a direction. Compass points can name an exit by themselves and do not count. */
export function isDirection(wordStem: string): boolean {
  return DIRECTIONS.has(wordStem)
}

const DIRECTIONS = new Set(
  contentWords(
    'up down in into out back inside outside upstairs downstairs through across behind under below above forward ' +
      'between beyond past onto',
  ),
)
