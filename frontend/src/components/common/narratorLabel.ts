/** Who tells the story; the built-in narrator always says what it is. */
export function narratorLabel(provider: string, name: string): string {
  return provider === 'builtin' ? 'Built-in narrator · no AI' : name
}
