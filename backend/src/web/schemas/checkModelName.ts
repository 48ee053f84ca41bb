import type { z } from 'zod'

import { providers } from '../../models/providers/providers.ts'
import type { ModelProvider } from '../../providers.ts'

interface NamedModel {
  readonly provider: ModelProvider
  readonly modelName: string
}

/** Model names are one line of text, and some providers make them part of a URL. */
export function checkModelName({ provider, modelName }: NamedModel, context: z.RefinementCtx): void {
  const isOneLine = !/[\p{Cc}\u2028\u2029]/u.test(modelName)
  const message = isOneLine
    ? (providers[provider].server?.refuseModelName?.(modelName) ?? null)
    : 'A model name has no line breaks or tabs.'
  if (message !== null) context.addIssue({ code: 'custom', path: ['modelName'], message })
}
