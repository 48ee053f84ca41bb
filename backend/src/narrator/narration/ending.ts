import type { StoryView } from '@llm-gamebook/story'
import { toSentence } from '../prose/sentences.ts'
import { vary } from '../prose/vary.ts'
import type { Scene } from '../scene/scene.ts'
import { toVerbatim, type Paragraphs } from './paragraphs.ts'

type EndingView = NonNullable<StoryView['ending']>

/** The author's text for the ending comes last, as it is; without one, the narrator closes the story. */
export function narrateEnding({ title, kind, text }: EndingView, scene: Scene): Paragraphs {
  if (text !== null && text.trim() !== '') return toVerbatim([text])
  return [[vary(scene, 'ending', CLOSINGS[kind]).replace('{title}', () => toSentence(title))]]
}

const CLOSINGS: Record<EndingView['kind'], readonly [string, ...string[]]> = {
  good: ['Here the story ends, and it ends well: {title}', 'That is the end, and a good one: {title}'],
  bad: ['Here the story ends: {title}', 'That is how the story ends: {title}'],
  neutral: ['Here the story ends: {title}', 'That is where the story leaves you: {title}'],
}
