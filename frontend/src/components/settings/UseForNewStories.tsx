import { useState } from 'react'
import { Link } from 'wouter'

import { settingsText } from '../../text/storySettings.ts'
import type { UserError } from '../../types/userError.ts'
import { Button } from '../common/buttons/Button.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import styles from './StorySettingsPage.module.css'

interface UseForNewStoriesProps {
  readonly onUse: () => Promise<UserError | null>
}

/** Makes the settings of a session those of new ones. */
export function UseForNewStories({ onUse }: UseForNewStoriesProps) {
  const [error, setError] = useState<UserError | null>(null)
  const [isDone, setDone] = useState(false)

  async function handleUse(): Promise<void> {
    const failure = await onUse()
    setError(failure)
    setDone(failure === null)
  }

  return (
    <>
      <Button variant="outlined" onClick={() => void handleUse()}>
        {settingsText('useForNew.button')}
      </Button>
      <Link href="/settings" className={styles.link}>
        {settingsText('useForNew.see')}
      </Link>
      <p role="status">{isDone && settingsText('useForNew.done')}</p>
      {error !== null && <ErrorNotice error={error} />}
    </>
  )
}
