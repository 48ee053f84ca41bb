import compile from 'icu-minify/compile'
import { parseSync, type Plugin } from 'vite'

const CATALOG_FILE = /\/src\/text\/\w+\.ts$/

/** Compiles the messages of the text catalog in the build, so the page needs no parser for them. */
export function precompileText(): Plugin {
  return {
    name: 'precompile-text',
    apply: 'build',
    config: () => ({
      resolve: { alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } },
    }),
    transform: {
      filter: { id: CATALOG_FILE },
      handler: (code) => ({ code: compileMessages(code), map: null }),
    },
  }
}

/** Puts the compiled form in place of every string that is the value of a key. */
export function compileMessages(code: string): string {
  const parts: string[] = []
  let end = 0
  for (const literal of listMessages(parseSync('catalog.ts', code).program)) {
    parts.push(code.slice(end, literal.start), JSON.stringify(compile(literal.value)))
    end = literal.end
  }
  return parts.join('') + code.slice(end)
}

interface StringLiteral {
  readonly start: number
  readonly end: number
  readonly value: string
}

function* listMessages(node: unknown): Generator<StringLiteral> {
  if (Array.isArray(node)) for (const child of node) yield* listMessages(child)
  if (!isNode(node)) return
  if (node.type !== 'Property' || !('value' in node) || !isStringLiteral(node.value)) {
    for (const child of Object.values(node)) yield* listMessages(child)
    return
  }
  yield node.value
}

const isNode = (value: unknown): value is { readonly type: string } =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const isStringLiteral = (value: unknown): value is StringLiteral =>
  isNode(value) && value.type === 'Literal' && 'value' in value && typeof value.value === 'string'
