import { providers } from '../providers/providers.ts'
import type { RequestLog } from '../transport/requestLog.ts'
import { type ProviderRequest, requestProvider } from './requestProvider.ts'

/** Sends a request about models, which is logged. */
export async function requestAboutModels(requests: RequestLog, request: ProviderRequest): Promise<unknown> {
  const { provider, url } = request
  const model = { label: providers[provider].label, provider, modelName: '', host: new URL(url).host }
  const call = requests.open({ ...ABOUT_MODELS, model })
  try {
    const body = await call.observe(() => requestProvider(request))
    call.end({ outcome: 'done', usage: null })
    return body
  } catch (error) {
    call.end({ outcome: 'failed', usage: null })
    throw error
  }
}

const ABOUT_MODELS = {
  purpose: 'model-list',
  sessionId: null,
  messageId: null,
  modelConfigId: null,
  prices: null,
  step: 0,
} as const
