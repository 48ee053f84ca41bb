import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { onSendAsyncHookHandler } from 'fastify'

/** Shorter texts take longer to compress than to send. */
const MIN_LENGTH = 4096
/** Takes half the time of the default level, for a twentieth more bytes. */
const LEVEL = 4

const compress = promisify<string, { level: number }, Buffer>(gzip)

/** Compresses long JSON, on another thread, for clients that accept it. Streams pass unchanged. */
export const compressJson: onSendAsyncHookHandler = async (request, reply, payload: unknown) => {
  if (typeof payload !== 'string' || payload.length < MIN_LENGTH) return payload
  if (!/^application\/(\w+\+)?json\b/.test(String(reply.getHeader('content-type')))) return payload
  reply.header('vary', 'accept-encoding')
  if (!acceptsGzip(request.headers['accept-encoding'] ?? '')) return payload
  reply.header('content-encoding', 'gzip')
  return compress(payload, { level: LEVEL })
}

/** Reads a list such as `br;q=1.0, gzip;q=0.8, *;q=0`: a weight of zero refuses. */
function acceptsGzip(header: string): boolean {
  const weights = new Map<string, number>()
  for (const coding of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = coding.split(';').map((text) => text.trim())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    weights.set(name, weight === undefined ? 1 : Number(weight.slice('q='.length)))
  }
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0
}
