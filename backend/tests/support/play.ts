import { setImmediate } from 'node:timers/promises'

import { SessionDetail } from '../../src/web/schemas/session.ts'
import { GARDEN_ID } from './garden.ts'
import type { TestApp } from './testApp.ts'

/** A new session whose opening is told. */
export async function startSession(test: TestApp, gamebookId = GARDEN_ID): Promise<SessionDetail> {
  const answer = await test.send('POST', '/sessions', { gamebookId })
  const { id } = SessionDetail.parse(answer.json())
  return settle(test, id)
}

export async function getSession(test: TestApp, id: string): Promise<SessionDetail> {
  return SessionDetail.parse((await test.get(`/sessions/${id}`)).json())
}

/** The session after its running answer has ended. */
export async function settle(test: TestApp, id: string): Promise<SessionDetail> {
  while (test.services.engine.runningAnswer(id) !== undefined) await setImmediate()
  return getSession(test, id)
}

/** Says something and waits for the end of the answer. */
export async function say(test: TestApp, id: string, text: string): Promise<SessionDetail> {
  const { statusCode, body } = await test.send('POST', `/sessions/${id}/messages`, { text })
  if (statusCode !== 202) throw new Error(body)
  return settle(test, id)
}

type MessagePart = SessionDetail['messages'][number]['parts'][number]

export const textOf = ({ parts }: { readonly parts: readonly MessagePart[] }): string =>
  parts.map((part) => (part.type === 'text' ? part.text : '')).join('')

export const textsOf = ({ messages }: Pick<SessionDetail, 'messages'>): string[] => messages.map(textOf)
