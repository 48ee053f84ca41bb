import { contentWords } from './contentWords.ts'

/** Whether a stem names something to go through or along, such as a door or a path. */
export function isPassage(wordStem: string): boolean {
  return PASSAGES.has(wordStem)
}

const PASSAGES = new Set(
  contentWords(
    'door doorway gate gateway entrance portal hatch trapdoor way path road trail track lane stairs staircase ' +
      'stairway steps ladder bridge tunnel passage corridor exit opening arch archway',
  ),
)
