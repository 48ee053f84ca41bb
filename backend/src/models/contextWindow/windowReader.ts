import { z } from 'zod'

import { isLocalHost } from '../address/localHost.ts'
import type { ResolvedAddress } from '../address/resolveAddress.ts'
import type { ModelLists } from '../list/modelLists.ts'
import { requestAboutModels } from '../list/requestAboutModels.ts'
import type { Access } from '../list/requestProvider.ts'
import { providers } from '../providers/providers.ts'
import { type ContextWindow, defaultWindow, UNLIMITED } from './contextWindow.ts'
import { findKnownWindow } from '../providers/shared/knownWindows.ts'
import { NOT_REPORTED, type ReportedWindow, toWindow } from './reportedWindow.ts'

export interface WindowedModel extends Access {
  readonly modelName: string
  /** Null for the built-in narrator, which reads no prompt. */
  readonly address: ResolvedAddress | null
  /** The config's own setting. */
  readonly contextWindow: number | null
}

/** The window of a model, as far as it is known by now. Waits for nothing. */
export type ReadWindow = () => ContextWindow

/**
 * What counts is the config, then the provider, then the table of this version.
 * @param last what counts until the provider reports a window again
 */
export async function createWindowReader(
  lists: ModelLists,
  model: WindowedModel,
  last: ReportedWindow = NOT_REPORTED,
): Promise<ReadWindow> {
  const { address, modelName, contextWindow, provider, extraBody } = model
  if (address === null) return () => UNLIMITED
  const configured = contextWindow ?? windowInBody(extraBody)
  if (configured !== null) return () => ({ tokens: configured, source: 'config' })
  const isLocal = isLocalHost(new URL(address.baseUrl).hostname)
  const known = isLocal ? null : findKnownWindow(provider, modelName)
  const assumed: ContextWindow = known === null ? defaultWindow(isLocal) : { tokens: known, source: 'table' }
  const readReported = await createReportReader(lists, { ...model, address })
  let { tokens } = last
  return () => {
    const reported = toWindow(readReported())
    if (reported !== null && reported !== tokens) {
      tokens = reported
      last.save(reported)
    }
    return tokens === null ? assumed : { tokens, source: 'provider' }
  }
}

/** For all questions to a server about itself. */
const LIMIT_MS = 2000
/** How long a server that said nothing gets no other question. */
const PAUSE_MS = 30_000

/** Hosted providers report windows in their lists; a server with windows of its own is asked once, and again if it said nothing. */
async function createReportReader(
  lists: ModelLists,
  { address: { baseUrl, listUrl }, modelName, ...access }: WindowedModel & { readonly address: ResolvedAddress },
): Promise<() => number | null> {
  const choose = providers[access.provider].server?.chooseWindow
  if (choose === undefined) return () => lists.findModel({ ...access, listUrl }, modelName)?.contextWindow ?? null
  let chosen: number | null = null
  let askAgainAt = 0
  const ask = async (): Promise<void> => {
    askAgainAt = performance.now() + LIMIT_MS + PAUSE_MS
    const signal = AbortSignal.timeout(LIMIT_MS)
    const request = (url: string, body?: { readonly [name: string]: string }): Promise<unknown> =>
      requestAboutModels(lists.requests, { ...access, url, signal, ...(body && { body }) })
    chosen = await choose({ baseUrl, modelName, request })
  }
  await ask()
  return () => {
    if (chosen === null && performance.now() > askAgainAt) void ask()
    return chosen
  }
}

const Body = z.object({ options: z.object({ num_ctx: z.number().int().positive() }) })

/** Extra fields may set the window that Ollama is requested with. */
const windowInBody = (extraBody: Access['extraBody']): number | null =>
  Body.safeParse(extraBody).data?.options.num_ctx ?? null
