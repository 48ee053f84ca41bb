import { Link } from 'wouter'

import type { SessionSummary } from '../../types/api.ts'
import { Ago } from '../common/Ago.tsx'
import styles from './LastSession.module.css'

interface LastSessionProps {
  readonly session: SessionSummary
}

/** Back to where one left off. */
export function LastSession({ session }: LastSessionProps) {
  return (
    <Link href={`/sessions/${session.id}`} className={styles.link}>
      <span className={styles.action}>{session.ending === null ? 'Continue reading' : 'Read the end again'}</span>
      <span className={styles.title}>{session.title}</span>
      <span className={styles.where}>
        {session.ending?.title ?? session.place} · <Ago time={session.updatedAt} />
      </span>
    </Link>
  )
}
