import { useEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'

import { requestText } from '../../text/requests.ts'
import type { RequestBlock } from '../../types/api.ts'
import { buildRows } from './buildRows.ts'
import { countChanges } from './countChanges.ts'
import styles from './RequestBlocks.module.css'
import { INNER, RequestRowView } from './RequestRowView.tsx'
import { RequestSearch } from './RequestSearch.tsx'
import { useRequestSearch } from './useRequestSearch.ts'

interface RequestBlocksProps {
  readonly blocks: readonly RequestBlock[]
  readonly removed: readonly RequestBlock[]
  /** The page of the request before; null if there is none. */
  readonly beforeHref: string | null
  readonly onCopy: (index: number) => Promise<string>
}

/** The blocks of a request in the order in which they are sent. What did not change since the request before is folded. */
export function RequestBlocks({ blocks, removed, beforeHref, onCopy }: RequestBlocksProps) {
  const rows = useMemo(
    () => buildRows(beforeHref === null ? blocks.map(withoutChange) : blocks, removed),
    [blocks, removed, beforeHref],
  )
  const [open, setOpen] = useState<ReadonlySet<string>>(NONE)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const { searched, matches, isSearching } = useRequestSearch(rows, query)
  const current = matches[at] ?? null
  const mostTokens = Math.max(1, ...rows.map(({ tokens }) => tokens))
  const { added, changed, removed: gone } = countChanges(rows)

  // What is found is opened, and stays open.
  const shown = useMemo(
    () => (current === null ? open : new Set([...open, current.rowKey, current.itemKey + INNER])),
    [open, current],
  )
  useEffect(() => {
    if (current !== null) list.current?.querySelector('mark[data-current]')?.scrollIntoView({ block: 'center' })
  }, [current])

  const toggle = (key: string) => {
    const next = new Set(shown)
    if (!next.delete(key)) next.add(key)
    setOpen(next)
    if (current !== null && (key === current.rowKey || key === current.itemKey + INNER)) setQuery('')
  }
  const step = (by: -1 | 1) => {
    if (matches.length === 0) return
    setOpen(shown)
    setAt((at + by + matches.length) % matches.length)
  }
  const search = (text: string) => {
    setQuery(text)
    setAt(0)
  }

  return (
    <section aria-labelledby="blocks">
      <h2 id="blocks" className={styles.heading}>
        {requestText('blocks.title')}
      </h2>
      <p className={styles.note}>
        {beforeHref === null
          ? requestText('blocks.nothingBefore')
          : added + changed + gone === 0
            ? requestText('blocks.unchanged')
            : requestText('blocks.changes', { added, changed, removed: gone })}{' '}
        {beforeHref !== null && <Link href={beforeHref}>{requestText('blocks.before')}</Link>}
      </p>
      <RequestSearch
        query={query}
        onSearch={search}
        count={matches.length}
        current={at + 1}
        isSearching={isSearching}
        onStep={step}
      />
      <div className={styles.columns} aria-hidden>
        <span>{requestText('blocks.block')}</span>
        <span className={styles.number}>{requestText('blocks.tokens')}</span>
        <span>{requestText('blocks.why')}</span>
      </div>
      <ul ref={list} className={styles.rows}>
        {rows.map((row) => (
          <RequestRowView
            key={row.key}
            row={row}
            open={shown}
            onToggle={toggle}
            mostTokens={mostTokens}
            searched={searched}
            current={current}
            onCopy={onCopy}
          />
        ))}
      </ul>
    </section>
  )
}

/** Without a request before, nothing is new. */
const withoutChange = (block: RequestBlock): RequestBlock => ({ ...block, change: 'same' })

const NONE: ReadonlySet<string> = new Set()
