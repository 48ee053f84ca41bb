import type { ModelAccess } from '../../provider.ts'
import { normalizeResponses, type ResponseNormalizer } from '../../transport/normalizeResponses.ts'

/** The settings that the packages of the AI SDK share. */
export const packageSettings = (
  { baseURL, apiKey, fetch }: Pick<ModelAccess, 'baseURL' | 'apiKey' | 'fetch'>,
  normalizer?: ResponseNormalizer,
) => ({ baseURL, apiKey, fetch: normalizer === undefined ? fetch : normalizeResponses(fetch, normalizer) })
