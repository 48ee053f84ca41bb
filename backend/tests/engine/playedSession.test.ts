import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import type { SessionDetail } from '../../src/web/schemas/session.ts'
import { playRecordedSession } from '../support/recordedSessions/playRecordedSession.ts'
import { readRecordedSession } from '../support/recordedSessions/recordedSession.ts'
import { openShippedPlayer, SEEDS } from '../support/recordedSessions/shippedPlayer.ts'
import { textOf } from '../support/play.ts'

const page = readFileSync(new URL('../../../docs/played-session.md', import.meta.url), 'utf8')

interface Row {
  /** Null for the opening. */
  readonly player: string | null
  /** What the model wrote, without what was cut. */
  readonly excerpts: readonly string[]
  readonly lines: readonly string[]
}

/** The rows of the table: the player's text in italics first, then the story; lists in the second cell are receipts. */
const rows = page
  .split('<tr><td>')
  .slice(1)
  .map((row): Row => {
    const [story = '', engine = ''] = row.split('</td><td>')
    const [first = '', ...others] = story.trim().split('\n\n')
    const isPlayer = first.startsWith('*')
    return {
      player: isPlayer ? first.slice(1, -1) : null,
      excerpts: [...(isPlayer ? [] : [first]), ...others].flatMap((text) => text.split('…')).map((text) => text.trim()),
      lines: engine.split('\n').flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : [])),
    }
  })

const LABELS = { applied: 'Done', refused: 'Refused', failed: 'Failed' }

/** What the page has to show of an answer. */
function linesOf({ messages, ending }: SessionDetail, answer: SessionDetail['messages'][number]): readonly string[] {
  const receipts = answer.receipts.filter(({ line }) => line !== '')
  return [
    ...receipts.map(({ line, receipt }) => `${LABELS[receipt.result]}: ${line}`),
    ...(answer === messages.at(-1) ? [`Ending: ${ending?.title ?? ''}`] : []),
  ]
}

describe('the page "A played session"', () => {
  it('shows what happens when the session is played again', async () => {
    const player = await openShippedPlayer({ seed: SEEDS['low-water'] })
    const { sessionId, bodies } = await playRecordedSession(readRecordedSession('low-water'), player)
    const session = await player.getSession(sessionId)
    const { messages, endings } = session

    for (const { player: text, excerpts, lines } of rows) {
      const index = messages.findIndex((message) => message.role === 'player' && textOf(message) === text)
      expect(index !== -1 || text === null, `nobody typed: ${text ?? ''}`).toBe(true)
      const answer = messages[index + 1]
      if (answer === undefined) throw new Error('There is no answer.')
      for (const excerpt of excerpts) expect(textOf(answer)).toContain(excerpt)
      expect(lines).toEqual(linesOf(session, answer))
    }

    const sent = JSON.stringify(bodies.slice(0, -1))
    for (const title of SECRET_ENDINGS) expect(sent).not.toContain(title)
    expect(endings.total).toBe(6)
  })

  it('shows a refusal, a failed check, and a turn in which nothing is done', () => {
    expect(rows.map(({ lines }) => lines.join(' '))).toEqual(
      expect.arrayContaining(['', expect.stringContaining('Refused: '), expect.stringContaining(': failure')]),
    )
  })
})

/** Of the gamebook; the page says that none is sent before it is reached. */
const SECRET_ENDINGS = ['The Sea Keeps Its Side', 'Nobody Signed for It', 'The New Keeper', 'Still Overdue']
