import { IconSearch, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'

import { useStorySearch } from '../../../hooks/useStorySearch.ts'
import { commonText } from '../../../text/common.ts'
import { playerText } from '../../../text/player.ts'
import type { SearchHit } from '../../../types/api.ts'
import type { UserError } from '../../../types/userError.ts'
import { Button } from '../../common/buttons/Button.tsx'
import { IconButton } from '../../common/buttons/IconButton.tsx'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import type { StoryHistory } from '../storyHistory.ts'
import { FoundMessage } from './FoundMessage.tsx'
import { searchStatus } from './searchStatus.ts'
import { showFoundMessage } from './showFoundMessage.ts'
import styles from './StorySearch.module.css'

/** The server doesn't accept longer texts. */
const MAX_LENGTH = 200

interface StorySearchProps {
  readonly text: string
  readonly onChange: (text: string) => void
  readonly history: StoryHistory
  readonly onClose: () => void
}

/** Finds messages by their text, also those that are not on the page. */
export function StorySearch({ text, onChange, history, onClose }: StorySearchProps) {
  const input = useRef<HTMLInputElement>(null)
  const search = useStorySearch(text.trim(), history.search)
  const [openingId, setOpeningId] = useState<string | null>(null)
  const [openingError, setOpeningError] = useState<UserError | null>(null)

  const handleChoose = async ({ messageId }: SearchHit) => {
    if (openingId !== null) return
    setOpeningId(messageId)
    const error = await history.loadTo(messageId)
    setOpeningId(null)
    setOpeningError(error)
    if (error !== null) return
    showFoundMessage(messageId, text)
    onClose()
  }

  const handleRetry = () => {
    search.retry()
    input.current?.focus()
  }

  return (
    <div role="search" className={styles.search}>
      <div className={styles.field}>
        <IconSearch size={18} stroke={1.5} aria-hidden="true" />
        <input
          ref={input}
          type="search"
          className={styles.input}
          dir="auto"
          autoFocus
          autoComplete="off"
          enterKeyHint="search"
          maxLength={MAX_LENGTH}
          aria-label={playerText('find.label')}
          placeholder={playerText('find.placeholder')}
          value={text}
          onChange={(event) => {
            onChange(event.target.value)
            setOpeningError(null)
          }}
        />
        <IconButton aria-label={playerText('find.close')} onClick={onClose}>
          <IconX size={18} stroke={1.5} />
        </IconButton>
      </div>
      <p className={styles.status} role="status">
        {searchStatus(search)}
      </p>
      {openingError !== null && (
        <div className={styles.error}>
          <ErrorNotice error={openingError} />
        </div>
      )}
      {search.error !== null && (
        <div className={styles.error}>
          <ErrorNotice error={search.error}>
            <Button variant="outlined" size="sm" onClick={handleRetry}>
              {commonText('tryAgain')}
            </Button>
          </ErrorNotice>
        </div>
      )}
      {search.result !== null && (
        <ol className={styles.hits}>
          {search.result.data.map((hit) => (
            <li key={hit.messageId}>
              <FoundMessage
                hit={hit}
                searched={text}
                isOpening={hit.messageId === openingId}
                onChoose={() => void handleChoose(hit)}
              />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
