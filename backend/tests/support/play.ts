import { setImmediate } from 'node:timers/promises'

import { SessionDetail } from '../../src/web/schemas/session.ts'
import { GARDEN_ID } from './garden.ts'
import type { TestApp } from './testApp.ts'

/** A new session with a complete opening. */
export async function startSession(test: TestApp, gamebookId = GARDEN_ID): Promise<SessionDetail> {
  const answer = await test.send('POST', '/sessions', { gamebookId })
  const { id } = SessionDetail.parse(answer.json())
  return waitForAnswer(test, id)
}

export async function getSession(test: TestApp, id: string): Promise<SessionDetail> {
  return SessionDetail.parse((await test.get(`/sessions/${id}`)).json())
}

/** The session after its current answer has ended. */
export async function waitForAnswer(test: TestApp, id: string): Promise<SessionDetail> {
  while (test.services.engine.runningAnswer(id) !== undefined) await setImmediate()
  return getSession(test, id)
}

/** Sends a message and waits for the complete answer. */
export async function sendMessage(test: TestApp, id: string, text: string): Promise<SessionDetail> {
  const { statusCode, body } = await test.send('POST', `/sessions/${id}/messages`, { text })
  if (statusCode !== 202) throw new Error(body)
  return waitForAnswer(test, id)
}

type MessagePart = SessionDetail['messages'][number]['parts'][number]

export const textOf = ({ parts }: { readonly parts: readonly MessagePart[] }): string =>
  parts.map((part) => (part.type === 'text' ? part.text : '')).join('')

export const textsOf = ({ messages }: Pick<SessionDetail, 'messages'>): string[] => messages.map(textOf)
