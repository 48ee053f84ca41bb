import type { SerializedError } from '@reduxjs/toolkit'
import type { FetchBaseQueryError } from '@reduxjs/toolkit/query'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'

import type { PlayerActions } from '../components/player/playerActions.ts'
import {
  useChooseModelMutation,
  useEditWordsMutation,
  useForkSessionMutation,
  useMoveHeadMutation,
  useRestartSessionMutation,
  useRetryAnswerMutation,
  useSendWordsMutation,
  useStopTurnMutation,
} from '../services/session.ts'
import { toUserError } from '../services/toUserError.ts'
import type { UserError } from '../types/userError.ts'

/** The reader's actions as requests; what becomes of them comes back in the event stream. */
export function usePlayerActions(sessionId: string): { actions: PlayerActions; trouble: UserError | null } {
  const [trouble, setTrouble] = useState<UserError | null>(null)
  const [, navigate] = useLocation()
  const [sendWords] = useSendWordsMutation()
  const [stopTurn] = useStopTurnMutation()
  const [retryAnswer] = useRetryAnswerMutation()
  const [editWords] = useEditWordsMutation()
  const [moveHead] = useMoveHeadMutation()
  const [forkSession] = useForkSessionMutation()
  const [restartSession] = useRestartSessionMutation()
  const [chooseModel] = useChooseModelMutation()

  const actions = useMemo(() => {
    async function settle(request: Promise<Answered>): Promise<UserError | null> {
      setTrouble(null)
      const { error } = await request
      return error === undefined ? null : toUserError(error)
    }
    async function show(request: Promise<Answered>): Promise<void> {
      setTrouble(await settle(request))
    }
    async function fork(messageId: string): Promise<void> {
      const request = forkSession({ sessionId, messageId })
      await show(request)
      const { data } = await request
      if (data !== undefined) navigate(`/sessions/${data.id}`)
    }
    return {
      send: (text) => settle(sendWords({ sessionId, text })),
      stop: () => void show(stopTurn(sessionId)),
      retry: (messageId, modelConfigId) => void show(retryAnswer({ sessionId, messageId, modelConfigId })),
      edit: (messageId, text) => settle(editWords({ sessionId, messageId, text })),
      goTo: (messageId, descend) => void show(moveHead({ sessionId, messageId, descend })),
      fork: (messageId) => void fork(messageId),
      restart: () => void show(restartSession(sessionId)),
      chooseModel: (modelConfigId) => show(chooseModel({ sessionId, modelConfigId })),
    } satisfies PlayerActions
  }, [
    sessionId,
    navigate,
    sendWords,
    stopTurn,
    retryAnswer,
    editWords,
    moveHead,
    forkSession,
    restartSession,
    chooseModel,
  ])

  return { actions, trouble }
}

interface Answered {
  readonly error?: FetchBaseQueryError | SerializedError | undefined
}
