import type { NetworkProvider } from '../../providers.ts'

/** How the addresses of a provider look. */
interface AddressShape {
  /** The port of a local server that is named by its host alone. */
  readonly localPort?: number
  /** What people paste behind the base. */
  readonly endpoints: RegExp
  /** Makes the end of a path right. */
  readonly end: (path: string) => string
  readonly paths: (baseUrl: string) => { readonly listPath: string; readonly chatPath: (model: string) => string }
}

const ENDPOINTS = 'messages|chat/completions|completions|responses|embeddings|language-models|models(?:/.*)?'
const ENDPOINT = new RegExp(`/(?:${ENDPOINTS})$`)
const OLLAMA_ENDPOINT = new RegExp(`/(?:${ENDPOINTS}|chat|generate|tags|show)$`)

const toV1 = (path: string): string => (path.endsWith('/v1') ? path : `${path}/v1`)
const asks = (listPath: string, chatPath: string) => () => ({ listPath, chatPath: () => chatPath })

export const addressShapes: Record<NetworkProvider, AddressShape> = {
  anthropic: { endpoints: ENDPOINT, end: toV1, paths: asks('/models?limit=1000', '/messages') },
  deepseek: {
    endpoints: ENDPOINT,
    end: (path) => path.replace(/\/v1$/, ''),
    paths: asks('/models', '/chat/completions'),
  },
  google: {
    endpoints: ENDPOINT,
    end: (path) => `${path.replace(/\/(v1beta|v1)(\/openai)?$/, '')}/v1beta`,
    paths: () => ({
      listPath: '/models?pageSize=1000',
      chatPath: (model) => `/models/${model}:streamGenerateContent?alt=sse`,
    }),
  },
  mistral: { endpoints: ENDPOINT, end: toV1, paths: asks('/models', '/chat/completions') },
  ollama: {
    localPort: 11434,
    endpoints: OLLAMA_ENDPOINT,
    end: (path) => (/\/(api|v1)$/.test(path) ? path : `${path}/api`),
    paths: (baseUrl) =>
      baseUrl.endsWith('/v1')
        ? { listPath: '/models', chatPath: () => '/chat/completions' }
        : { listPath: '/tags', chatPath: () => '/chat' },
  },
  openai: { endpoints: ENDPOINT, end: toV1, paths: asks('/models', '/responses') },
  openrouter: {
    endpoints: ENDPOINT,
    end: (path) => `${path.replace(/\/(api\/v1|api|v1)$/, '')}/api/v1`,
    paths: asks('/models', '/chat/completions'),
  },
  xai: { endpoints: ENDPOINT, end: toV1, paths: asks('/models', '/responses') },
  'openai-compatible': {
    endpoints: ENDPOINT,
    end: (path) => (/\/v\d+(beta|alpha)?$/.test(path) ? path : `${path}/v1`),
    paths: asks('/models', '/chat/completions'),
  },
}
