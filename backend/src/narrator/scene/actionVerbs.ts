import { findAction } from '@llm-gamebook/story'
import { contentWords } from '../words/contentWords.ts'

/** What players say for an action of the engine, whatever its function is called. */
export function phrasesOfAction(action: string | null): readonly (readonly string[])[] {
  return (findAction(action ?? '')?.verbs ?? []).map(contentWords)
}
