import { Link, useRoute } from 'wouter'

import { useGetSessionsQuery } from '../../services/session.ts'
import styles from './Navbar.module.css'
import { RecentSessions } from './RecentSessions.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'

const RECENT = 8

export function Navbar() {
  const { data: sessions = [] } = useGetSessionsQuery({ limit: RECENT })
  const [isLibrary] = useRoute('/')
  return (
    <nav id="navbar" className={styles.navbar} aria-label="Main">
      <p className={styles.name}>LLM Gamebook</p>
      <Link href="/" className={styles.link} aria-current={isLibrary ? 'page' : undefined}>
        Gamebooks
      </Link>
      {sessions.length > 0 && <RecentSessions sessions={sessions} />}
      <div className={styles.foot}>
        <ThemeSwitch />
      </div>
    </nav>
  )
}
