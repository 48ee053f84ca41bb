import { toSecondPerson } from './secondPerson.ts'
import { splitSentences, toSentence } from './sentences.ts'

/** Turns an author's text, often a list of notes, into sentences that address the player. */
export function toProse(text: string): string[] {
  return joinLines(text)
    .map((line) => line.replace(/^[A-Z]{4,}[.:]\s+/, ''))
    .flatMap((line) => splitSentences(toSecondPerson(line)))
    .map(toSentence)
}

/** Joins lines up to the next list item, heading or empty line. */
function joinLines(text: string): string[] {
  const lines: string[] = []
  let isOpen = false
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    const note = /^(?:[-*+]|\d+[.)]|#+)\s+(\S.*)$/s.exec(line)?.[1]
    const last = isOpen && note === undefined && line !== '' ? lines.pop() : undefined
    if (line !== '') lines.push(last === undefined ? (note ?? line) : `${last} ${line}`)
    isOpen = line !== ''
  }
  return lines
}
