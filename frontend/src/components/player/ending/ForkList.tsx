import { endingChoicesText } from '../../../text/endingChoices.ts'
import type { SessionFork } from '../../../types/api.ts'
import { Button } from '../../common/buttons/Button.tsx'
import { firstClick } from '../../common/firstClick.ts'
import { useStoryLanguage } from '../storyLanguage.ts'
import styles from './ForkList.module.css'

interface ForkListProps {
  readonly forks: readonly SessionFork[]
  /** Goes back to the answer before a turn. */
  readonly onChoose: (messageId: string) => void
}

/** The last turns at which something else could have been done, without what. */
export function ForkList({ forks, onChoose }: ForkListProps) {
  const language = useStoryLanguage()
  return (
    <section className={styles.forks} aria-labelledby="forks">
      <h3 id="forks" className={styles.heading}>
        {endingChoicesText('forks.title')}
      </h3>
      <p className={styles.hint}>{endingChoicesText('forks.hint')}</p>
      <ul>
        {forks.map(({ messageId, place, time, chosen, text, otherCount }) => (
          <li key={messageId} className={styles.fork}>
            {time !== null && <span className={styles.time}>{time}</span>}
            <div className={styles.words}>
              <p className={styles.place} lang={language} dir="auto">
                {place ?? endingChoicesText('forks.beginning')}
              </p>
              <p className={styles.chosen}>
                <bdi>{chosen.length > 0 ? `${chosen.join('; ')}.` : `“${text}”`}</bdi>{' '}
                {endingChoicesText('forks.others', { count: otherCount })}
              </p>
            </div>
            <Button
              size="sm"
              variant="outlined"
              aria-label={place === null ? undefined : endingChoicesText('forks.fromPlace', { place })}
              onClick={firstClick(() => onChoose(messageId))}
            >
              {endingChoicesText('forks.from')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
