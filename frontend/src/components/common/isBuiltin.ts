import type { ModelProvider } from '../../types/api.ts'

/** The provider of the built-in narrator: no model, no server, no key. */
export const BUILTIN = 'builtin' satisfies ModelProvider

export const isBuiltin = (provider: string): boolean => provider === BUILTIN
