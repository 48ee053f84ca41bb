import { Agent, request as httpRequest } from 'node:http'

interface RequestOptions {
  readonly method?: 'GET' | 'POST'
  readonly body?: unknown
  /** Gets each chunk as it arrives; the text of the answer is then empty. */
  readonly onChunk?: (chunk: Buffer) => void
  readonly signal?: AbortSignal
}

export interface Answer {
  readonly status: number
  readonly text: string
}

const agent = new Agent({ keepAlive: true, maxSockets: Infinity })

export function request(url: string, { method = 'GET', body, onChunk, signal }: RequestOptions = {}): Promise<Answer> {
  const payload = body === undefined ? '' : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method, agent, headers: payload ? headersOf(payload) : {}, signal }, (response) => {
      const status = response.statusCode ?? 0
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => {
        if (onChunk && status < 400) onChunk(chunk)
        else chunks.push(chunk)
      })
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        if (status < 400) resolve({ status, text })
        else reject(new Error(`${method} ${url} failed with ${status}: ${text.slice(0, 300)}`))
      })
      response.on('error', reject)
    })
    sent.setNoDelay(true)
    sent.on('error', reject)
    sent.end(payload)
  })
}

const headersOf = (payload: string) => ({
  'content-type': 'application/json',
  'content-length': Buffer.byteLength(payload),
})
