import type { SerializedError } from '@reduxjs/toolkit'
import type { FetchBaseQueryError } from '@reduxjs/toolkit/query'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'

import type { PlayerActions } from '../components/player/playerActions.ts'
import {
  useChooseModelMutation,
  useEditMessageMutation,
  useForkSessionMutation,
  useMoveHeadMutation,
  useRestartSessionMutation,
  useRetryAnswerMutation,
  useSendMessageMutation,
  useStopTurnMutation,
} from '../services/session.ts'
import { toUserError } from '../services/toUserError.ts'
import type { UserError } from '../types/userError.ts'

/** The player's actions as requests. Their effects arrive in the event stream. */
export function usePlayerActions(sessionId: string): { actions: PlayerActions; error: UserError | null } {
  const [error, setError] = useState<UserError | null>(null)
  const [, navigate] = useLocation()
  const [sendMessage] = useSendMessageMutation()
  const [stopTurn] = useStopTurnMutation()
  const [retryAnswer] = useRetryAnswerMutation()
  const [editMessage] = useEditMessageMutation()
  const [moveHead] = useMoveHeadMutation()
  const [forkSession] = useForkSessionMutation()
  const [restartSession] = useRestartSessionMutation()
  const [chooseModel] = useChooseModelMutation()

  const actions = useMemo(() => {
    async function settle(request: Promise<RequestResult>): Promise<UserError | null> {
      setError(null)
      const result = await request
      return result.error === undefined ? null : toUserError(result.error)
    }
    async function show(request: Promise<RequestResult>): Promise<void> {
      setError(await settle(request))
    }
    async function fork(messageId: string): Promise<void> {
      const request = forkSession({ sessionId, messageId })
      await show(request)
      const { data } = await request
      if (data !== undefined) navigate(`/sessions/${data.id}`)
    }
    return {
      send: (text) => settle(sendMessage({ sessionId, text })),
      stop: () => void show(stopTurn(sessionId)),
      retry: (messageId, modelConfigId) => void show(retryAnswer({ sessionId, messageId, modelConfigId })),
      edit: (messageId, text) => settle(editMessage({ sessionId, messageId, text })),
      goTo: (messageId, descend) => void show(moveHead({ sessionId, messageId, descend })),
      fork: (messageId) => void fork(messageId),
      restart: () => void show(restartSession(sessionId)),
      chooseModel: (modelConfigId) => show(chooseModel({ sessionId, modelConfigId })),
    } satisfies PlayerActions
  }, [
    sessionId,
    navigate,
    sendMessage,
    stopTurn,
    retryAnswer,
    editMessage,
    moveHead,
    forkSession,
    restartSession,
    chooseModel,
  ])

  return { actions, error }
}

interface RequestResult {
  readonly error?: FetchBaseQueryError | SerializedError | undefined
}
