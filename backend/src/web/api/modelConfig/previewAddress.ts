import type { Database } from '../../../db/database.ts'
import { findModelConfig } from '../../../db/models/modelConfigQueries.ts'
import { findRefusedParameters } from '../../../db/models/refusedParameter.ts'
import type { EnvironmentKeys } from '../../../models/keys/environmentKeys.ts'
import { type AddressedConfig, originOf } from '../../../models/address/addressOf.ts'
import { isLoopbackHost } from '../../../models/address/localHost.ts'
import { providers } from '../../../models/providers/providers.ts'
import { resolveAddress } from '../../../models/address/resolveAddress.ts'
import { ModelConfigNotFoundError } from '../../../models/modelErrors.ts'
import type { AddressDraft, AddressPreview } from '../../schemas/addressPreview.ts'

export interface PreviewSources {
  readonly db: Database
  readonly environmentKeys: EnvironmentKeys
  readonly isInContainer: boolean
}

/** Previews how a typed base URL is resolved. Sends no request. */
export async function previewAddress(draft: AddressDraft, sources: PreviewSources): Promise<AddressPreview> {
  const { provider, baseUrl: typed, exactAddress, modelName, id } = draft
  if (providers[provider].server === null) return { ...NOTHING, clearsKey: await clearsKey(id, draft, sources) }
  const address = resolveAddress({ provider, typed: typed ?? '', exactly: exactAddress })
  if ('refusal' in address) return { ...NOTHING, refusal: address.refusal }
  const { baseUrl, listUrl, chatUrl, notes } = address
  const { host, hostname } = new URL(baseUrl)
  const refused = await findRefusedParameters(sources.db, { provider, host, modelName: modelName.trim() })
  return {
    baseUrl,
    listUrl,
    chatUrl: chatUrl(modelName.trim() || 'model'),
    notes: [...notes],
    refusal: null,
    hint: sources.isInContainer && isLoopbackHost(hostname) ? IN_CONTAINER : null,
    clearsKey: await clearsKey(id, draft, sources),
    environmentVariable: sources.environmentKeys.findVariable(draft),
    refusedParameters: refused.map(({ parameter, reason }) => ({ parameter, reason })),
  }
}

const IN_CONTAINER =
  'The app runs in a container, where this address means the container itself. To reach the host machine, use host.docker.internal.'

const NOTHING: AddressPreview = {
  baseUrl: null,
  listUrl: null,
  chatUrl: null,
  notes: [],
  refusal: null,
  hint: null,
  clearsKey: false,
  environmentVariable: null,
  refusedParameters: [],
}

async function clearsKey(id: string | undefined, draft: AddressedConfig, { db }: PreviewSources): Promise<boolean> {
  if (id === undefined) return false
  const stored = await findModelConfig(db, id)
  if (stored === undefined) throw new ModelConfigNotFoundError()
  return stored.sealedKey !== null && originOf(stored) !== originOf(draft)
}
