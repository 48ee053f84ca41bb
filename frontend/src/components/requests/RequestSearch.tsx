import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { type KeyboardEvent, useId } from 'react'

import { pressedKey } from '../../hooks/pressedKey.ts'
import { requestText } from '../../text/requests.ts'
import { IconButton } from '../common/buttons/IconButton.tsx'
import styles from './RequestBlocks.module.css'

interface RequestSearchProps {
  readonly query: string
  readonly onSearch: (query: string) => void
  readonly count: number
  /** The number of the match that is shown, from 1. */
  readonly current: number
  readonly isSearching: boolean
  readonly onStep: (by: -1 | 1) => void
}

/** Finds text in a request and goes from match to match. */
export function RequestSearch({ query, onSearch, count, current, isSearching, onStep }: RequestSearchProps) {
  const id = useId()
  const handleKeyDown = (event: KeyboardEvent) => {
    if (pressedKey(event) !== 'Enter') return
    event.preventDefault()
    onStep(event.shiftKey ? -1 : 1)
  }
  return (
    <div role="search" className={styles.search}>
      <label htmlFor={id}>{requestText('search.label')}</label>
      <div className={styles.searchField}>
        <input
          id={id}
          type="text"
          value={query}
          placeholder={requestText('search.placeholder')}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => onSearch(event.target.value)}
          onKeyDown={handleKeyDown}
        />
        <IconButton aria-label={requestText('search.previous')} disabled={count === 0} onClick={() => onStep(-1)}>
          <IconChevronUp size={20} stroke={1.5} />
        </IconButton>
        <IconButton aria-label={requestText('search.next')} disabled={count === 0} onClick={() => onStep(1)}>
          <IconChevronDown size={20} stroke={1.5} />
        </IconButton>
        <span role="status" className={styles.count}>
          {query.trim() === ''
            ? ''
            : isSearching
              ? requestText('search.searching')
              : requestText('search.count', { count, current })}
        </span>
      </div>
    </div>
  )
}
