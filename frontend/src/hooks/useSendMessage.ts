import { useCallback, useEffect, useState } from 'react'

import type { UserError } from '../types/userError.ts'
import { readDraft, writeDraft } from './storedDraft.ts'

interface MessageSending {
  readonly draft: string
  readonly setDraft: (draft: string) => void
  /** The message being sent, until the session contains it. */
  readonly pendingText: string | null
  readonly error: UserError | null
  readonly send: (text: string) => Promise<void>
}

/**
 * Shows a sent message at once and returns it to the draft if sending fails. The stored draft keeps it until the server
 * has it, so reloading or leaving the page loses nothing.
 */
export function useSendMessage(
  { id, headId }: { readonly id: string; readonly headId: string | null },
  onSend: (text: string) => Promise<UserError | null>,
): MessageSending {
  const [draft, setDraft] = useState(() => readDraft(id))
  const [unconfirmed, setUnconfirmed] = useState('')
  const [pending, setPending] = useState<{ text: string; headId: string | null } | null>(null)
  const [error, setError] = useState<UserError | null>(null)

  useEffect(() => writeDraft(id, joinDrafts(unconfirmed, draft)), [id, unconfirmed, draft])

  const send = useCallback(
    async (text: string) => {
      setDraft('')
      setError(null)
      setUnconfirmed(text)
      setPending({ text, headId })
      const sendError = await onSend(text)
      setUnconfirmed('')
      if (sendError === null) {
        // The effect doesn't run if the page has been left meanwhile.
        removeSentDraft(id, text)
        return
      }
      setPending(null)
      setError(sendError)
      setDraft((newer) => joinDrafts(text, newer))
    },
    [id, headId, onSend],
  )

  // A new head means that the session contains the message. It must not reappear after an undo.
  if (pending !== null && pending.headId !== headId) setPending(null)
  const isPending = pending !== null && pending.headId === headId
  return { draft, setDraft, pendingText: isPending ? pending.text : null, error, send }
}

function joinDrafts(first: string, second: string): string {
  return [first, second].filter((text) => text !== '').join('\n')
}

function removeSentDraft(sessionId: string, text: string): void {
  const stored = readDraft(sessionId)
  if (stored === text) writeDraft(sessionId, '')
  else if (stored.startsWith(`${text}\n`)) writeDraft(sessionId, stored.slice(text.length + 1))
}
