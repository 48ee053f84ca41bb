import type { StoryView } from '@llm-gamebook/story'
import { toProse } from '../prose/plainProse.ts'
import { toSentence } from '../prose/sentences.ts'
import { vary } from '../prose/vary.ts'
import type { Scene } from '../scene/scene.ts'
import type { Paragraphs } from './paragraphs.ts'

type EndingView = NonNullable<StoryView['ending']>

export function narrateEnding({ title, kind, text }: EndingView, scene: Scene): Paragraphs {
  return [toProse(text ?? ''), [vary(scene, 'ending', CLOSINGS[kind]).replace('{title}', () => toSentence(title))]]
}

const CLOSINGS: Record<EndingView['kind'], readonly [string, ...string[]]> = {
  good: ['Here the story ends, and it ends well: {title}', 'That is the end, and a good one: {title}'],
  bad: ['Here the story ends: {title}', 'That is how the story ends: {title}'],
  neutral: ['Here the story ends: {title}', 'That is where the story leaves you: {title}'],
}
