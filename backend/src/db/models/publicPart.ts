import type { Part, StoredPart } from './messageContent.ts'

/** What a client may see of a part. */
export function toPublicPart({ origin, ...part }: StoredPart): Part {
  return part
}

/** Thoughts and words of which only their provider can read anything are not shown. */
export function toPublicParts(parts: readonly StoredPart[]): Part[] {
  return parts.filter((part) => part.type === 'tool-call' || part.text !== '').map(toPublicPart)
}
