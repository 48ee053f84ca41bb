import { playerText } from '../../../text/player.ts'
import type { SearchHit } from '../../../types/api.ts'
import styles from './FoundMessage.module.css'
import { splitMatches } from './splitMatches.ts'

interface FoundMessageProps {
  readonly hit: SearchHit
  readonly searched: string
  readonly isOpening: boolean
  readonly onChoose: () => void
}

/** A message that matches the search. Choosing it goes to the message. */
export function FoundMessage({ hit, searched, isOpening, onChoose }: FoundMessageProps) {
  return (
    <button type="button" className={styles.hit} aria-busy={isOpening || undefined} onClick={onChoose}>
      <span className={styles.place}>
        <span>{isOpening ? playerText('find.loading') : turnLabel(hit.position)}</span>
        <span>{playerText(hit.role === 'player' ? 'you' : 'narrator')}</span>
      </span>
      <span className={styles.excerpt} data-role={hit.role} dir="auto">
        {splitMatches(hit.excerpt, searched).map(({ text, isMatch }, index) =>
          isMatch ? (
            <mark key={index} className={styles.match}>
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </span>
    </button>
  )
}

/** The opening is the first message. Each turn has two. */
function turnLabel(position: number): string {
  const turn = Math.floor(position / 2)
  return turn === 0 ? playerText('find.opening') : playerText('find.turn', { turn })
}
