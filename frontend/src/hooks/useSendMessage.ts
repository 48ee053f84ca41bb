import { useCallback, useEffect, useState } from 'react'

import type { UserError } from '../types/userError.ts'
import { readDraft, writeDraft } from './storedDraft.ts'

interface Sending {
  readonly draft: string
  readonly setDraft: (draft: string) => void
  /** The words on their way, until the story holds them. */
  readonly pendingText: string | null
  readonly trouble: UserError | null
  readonly send: (text: string) => Promise<void>
}

/**
 * Words go to the story at once, and come back to the draft when they could not be sent. Until the server has them
 * they stay in the stored draft, so that neither a reload nor another page loses them.
 */
export function useSendMessage(
  { id, headId }: { readonly id: string; readonly headId: string | null },
  onSend: (text: string) => Promise<UserError | null>,
): Sending {
  const [draft, setDraft] = useState(() => readDraft(id))
  const [unanswered, setUnanswered] = useState('')
  const [pending, setPending] = useState<{ text: string; headId: string | null } | null>(null)
  const [trouble, setTrouble] = useState<UserError | null>(null)

  useEffect(() => writeDraft(id, joinWords(unanswered, draft)), [id, unanswered, draft])

  const send = useCallback(
    async (text: string) => {
      setDraft('')
      setTrouble(null)
      setUnanswered(text)
      setPending({ text, headId })
      const found = await onSend(text)
      setUnanswered('')
      if (found === null) {
        // Here and not only by the effect: the page may have been left meanwhile.
        forgetSent(id, text)
        return
      }
      setPending(null)
      setTrouble(found)
      setDraft((later) => joinWords(text, later))
    },
    [id, headId, onSend],
  )

  // Once the story has moved on it holds the words, also when it comes back to here.
  if (pending !== null && pending.headId !== headId) setPending(null)
  const isPending = pending !== null && pending.headId === headId
  return { draft, setDraft, pendingText: isPending ? pending.text : null, trouble, send }
}

function joinWords(first: string, later: string): string {
  return [first, later].filter((words) => words !== '').join('\n')
}

function forgetSent(sessionId: string, text: string): void {
  const stored = readDraft(sessionId)
  if (stored === text) writeDraft(sessionId, '')
  else if (stored.startsWith(`${text}\n`)) writeDraft(sessionId, stored.slice(text.length + 1))
}
