import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

import { SessionDetail } from '../../src/web/schemas/session.ts'
import { openEvents } from '../support/eventStream.ts'
import { addFiles, makeFolder } from '../support/gamebookFolder.ts'
import { GARDEN } from '../support/garden.ts'
import { lockDatabase } from '../support/lockDatabase.ts'
import { textOf } from '../support/play.ts'
import { type ServerProcess, startServerProcess } from '../support/serverProcess.ts'

async function startWithGarden(
  sentences = 40,
): Promise<{ readonly settings: NodeJS.ProcessEnv; readonly server: ServerProcess }> {
  const folder = await makeFolder()
  // The built-in narrator tells the description word by word, which takes a while.
  const long = 'One two three four five six seven eight nine ten. '.repeat(sentences)
  await addFiles(folder, {
    'gamebooks/test/garden/llm-gamebook.yaml': GARDEN.replace('Wet grass, a forgotten ball.', long),
  })
  const settings = { LLM_GAMEBOOK_DATA_DIR: folder, LLM_GAMEBOOK_PORT: '0' }
  return { settings, server: startServerProcess(settings) }
}

async function startSession(address: string): Promise<SessionDetail> {
  const answer = await fetch(`${address}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ gamebookId: 'test/garden' }),
  })
  return SessionDetail.parse(await answer.json())
}

/** Plays until some words of the opening have arrived and been stored. */
async function hearSomeWords(address: string): Promise<SessionDetail> {
  const session = await startSession(address)
  const stream = await openEvents(address, session.id)
  const deltas = () => stream.events.filter(({ type }) => type === 'part-delta').length
  await stream.next(() => deltas() >= 40)
  stream.close()
  return session
}

/** The only line of the log: that of the turn. */
const STOPPED_TURN = expect.stringMatching(/^\{"level":30,.*"outcome":"stopped"/)

const getSession = async (address: string, id: string) =>
  SessionDetail.parse(await (await fetch(`${address}/api/sessions/${id}`)).json())

describe('the server', () => {
  it('prints its address when the first request can be answered', async () => {
    const { server } = await startWithGarden()
    const answer = await fetch(`${await server.ready}/api/health`)
    expect(await answer.json()).toEqual({ status: 'ready', version: expect.any(String), database: 'ready' })
  })

  it('prints its settings for --help, and starts nothing', async () => {
    const { code, out } = await startServerProcess({}, ['--help']).ended
    expect(code).toBe(0)
    expect(out).toContain('LLM_GAMEBOOK_PORT')
    expect(out).not.toContain('ready at')
  })

  it('exits with 2 and one sentence for an invalid setting', async () => {
    const { code, out, errors } = await startServerProcess({ LLM_GAMEBOOK_HOST: '0.0.0.0' }).ended
    expect([code, out]).toEqual([2, ''])
    expect(errors.trim().split('\n')).toEqual([expect.stringMatching(/^LLM_GAMEBOOK_HOST .*LLM_GAMEBOOK_PASSWORD/)])
  })

  it('says what to do when its port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void other.close())
    const address = other.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const settings = { LLM_GAMEBOOK_DATA_DIR: await makeFolder(), LLM_GAMEBOOK_PORT: port }
    const { code, errors } = await startServerProcess(settings).ended
    expect(code).toBe(1)
    expect(errors).toContain(`Port ${port} is in use`)
    expect(errors).toContain('LLM_GAMEBOOK_PORT')
    expect(errors).not.toContain('at Server')
  })

  it('keeps the text that arrived when it is killed during an answer, and Retry works', async () => {
    const { settings, server } = await startWithGarden()
    const { id, headId } = await hearSomeWords(await server.ready)
    server.child.kill('SIGKILL')
    await server.ended

    const address = await startServerProcess(settings).ready
    const answer = (await getSession(address, id)).messages.at(-1)
    expect(answer).toMatchObject({ id: headId, status: 'interrupted', error: { code: 'interrupted', retryable: true } })
    expect(answer === undefined ? '' : textOf(answer)).toMatch(/\w \w+ \w/)

    const retry = await fetch(`${address}/api/sessions/${id}/messages/${String(headId)}/retry`, { method: 'POST' })
    expect(retry.status).toBe(202)
    expect((await getSession(address, id)).messages[0]?.siblingIds).toHaveLength(2)
  })

  it('saves the running answer when it is asked to end, and exits within five seconds', async () => {
    const { settings, server } = await startWithGarden()
    const { id } = await hearSomeWords(await server.ready)
    const asked = performance.now()
    server.child.kill('SIGTERM')
    const { code, errors } = await server.ended
    expect([code, errors.trimEnd().split('\n')]).toEqual([0, [STOPPED_TURN]])
    expect(performance.now() - asked).toBeLessThan(5000)

    const address = await startServerProcess(settings).ready
    const answer = (await getSession(address, id)).messages.at(-1)
    expect(answer).toMatchObject({ status: 'stopped', error: null })
    expect(answer === undefined ? '' : textOf(answer)).not.toBe('')
  })

  it('says which answer it could not save when it is asked to end, and keeps what was saved before', async () => {
    const { settings, server } = await startWithGarden(150)
    const { id, headId } = await hearSomeWords(await server.ready)
    const release = await lockDatabase(join(String(settings['LLM_GAMEBOOK_DATA_DIR']), 'llm-gamebook.sqlite'))
    server.child.kill('SIGTERM')
    const { code, errors } = await server.ended
    expect(code).toBe(0)
    const logged = errors.split('\n').filter((line) => line.includes('could not be saved'))
    expect(logged.map((line) => JSON.parse(line))).toMatchObject([{ sessionId: id, messageId: headId }])

    await release()
    const address = await startServerProcess(settings).ready
    const answer = (await getSession(address, id)).messages.at(-1)
    expect(answer).toMatchObject({ status: 'interrupted' })
    expect(answer === undefined ? '' : textOf(answer)).not.toBe('')
  })

  it('saves a running answer when a terminal and npm both send SIGINT for one Ctrl+C', async () => {
    const { settings, server } = await startWithGarden()
    const { id } = await hearSomeWords(await server.ready)
    server.child.kill('SIGINT')
    await new Promise((resolve) => setTimeout(resolve, 2))
    server.child.kill('SIGINT')
    const { code, errors } = await server.ended
    expect([code, errors.trimEnd().split('\n')]).toEqual([0, [STOPPED_TURN]])

    const address = await startServerProcess(settings).ready
    expect((await getSession(address, id)).messages.at(-1)).toMatchObject({ status: 'stopped', error: null })
  })

  it('requires its password from the first request on', async () => {
    const settings = { LLM_GAMEBOOK_DATA_DIR: await makeFolder(), LLM_GAMEBOOK_PORT: '0' }
    const address = await startServerProcess({ ...settings, LLM_GAMEBOOK_PASSWORD: 'open sesame' }).ready
    expect((await fetch(`${address}/api/sessions`)).status).toBe(401)
    const authorization = `Basic ${btoa('me:open sesame')}`
    expect((await fetch(`${address}/api/sessions`, { headers: { authorization } })).status).toBe(200)
  })
})
