import type { Message } from '../../src/messages/message.ts'
import type { NetworkProvider } from './networkProviders.ts'
import { chat } from './dialects.ts'
import { openProvider } from './provider.ts'
import type { ReplayApp } from './replayApp.ts'

/** The stored answer to a stream that is given once; a step after it is told in words. */
export async function takeStream(
  app: ReplayApp,
  provider: NetworkProvider,
  stream: string,
  contentType = 'text/event-stream',
): Promise<Message> {
  let asked = 0
  const { url } = await openProvider((response) => {
    asked += 1
    response.writeHead(200, { 'content-type': contentType })
    response.end(asked === 1 ? stream : chat({ content: 'After.' }))
  })
  const id = await app.createConfig({ provider, modelName: 'm', baseUrl: url })
  return app.ask(await app.openSession(), id)
}
