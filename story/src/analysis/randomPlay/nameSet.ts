/** Names of two or three parts. A name is put together only when it is new, because most are added again and again. */
export class NameSet {
  readonly names = new Set<string>()
  private readonly known = new Map<string, Map<string, Set<string>>>()

  add(first: string, second: string, third = ''): void {
    const thirds = this.thirdsOf(first, second)
    if (thirds.has(third)) return
    thirds.add(third)
    this.names.add(third === '' ? `${first} ${second}` : `${first} ${second} ${third}`)
  }

  private thirdsOf(first: string, second: string): Set<string> {
    const seconds = this.known.get(first) ?? new Map<string, Set<string>>()
    if (seconds.size === 0) this.known.set(first, seconds)
    const known = seconds.get(second)
    if (known !== undefined) return known
    const thirds = new Set<string>()
    seconds.set(second, thirds)
    return thirds
  }
}
