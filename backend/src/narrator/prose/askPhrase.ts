import type { Scene } from '../scene/scene.ts'
import { newTopics, type Speaker, type Topic } from '../scene/speakers.ts'
import { nameOfChoice } from './choicePhrase.ts'
import { joinOr, joinPhrases } from './list.ts'
import { lowerFirst } from './sentences.ts'

/** "ask the ferryman about the toll or his fingers", "ask him why it is late". Null without a label or a name. */
export function askPhrase(
  speaker: Pick<Speaker, 'id' | 'name'>,
  topics: readonly Pick<Topic, 'label'>[],
  scene: Scene,
): string | null {
  const labels = topics.flatMap(({ label }) => (label === null || label.trim() === '' ? [] : [labelInSentence(label)]))
  if (labels.length === 0 || speaker.name.trim() === '') return null
  const questions = labels.filter((label) => QUESTION.test(label))
  const things = labels.filter((label) => !QUESTION.test(label))
  const about = things.length === 0 ? [] : [`about ${joinOr(things)}`]
  const join = things.length > 1 ? joinPhrases : joinOr
  return `ask ${nameOfChoice(speaker, scene)} ${join([...about, ...questions])}`
}

/** What the people present can be asked about: one phrase for each, with this many labels in all. */
export function askPhrases(speakers: readonly Speaker[], scene: Scene, most: number): readonly string[] {
  let left = most
  return speakers.flatMap((speaker) => {
    const topics = newTopics(speaker).slice(0, left)
    left -= topics.length
    return askPhrase(speaker, topics, scene) ?? []
  })
}

function labelInSentence(label: string): string {
  const text = label
    .slice(0, MAX_CHARACTERS)
    .trim()
    .replace(/[.:?]$/, '')
  return /^(The|An?|Why|What|Who|Where|When|How|Whether|His|Her|Its|Their|Your|My|Our) /.test(text)
    ? lowerFirst(text)
    : text
}

const QUESTION = /^(why|what|who|whose|where|when|how|whether|if) /i
/** Longer labels are cut here. */
const MAX_CHARACTERS = 400
