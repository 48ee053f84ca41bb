import type { Message } from '../../src/messages/message.ts'
import type { NetworkProvider } from './networkProviders.ts'
import { chat } from './providerStreams.ts'
import { openChatProvider } from './provider.ts'
import type { ReplayApp } from './replayApp.ts'

/** Plays a stream once and returns the stored answer; a further step gets a text. */
export async function playStream(
  app: ReplayApp,
  provider: NetworkProvider,
  stream: string,
  contentType = 'text/event-stream',
): Promise<Message> {
  let requestCount = 0
  const { url } = await openChatProvider((response) => {
    requestCount += 1
    response.writeHead(200, { 'content-type': contentType })
    response.end(requestCount === 1 ? stream : chat({ content: 'After.' }))
  })
  const id = await app.createConfig({ provider, modelName: 'm', baseUrl: url })
  return app.playTurn(await app.createSession(), id)
}
