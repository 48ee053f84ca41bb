import type { Json } from '../json.ts'

/** The entries of a saved record that fit; `keep` returns undefined for those that are dropped. */
export function keepEntries<Kept>(
  saved: Readonly<Record<string, Json>>,
  keep: (key: string, value: Json) => Kept | undefined,
): Record<string, Kept> {
  return Object.fromEntries(
    Object.entries(saved).flatMap(([key, value]): [string, Kept][] => {
      const kept = keep(key, value)
      return kept === undefined ? [] : [[key, kept]]
    }),
  )
}
