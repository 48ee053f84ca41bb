import type { ModelConfig, Provider } from '../../types/api.ts'

/** The state of a key in a few words; null where none is needed and none is there. */
export function keyLabel({ apiKey, provider: id }: ModelConfig, provider: Provider | undefined): string | null {
  const end = apiKey.lastFour === undefined ? '' : ` ending in ${apiKey.lastFour}`
  switch (apiKey.source) {
    case 'stored':
      return `Key${end}`
    case 'environment':
      return `Key of the server${end}`
    case 'unreadable':
      return 'Key unreadable: enter it again'
    case 'none':
      return id === 'builtin' || provider?.apiKeyRequired !== true ? null : 'No key'
  }
}
