import { readFileSync } from 'node:fs'
import { z } from 'zod'

const RecordedAnswer = z.object({
  text: z.string().default(''),
  calls: z.array(z.object({ name: z.string(), arguments: z.record(z.string(), z.json()) })).default([]),
})
export type RecordedAnswer = z.infer<typeof RecordedAnswer>

const RecordedSession = z.object({
  /** The id of a gamebook. */
  gamebook: z.string(),
  turns: z.array(z.object({ player: z.string().nullable(), answers: z.array(RecordedAnswer) })),
})
/** What the player typed, null for the opening, and what the model answered to each request of the turn. */
export type RecordedSession = z.infer<typeof RecordedSession>

/** A session in `tests/fixtures/model-sessions`. */
export function readRecordedSession(name: string): RecordedSession {
  const file = new URL(`../../fixtures/model-sessions/${name}.json`, import.meta.url)
  return RecordedSession.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** A walk through the town of "What the Parrot Said": a move in every turn, narrated in the words of the recording. */
export function moverSession(): RecordedSession {
  const { gamebook, turns } = readRecordedSession('what-the-parrot-said')
  const texts = turns.flatMap(({ answers }) => answers).filter(({ text }) => text !== '')
  const textAt = (index: number): RecordedAnswer => texts[index % texts.length] ?? { text: 'Heat.', calls: [] }
  const moves = WALK.map((to, index) => ({
    player: `I go to the ${to.replaceAll('_', ' ')}.`,
    answers: [{ text: '', calls: [{ name: 'go_to', arguments: { to } }] }, textAt(index + 1)],
  }))
  return { gamebook, turns: [{ player: null, answers: [textAt(0)] }, ...moves] }
}

const ROUND =
  'market plaza tavern plaza church belfry church plaza alley plaza palace_gate plaza quay boatyard quay'.split(' ')
const WALK = [...ROUND, ...ROUND]
