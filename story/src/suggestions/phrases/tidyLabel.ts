/** A label in one line without a full stop; null if it is empty. */
export function tidyLabel(label: string | null): string | null {
  const text = label?.slice(0, MAX_CHARACTERS).replace(/\s+/g, ' ').trim().replace(/[.:]$/, '') ?? ''
  return text === '' ? null : text
}

/** Longer labels are cut here. */
const MAX_CHARACTERS = 200
