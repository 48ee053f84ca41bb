import type { ResolvedAddress } from '../address/resolveAddress.ts'
import { requestAboutModels } from '../list/requestAboutModels.ts'
import type { Access } from '../list/requestProvider.ts'
import type { RequestLog } from '../transport/requestLog.ts'
import type { Narrator } from '../narrator.ts'
import { providers } from '../providers/providers.ts'
import { findCutPrompt } from './cutPrompt.ts'

interface CutPromptSource extends Access {
  readonly modelName: string
  readonly address: ResolvedAddress | null
  /** The config's own setting. */
  readonly contextWindow: number | null
}

const LIMIT_MS = 2000

/** Only for servers that cut a prompt without an error. */
export function createCutPromptFinder(requests: RequestLog, source: CutPromptSource): Pick<Narrator, 'findCutPrompt'> {
  const { address, modelName, contextWindow, ...access } = source
  const { server } = providers[access.provider]
  if (address === null || server?.cutPromptRemedy === undefined) return {}
  const { baseUrl } = address
  const remedy = server.cutPromptRemedy(baseUrl)
  const findWindow = async (): Promise<number | null> => {
    const signal = AbortSignal.timeout(LIMIT_MS)
    const request = (url: string): Promise<unknown> => requestAboutModels(requests, { ...access, url, signal })
    return (await server.contextLength?.({ baseUrl, modelName, request })) ?? contextWindow
  }
  return {
    findCutPrompt: (request, inputTokens) => findCutPrompt({ request, inputTokens, findWindow, remedy }),
  }
}
