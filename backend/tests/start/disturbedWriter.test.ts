import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { SessionDetail } from '../../src/web/schemas/session.ts'
import { type EventStream, openEvents } from '../support/eventStream.ts'
import { addFiles, makeFolder } from '../support/gamebookFolder.ts'
import { GARDEN } from '../support/garden.ts'
import { startServerProcess } from '../support/serverProcess.ts'

const DISTURB = join(import.meta.dirname, '../support/writer/disturb.ts')
/** The built-in narrator writes it word by word, which takes a while. */
const LONG = 'One two three four five six seven eight nine ten. '.repeat(8)

async function startDisturbed(settings: NodeJS.ProcessEnv) {
  const folder = await makeFolder()
  await addFiles(folder, {
    'gamebooks/test/garden/llm-gamebook.yaml': GARDEN.replace('Wet grass, a forgotten ball.', LONG),
  })
  const data = { LLM_GAMEBOOK_DATA_DIR: folder, LLM_GAMEBOOK_PORT: '0' }
  const server = startServerProcess({ ...data, ...settings, NODE_OPTIONS: `--import ${DISTURB}` })
  const address = await server.ready
  const send = (method: string, path: string, body: object) =>
    fetch(`${address}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const created = await send('POST', '/sessions', { gamebookId: 'test/garden' })
  const { id } = SessionDetail.parse(await created.json())
  const read = async () => SessionDetail.parse(await (await fetch(`${address}/api/sessions/${id}`)).json())
  return { server, send, read, id, stream: await openEvents(address, id) }
}

const nextEnd = ({ next }: EventStream, answerId: string | null) =>
  next((event) => event.type === 'message-end' && event.message.id === answerId)

describe('a server', () => {
  it('goes on with words, events and reads while its disk stalls, and acknowledges writes afterwards', async () => {
    const stalling = join(await makeFolder(), 'stalls')
    const { send, read, id, stream } = await startDisturbed({ STALL_COMMITS: stalling })
    await stream.next(({ type }) => type === 'part-delta')
    await writeFile(stalling, '')
    const settled: string[] = []
    const renamed = send('PATCH', `/sessions/${id}`, { title: 'Renamed' }).finally(() => settled.push('renamed'))
    await stream.next(({ type }) => type === 'part-end')
    expect(await read()).toMatchObject({ title: 'The Garden Gate' })
    expect(settled).toEqual([])
    await rm(stalling)
    expect(await (await renamed).json()).toMatchObject({ title: 'Renamed' })
    const { headId } = await read()
    expect(await nextEnd(stream, headId)).toMatchObject({ message: { status: 'done' } })
    stream.close()
  })

  it('goes on with its stories when the thread that writes has ended, and logs it once', async () => {
    const { server, send, read, id, stream } = await startDisturbed({
      END_WRITER_AT: '4',
      END_WRITER_ONCE: join(await makeFolder(), 'ended'),
    })
    const { headId } = await read()
    expect(await nextEnd(stream, headId)).toMatchObject({ message: { status: 'done' } })
    expect((await send('PATCH', `/sessions/${id}`, { title: 'Renamed' })).status).toBe(200)
    expect(await read()).toMatchObject({ title: 'Renamed', messages: [{ id: headId, status: 'done' }] })
    stream.close()
    server.child.kill('SIGTERM')
    const { code, errors } = await server.ended
    expect(code).toBe(0)
    expect(errors.split('\n').filter((line) => line.includes('The next change starts a new one'))).toHaveLength(1)
  })
})
