import { useEffect, useState } from 'react'

import { findMatches } from '../player/search/findMatches.ts'
import type { RequestRow } from './requestRow.ts'
import { splitChunks } from './splitChunks.ts'

/** One place where the text of a section contains what is searched. */
export interface RequestMatch {
  readonly rowKey: string
  readonly itemKey: string
  readonly sectionKey: string
  /** Its number in the section, from 0. */
  readonly number: number
}

export interface RequestSearchResult {
  /** What these are the matches of. */
  readonly searched: string
  readonly matches: readonly RequestMatch[]
  readonly isSearching: boolean
}

/** The longest time that a search keeps the page busy at once. */
const SLICE_MS = 8
const NOTHING: RequestSearchResult = { searched: '', matches: [], isSearching: false }

/** Searches the rows in slices, so that the page stays responsive whatever their length. */
export function useRequestSearch(rows: readonly RequestRow[], query: string): RequestSearchResult {
  const [result, setResult] = useState(NOTHING)
  const searched = query.trim()

  useEffect(() => {
    if (searched === '') return undefined
    const steps = searchRows(rows, searched)
    const matches: RequestMatch[] = []
    let timer = 0
    const run = () => {
      const until = performance.now() + SLICE_MS
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) {
          setResult({ searched, matches, isSearching: false })
          return
        }
        matches.push(...step.value)
        if (performance.now() > until) break
      }
      timer = window.setTimeout(run)
    }
    timer = window.setTimeout(run)
    return () => window.clearTimeout(timer)
  }, [rows, searched])

  if (searched === '') return NOTHING
  return result.searched === searched ? result : { searched, matches: [], isSearching: true }
}

/** Yields the matches of one piece of text at a time. */
export function* searchRows(rows: readonly RequestRow[], searched: string): Generator<readonly RequestMatch[]> {
  for (const { key: rowKey, items } of rows) {
    for (const { key: itemKey, sections } of items) {
      for (const { key: sectionKey, text } of sections) {
        let number = 0
        for (const chunk of splitChunks(text)) {
          const found = findMatches(chunk, searched)
          yield found.map((_, at) => ({ rowKey, itemKey, sectionKey, number: number + at }))
          number += found.length
        }
      }
    }
  }
}
