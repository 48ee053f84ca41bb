import { type ReactNode, Suspense, useState } from 'react'

import { gamebookText } from '../../text/gamebook.ts'
import { PageLoading } from '../common/PageLoading.tsx'
import styles from './StartForm.module.css'

interface StartSettingsProps {
  /** The settings of the session to start, which are loaded when they are opened. */
  readonly children: ReactNode
}

/** The story settings, folded. */
export function StartSettings({ children }: StartSettingsProps) {
  const [wasOpened, setOpened] = useState(false)
  return (
    <details className={styles.settings} onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary className={styles.summary}>{gamebookText('start.settings')}</summary>
      {wasOpened && <Suspense fallback={<PageLoading />}>{children}</Suspense>}
    </details>
  )
}
