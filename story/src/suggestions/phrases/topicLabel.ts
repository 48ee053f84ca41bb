import { lowerFirst } from './letterCase.ts'

/** "Ask the ferryman about the toll", "Ask the keeper why the book is late". */
export function topicLabel(speaker: string, label: string): string {
  const text = label.replace(/\?$/, '')
  const topic = BEGINS_SMALL.test(text) ? lowerFirst(text) : text
  return QUESTION.test(topic) ? `Ask ${speaker} ${topic}` : `Ask ${speaker} about ${topic}`
}

const BEGINS_SMALL = /^(?:The|An?|Why|What|Who|Where|When|How|Whether|His|Her|Its|Their|Your|My|Our) /
const QUESTION = /^(?:why|what|who|whose|where|when|how|whether|if) /i
