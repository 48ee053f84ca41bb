import { commonText } from '../../text/common.ts'
import type { ModelConfig, Provider } from '../../types/api.ts'
import { isBuiltin } from './isBuiltin.ts'

/** The state of a model's key; null if the model needs none and has none. */
export function keyLabel({ apiKey, provider: id }: ModelConfig, provider: Provider | undefined): string | null {
  const end = apiKey.lastFour
  switch (apiKey.source) {
    case 'stored':
      return end === undefined ? commonText('key.stored') : commonText('key.storedEnding', { end })
    case 'environment':
      return end === undefined ? commonText('key.server') : commonText('key.serverEnding', { end })
    case 'unreadable':
      return commonText('key.unreadable')
    case 'none':
      return isBuiltin(id) || provider?.apiKeyRequired !== true ? null : commonText('key.missing')
  }
}
