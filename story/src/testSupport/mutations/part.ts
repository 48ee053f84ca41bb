/** A mapping of a gamebook's file. */
export type Part = Record<string, unknown>

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : []
}

export function partsIn(part: Part, key: string): readonly Part[] {
  return list(part[key]) as Part[]
}

export function idOf({ name }: Part): string {
  return String(name)
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
}

export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
