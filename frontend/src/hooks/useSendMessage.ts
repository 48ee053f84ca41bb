import { useCallback, useEffect, useRef, useState } from 'react'

import type { PlayerActions } from '../components/player/playerActions.ts'
import type { ChosenSuggestion } from '../components/player/suggestions/chosenSuggestion.ts'
import { messageText } from '../components/player/answer/messageText.ts'
import type { SessionDetail } from '../types/api.ts'
import type { UserError } from '../types/userError.ts'
import { readDraft, writeDraft } from './storedDraft.ts'
import { useTransientError } from './useTransientError.ts'
import { isDigit } from './isDigit.ts'

interface MessageSending {
  readonly draft: string
  readonly setDraft: (draft: string) => void
  /** The message being sent, until the session contains it. */
  readonly pendingText: string | null
  readonly error: UserError | null
  readonly send: (text: string) => Promise<void>
  /** Sends what was suggested, and leaves the draft as it is, except for a digit that stood for it. */
  readonly choose: (chosen: ChosenSuggestion) => Promise<void>
}

interface Sent {
  readonly text: string
  readonly headId: string | null
}

/**
 * Shows a sent message at once and returns it to the draft if sending fails. The stored draft keeps it until the server
 * has it, so reloading or leaving the page loses nothing.
 */
export function useSendMessage(
  session: Pick<SessionDetail, 'id' | 'headId' | 'messages' | 'modelConfig'>,
  isLost: boolean,
  { send: onSend, choose: onChoose }: Pick<PlayerActions, 'send' | 'choose'>,
): MessageSending {
  const { id, headId, messages } = session
  const [draft, setDraft] = useState(() => readDraft(id))
  const [unconfirmed, setUnconfirmed] = useState('')
  const [pending, setPending] = useState<Sent | null>(null)
  /** Sent without a response: the server may have it. */
  const [unanswered, setUnanswered] = useState<Sent | null>(null)
  const [error, setError] = useTransientError(session, isLost)
  const isSending = useRef(false)

  useEffect(() => writeDraft(id, joinDrafts(unconfirmed, draft)), [id, unconfirmed, draft])

  const send = useCallback(
    async (text: string) => {
      if (isSending.current) return
      isSending.current = true
      setDraft('')
      setError(null)
      setUnanswered(null)
      setUnconfirmed(text)
      setPending({ text, headId })
      const sendError = await onSend(text)
      isSending.current = false
      setUnconfirmed('')
      if (sendError === null) {
        // The effect doesn't run if the page has been left meanwhile.
        removeSentDraft(id, text)
        return
      }
      setPending(null)
      setError(sendError)
      setDraft((newer) => joinDrafts(text, newer))
      if (sendError.code === 'server-unreachable') setUnanswered({ text, headId })
    },
    [id, headId, onSend, setError],
  )

  const choose = useCallback(
    async (chosen: ChosenSuggestion) => {
      if (isSending.current) return
      isSending.current = true
      setDraft(withoutDigit)
      setError(null)
      setPending({ text: chosen.text, headId })
      const sendError = await onChoose(chosen, headId)
      isSending.current = false
      if (sendError === null) return
      setPending(null)
      setError(sendError)
    },
    [headId, onChoose, setError],
  )

  // A new head means that the session contains the message. It must not reappear after an undo.
  if (pending !== null && pending.headId !== headId) setPending(null)
  // The response was lost, but not the message.
  if (unanswered !== null && containsMessage(messages, unanswered)) {
    setUnanswered(null)
    setError(null)
    setDraft(withoutSent(draft, unanswered.text))
  }
  const type = useCallback(
    (text: string) => {
      setDraft(text)
      setError(null)
    },
    [setError],
  )
  const isPending = pending !== null && pending.headId === headId
  return { draft, setDraft: type, pendingText: isPending ? pending.text : null, error, send, choose }
}

const withoutDigit = (draft: string): string => (isDigit(draft) ? '' : draft)

function containsMessage(messages: SessionDetail['messages'], { text, headId }: Sent): boolean {
  return messages.some(
    (message) => message.role === 'player' && message.parentId === headId && messageText(message) === text,
  )
}

function joinDrafts(first: string, second: string): string {
  return [first, second].filter((text) => text !== '').join('\n')
}

function removeSentDraft(sessionId: string, text: string): void {
  writeDraft(sessionId, withoutSent(readDraft(sessionId), text))
}

/** The draft without the sent text at its start. */
function withoutSent(draft: string, text: string): string {
  if (draft === text) return ''
  return draft.startsWith(`${text}\n`) ? draft.slice(text.length + 1) : draft
}
