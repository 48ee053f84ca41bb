import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'

import { playerText } from '../../../text/player.ts'
import styles from './PlayerHeader.module.css'
import { PreferencesPanel } from './PreferencesPanel.tsx'

interface MoreMenuProps {
  readonly sessionId: string
  readonly gamebookId: string
  readonly onStartOver: () => void
  /** What a narrow header has no room for; null if the header shows it. */
  readonly moved: { readonly narrator: ReactNode; readonly search: ReactNode } | null
}

export function MoreMenu({ sessionId, gamebookId, onStartOver, moved }: MoreMenuProps) {
  const [isSearching, setSearching] = useState(false)
  if (moved !== null && isSearching) return moved.search
  return (
    <div className={styles.more}>
      {moved?.narrator}
      {moved !== null && (
        <button type="button" className={styles.item} onClick={() => setSearching(true)}>
          {playerText('find.title')}
        </button>
      )}
      <Link href={`/sessions/${sessionId}/memory`} className={styles.item}>
        {playerText('memory')}
      </Link>
      <Link href={`/sessions/${sessionId}/requests`} className={styles.item}>
        {playerText('requests')}
      </Link>
      <button type="button" className={styles.item} onClick={onStartOver}>
        {playerText('startOver')}
      </button>
      <Link href={`/sessions/${sessionId}/settings`} className={styles.item}>
        {playerText('storySettings')}
      </Link>
      <Link href={`/gamebooks/${gamebookId}`} className={styles.item}>
        {playerText('backToGamebook')}
      </Link>
      {moved !== null && <PreferencesPanel />}
    </div>
  )
}
