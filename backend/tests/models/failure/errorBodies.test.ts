import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { createModelFromDbConfig } from '../../../src/models/createModel.ts'
import { toTurnError } from '../../../src/models/failure/toTurnError.ts'
import { ModelParameters } from '../../../src/models/parameters/modelParameters.ts'
import { providers } from '../../../src/models/providers/providers.ts'
import type { TurnError } from '../../../src/messages/turnError.ts'
import { NETWORK_PROVIDERS } from '../../support/networkProviders.ts'
import { openProvider } from '../../support/provider.ts'

/** An error body, and what the reader is told: the code, the provider's own words, whether to retry, what to do. */
const ErrorBody = z.strictObject({
  provider: z.enum(NETWORK_PROVIDERS),
  status: z.int(),
  /** JSON, or the text as it is sent. */
  body: z.union([z.string(), z.record(z.string(), z.unknown()), z.array(z.unknown())]),
  contentType: z.string().default('application/json'),
  headers: z.record(z.string(), z.string()).default({}),
  parameters: ModelParameters.partial().default({}),
  code: z.string(),
  says: z.string().optional(),
  retryable: z.boolean(),
  hint: z.string(),
})
type ErrorBody = z.infer<typeof ErrorBody>

const file = join(import.meta.dirname, '../../fixtures/errorBodies.json')
const catalog = z.array(ErrorBody).parse(JSON.parse(await readFile(file, 'utf8')))

const MODEL = 'quill-1'

/** Serves the body to the real model of its provider, and returns the error that a reader gets. */
async function receive({ provider, status, body, contentType, headers, parameters }: ErrorBody): Promise<TurnError> {
  const { url } = await openProvider((response) => {
    response.writeHead(status, { 'content-type': contentType, ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  const baseUrl = provider === 'ollama' ? `${url}/api` : url
  const all = ModelParameters.parse(parameters)
  const recipe = { provider, modelName: MODEL, baseUrl, exactAddress: false, inOnePiece: false, parameters: all }
  const model = await createModelFromDbConfig(recipe, 'k')
  const snapshot = { configName: 'Attic', provider, requestedModel: MODEL, host: new URL(url).host, parameters: {} }
  try {
    const { stream } = await model.doStream({
      prompt: [{ role: 'user', content: [{ type: 'text', text: 'I wait.' }] }],
      tools: [{ type: 'function', name: 'go', inputSchema: { type: 'object', properties: {} } }],
      ...providers[provider].toCallOptions({ parameters: all, requestedWindow: all.contextWindow, baseUrl }),
    })
    for await (const part of stream) if (part.type === 'error') throw part.error
  } catch (caught) {
    return toTurnError(caught, snapshot)
  }
  throw new Error('The answer had no error.')
}

describe('the catalog of error bodies', () => {
  it('has at least 120, some of each provider', () => {
    expect(catalog.length).toBeGreaterThanOrEqual(120)
    expect(new Set(catalog.map(({ provider }) => provider))).toEqual(new Set(NETWORK_PROVIDERS))
  })

  it.each(catalog)('$provider $status: $code ($says)', async (entry) => {
    const error = await receive(entry)
    expect(error).toMatchObject({ code: entry.code, retryable: entry.retryable })
    expect(error.hint).toContain(entry.hint)
    if (entry.says !== undefined) expect(error.providerMessage).toContain(entry.says)
  })

  it('sends only those to the base URL whose address is wrong', () => {
    const codes = catalog.filter(({ hint }) => hint === 'base URL').map(({ code }) => code)
    expect(new Set(codes)).toEqual(new Set(['endpoint-not-found', 'bad-response']))
  })
})
