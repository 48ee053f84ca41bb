import type { ModelAccess } from '../../provider.ts'

/** The settings that the packages of the AI SDK share. */
export const packageSettings = (
  { baseURL, apiKey }: Pick<ModelAccess, 'baseURL' | 'apiKey'>,
  fetch: typeof globalThis.fetch,
) => ({ baseURL, apiKey, fetch })
