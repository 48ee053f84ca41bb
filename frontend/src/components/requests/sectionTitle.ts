import { requestText } from '../../text/requests.ts'
import type { RequestBlock } from '../../types/api.ts'

type Section = RequestBlock['sections'][number]

export function sectionTitle({ reason, turn, name, text }: Section): string {
  const own = reason === 'instructions' ? findHeading(text) : null
  if (own !== null) return own
  const title = requestText(`title.${reason}`)
  if (name !== undefined) return requestText('title.named', { title, name })
  if (turn === undefined || reason === 'player') return title
  return turn === 0 ? requestText('title.opening') : requestText('title.ofTurn', { title, turn })
}

/** The words of the player belong to a turn, too, but only those of earlier turns need to say so. */
export const playerTitle = (turn: number): string => requestText('title.playerOfTurn', { turn })

/** Instructions have headings of their own. */
const findHeading = (text: string): string | null => /^# ([^\n]+)/.exec(text)?.[1] ?? null
