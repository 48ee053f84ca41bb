const LENGTH = 9

/** The id of a call for its provider, the same for its result: Mistral takes nine letters or digits and nothing else. */
export function toCallId(partId: string): string {
  return partId
    .replaceAll(/[^a-zA-Z0-9]/g, '')
    .slice(-LENGTH)
    .padStart(LENGTH, '0')
}
