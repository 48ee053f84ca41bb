import type { Name, Span } from '../syntax/syntax.ts'

/** A word, text, number or symbol of an expression. */
export type Token = Span &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'path'; readonly head: Name; readonly steps: readonly Name[] }
    | { readonly kind: 'word'; readonly text: string }
    | { readonly kind: 'symbol'; readonly text: string }
    | Unreadable
    | { readonly kind: 'end' }
  )

/** An invalid token with its error. No token follows it. */
export interface Unreadable {
  readonly kind: 'unreadable'
  readonly message: string
  readonly hint: string
}
