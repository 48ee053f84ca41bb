import { Agent, request as httpRequest } from 'node:http'
import fastify from 'fastify'

/** The minimum a Fastify server can do between a provider and a browser: a route that pipes. */
const [provider = ''] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
const app = fastify()

app.post('/v1/chat/completions', (request, reply) => {
  const body = JSON.stringify(request.body)
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  reply.hijack()
  const upstream = httpRequest(`${provider}/v1/chat/completions`, { method: 'POST', agent, headers }, (answer) => {
    reply.raw.writeHead(answer.statusCode ?? 502, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
    answer.pipe(reply.raw)
  })
  upstream.on('error', () => reply.raw.destroy())
  upstream.end(body)
})

console.log(`baseline at ${await app.listen({ port: 0, host: '127.0.0.1' })}`)
