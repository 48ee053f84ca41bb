import { PARAMETER_NAMES } from '../parameters/modelParameters.ts'
import { plainPrompt } from '../promptRules.ts'
import type { Provider } from '../provider.ts'

export const builtin: Provider = {
  label: 'Built-in narrator',
  server: null,
  parameters: { unsupported: PARAMETER_NAMES },
  prompt: { ...plainPrompt, readsStoryView: true },
  failureRules: [],
  toCallOptions: () => ({}),
  async createModel() {
    const { createBuiltinNarrator } = await import('../../narrator/builtinNarrator.ts')
    return createBuiltinNarrator()
  },
}
