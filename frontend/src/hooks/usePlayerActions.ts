import type { SerializedError } from '@reduxjs/toolkit'
import type { FetchBaseQueryError } from '@reduxjs/toolkit/query'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'

import type { PlayerActions } from '../components/player/playerActions.ts'
import { isBuiltin } from '../components/common/isBuiltin.ts'
import { useCreatePinMutation } from '../services/memory.ts'
import { useLazyGetModelConfigsQuery } from '../services/modelConfig.ts'
import {
  useChooseModelMutation,
  useEditMessageMutation,
  useForkSessionMutation,
  useMoveHeadMutation,
  usePlayAgainMutation,
  useRestartSessionMutation,
  useRetryAnswerMutation,
  useSendMessageMutation,
  useStopTurnMutation,
} from '../services/session.ts'
import { playerText } from '../text/player.ts'
import { isSessionGone } from '../services/isSessionGone.ts'
import { suggestionText } from '../text/suggestions.ts'
import { toUserError } from '../services/toUserError.ts'
import type { UserError } from '../types/userError.ts'
import { useSingleFlight } from './useSingleFlight.ts'
import { useSwitchGate } from './useSwitchGate.ts'
import { type Situation, useTransientError } from './useTransientError.ts'

interface SessionConnection {
  readonly session: Situation
  readonly isLost: boolean
  /** The session has been deleted. */
  readonly onGone: () => void
  /** The story has gone on since the page was shown. */
  readonly onMoved: () => void
}

/** The player's actions as requests. Their effects arrive in the event stream. */
export function usePlayerActions(
  sessionId: string,
  { session, isLost, onGone, onMoved }: SessionConnection,
): { readonly actions: PlayerActions; readonly error: UserError | null; readonly isSwitching: boolean } {
  const [error, setError] = useTransientError(session, isLost)
  const once = useSingleFlight<UserError | null>()
  const gate = useSwitchGate()
  const [switches, setSwitches] = useState(0)
  const [, navigate] = useLocation()
  const [sendMessage] = useSendMessageMutation()
  const [stopTurn] = useStopTurnMutation()
  const [retryAnswer] = useRetryAnswerMutation()
  const [editMessage] = useEditMessageMutation()
  const [moveHead] = useMoveHeadMutation()
  const [forkSession] = useForkSessionMutation()
  const [playAgain] = usePlayAgainMutation()
  const [restartSession] = useRestartSessionMutation()
  const [chooseModel] = useChooseModelMutation()
  const [createPin] = useCreatePinMutation()
  const [getModelConfigs] = useLazyGetModelConfigsQuery()

  const actions = useMemo(() => {
    const ask = async (request: () => Promise<RequestResult>): Promise<UserError | null> => {
      const result = await request()
      const failure = result.error === undefined ? null : toUserError(result.error)
      if (failure !== null && isSessionGone(failure)) onGone()
      return failure
    }
    const settle = (key: string, request: () => Promise<UserError | null>): Promise<UserError | null> =>
      once(key, () => {
        setError(null)
        return request()
      })
    /** For requests that a model answers. */
    const settleAfterSwitch = (key: string, request: () => Promise<RequestResult>): Promise<UserError | null> =>
      settle(key, () => gate.wait(() => ask(request)))
    async function show(key: string, request: () => Promise<RequestResult>): Promise<void> {
      setError(await settle(key, () => ask(request)))
    }
    async function showAfterSwitch(key: string, request: () => Promise<RequestResult>): Promise<void> {
      setError(await settleAfterSwitch(key, request))
    }
    return {
      send: (text) => settleAfterSwitch(`send ${text}`, () => sendMessage({ sessionId, text })),
      choose: async ({ text, call }, headId) => {
        const request = { sessionId, text, call, ...(headId !== null && { headId }) }
        const failure = await settleAfterSwitch('choose', () => sendMessage(request))
        if (failure?.code !== 'head-moved') return failure
        onMoved()
        return { ...failure, hint: suggestionText('moved') }
      },
      stop: () => void show('stop', () => stopTurn(sessionId)),
      retry: (messageId, modelConfigId) =>
        void showAfterSwitch(`retry ${messageId}`, () =>
          retryAnswer({ sessionId, messageId, ...(modelConfigId !== undefined && { modelConfigId }) }),
        ),
      retryWithFacts: (messageId) =>
        void showAfterSwitch(`retry ${messageId}`, () => retryAnswer({ sessionId, messageId, withFacts: true })),
      continueWithBuiltin: (messageId) =>
        void show(`built-in ${messageId}`, async () => {
          const configs = await getModelConfigs(undefined)
          const builtin = configs.data?.data.find(({ provider }) => isBuiltin(provider))
          if (builtin === undefined) return { error: configs.error ?? NO_BUILTIN }
          const chosen = await chooseModel({ sessionId, modelConfigId: builtin.id })
          return messageId === null || chosen.error !== undefined ? chosen : retryAnswer({ sessionId, messageId })
        }),
      edit: (messageId, text) =>
        settleAfterSwitch(`edit ${messageId}`, () => editMessage({ sessionId, messageId, text })),
      goTo: (messageId, descend) => void show(`go ${messageId}`, () => moveHead({ sessionId, messageId, descend })),
      fork: (messageId) =>
        void show(`fork ${messageId}`, async () => {
          const result = await forkSession({ sessionId, messageId })
          if (result.data !== undefined) navigate(`/sessions/${result.data.id}`)
          return result
        }),
      pin: (messageId, text) =>
        once(`pin ${messageId} ${text}`, () => ask(() => createPin({ sessionId, messageId, text }))),
      playAgain: () =>
        void showAfterSwitch('play again', async () => {
          const result = await playAgain(sessionId)
          if (result.data !== undefined) navigate(`/sessions/${result.data.id}`)
          return result
        }),
      restart: () => void showAfterSwitch('restart', () => restartSession(sessionId)),
      chooseModel: async (modelConfigId) => {
        const choose = () => ask(() => chooseModel({ sessionId, modelConfigId }))
        setSwitches((count) => count + 1)
        setError(await settle(`model ${modelConfigId}`, () => gate.pass(choose)))
        setSwitches((count) => count - 1)
      },
    } satisfies PlayerActions
  }, [
    sessionId,
    once,
    gate,
    setError,
    onGone,
    onMoved,
    navigate,
    sendMessage,
    stopTurn,
    retryAnswer,
    editMessage,
    moveHead,
    forkSession,
    playAgain,
    restartSession,
    chooseModel,
    createPin,
    getModelConfigs,
  ])

  return { actions, error, isSwitching: switches > 0 }
}

/** A person may have deleted it. */
const NO_BUILTIN: FetchBaseQueryError = {
  status: 404,
  data: { code: 'no-model', detail: playerText('builtin.deleted'), hint: playerText('builtin.add') },
}

interface RequestResult {
  readonly error?: FetchBaseQueryError | SerializedError | undefined
}
