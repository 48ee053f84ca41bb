import { useEffect, useRef, useState } from 'react'

import { CheckDetails, type CheckState } from '../components/gamebook/CheckDetails.tsx'
import { streamGamebookCheck } from '../services/streamGamebookCheck.ts'

/** Runs the check of a gamebook on request, and cancels it when the page is left. */
export function GamebookCheckPanel({ gamebookId }: { readonly gamebookId: string }) {
  const [state, setState] = useState<CheckState>({ kind: 'none' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const handleStart = async () => {
    const mine = new AbortController()
    running.current?.abort()
    running.current = mine
    setState({ kind: 'running', progress: null })
    const result = await streamGamebookCheck(
      gamebookId,
      (progress) => !mine.signal.aborted && setState({ kind: 'running', progress }),
      mine.signal,
    )
    if (!mine.signal.aborted) setState('check' in result ? { kind: 'done', ...result } : { kind: 'failed', ...result })
  }
  const handleCancel = () => {
    running.current?.abort()
    setState({ kind: 'canceled' })
  }

  return <CheckDetails state={state} onStart={() => void handleStart()} onCancel={handleCancel} />
}
