import { IconChevronRight } from '@tabler/icons-react'
import { useId } from 'react'

import { requestText } from '../../text/requests.ts'
import type { RequestItem, RequestRow } from './requestRow.ts'
import { RequestItemView } from './RequestItemView.tsx'
import styles from './RequestRow.module.css'
import type { RequestMatch } from './useRequestSearch.ts'

interface RequestRowViewProps {
  readonly row: RequestRow
  /** The keys of the rows and items that are open. */
  readonly open: ReadonlySet<string>
  readonly onToggle: (key: string) => void
  /** The tokens of the longest row, whose bar is the longest. */
  readonly mostTokens: number
  readonly searched: string
  readonly current: RequestMatch | null
  readonly onCopy: (index: number) => Promise<string>
}

/** One line of the request, which opens in place. */
export function RequestRowView({ row, open, onToggle, mostTokens, ...shown }: RequestRowViewProps) {
  const id = useId()
  const isOpen = open.has(row.key)
  const [only] = row.items.length === 1 ? row.items : []
  const state = row.change === 'removed' || row.tokens === 0 ? null : requestText(`blocks.${row.cache}`)
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => onToggle(row.key)}
      >
        <IconChevronRight size={14} stroke={1.5} className={styles.chevron} aria-hidden />
        <span className={styles.title} data-change={row.change}>
          {row.title}
          {row.change !== 'same' && row.change !== 'removed' && (
            <span className={styles.change}>
              <span aria-hidden>{row.change === 'added' ? '+ ' : '± '}</span>
              {requestText(`change.${row.change}`)}
            </span>
          )}
        </span>
        <span className={styles.bar} aria-hidden>
          {row.change !== 'removed' && row.tokens > 0 && (
            <i data-cache={row.cache} style={{ inlineSize: `${(100 * row.tokens) / mostTokens}%` }} />
          )}
        </span>
        <span className={styles.tokens}>{requestText('blocks.count', { tokens: row.tokens })}</span>
        <span className={styles.reason}>{state === null ? row.reason : `${row.reason} · ${state}`}</span>
      </button>
      {isOpen && (
        <div id={id} className={styles.content}>
          {row.hasSpoilers && <p className={styles.warning}>{requestText('blocks.spoilers')}</p>}
          {only !== undefined ? (
            <RequestItemView item={only} {...shown} />
          ) : (
            <ul>
              {row.items.map((item) => (
                <InnerItem
                  key={item.key}
                  item={item}
                  isOpen={open.has(item.key + INNER)}
                  onToggle={onToggle}
                  {...shown}
                />
              ))}
            </ul>
          )}
        </div>
      )}
    </li>
  )
}

/** A row and its first item can have the same key. */
export const INNER = '/item'

interface InnerItemProps extends Pick<RequestRowViewProps, 'onToggle' | 'searched' | 'current' | 'onCopy'> {
  readonly item: RequestItem
  readonly isOpen: boolean
}

/** A block in a row that it shares with others. */
function InnerItem({ item, isOpen, onToggle, ...shown }: InnerItemProps) {
  return (
    <li className={styles.inner}>
      <button
        type="button"
        className={styles.innerHead}
        aria-expanded={isOpen}
        onClick={() => onToggle(item.key + INNER)}
      >
        <IconChevronRight size={14} stroke={1.5} className={styles.chevron} aria-hidden />
        <span className={styles.title}>{item.title}</span>
        <span className={styles.tokens}>{requestText('blocks.count', { tokens: item.tokens })}</span>
      </button>
      {isOpen && <RequestItemView item={item} {...shown} />}
    </li>
  )
}
