/**
 * What was typed and not sent, by what it belongs to. It is kept for the life of the tab, so two tabs don't overwrite
 * each other. Without storage, or beyond its limits, it is kept until the page is reloaded.
 */
export function readDraft(key: string): string {
  return unstored.get(key) ?? readStored(key)
}

/** An empty text removes the draft. Secrets must be taken out before. */
export function writeDraft(key: string, text: string): void {
  unstored.delete(key)
  if (text !== '' && store(key, text)) return
  removeStored(key)
  if (text !== '') keepUnstored(key, text)
}

export const MAX_DRAFTS = 50
/** In characters; ten times the longest message. */
export const MAX_DRAFT_LENGTH = 200_000
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000
const PREFIX = 'llm-gamebook:draft:'
/** The time of the last change, before the text. Drafts of earlier versions have none. */
const SAVED_AT = /^(\d{13}):/

const unstored = new Map<string, string>()

function keepUnstored(key: string, text: string): void {
  unstored.set(key, text)
  const [oldest] = unstored.keys()
  if (unstored.size > MAX_DRAFTS && oldest !== undefined) unstored.delete(oldest)
}

function readStored(key: string): string {
  try {
    return (sessionStorage.getItem(PREFIX + key) ?? '').replace(SAVED_AT, '')
  } catch {
    return ''
  }
}

function removeStored(key: string): void {
  try {
    sessionStorage.removeItem(PREFIX + key)
  } catch {
    // Without storage there is nothing to remove.
  }
}

/** False if it can't be stored. */
function store(key: string, text: string): boolean {
  if (text.length > MAX_DRAFT_LENGTH) return false
  try {
    if (sessionStorage.getItem(PREFIX + key) === null) dropOldDrafts()
  } catch {
    return false
  }
  do {
    try {
      sessionStorage.setItem(PREFIX + key, `${Date.now()}:${text}`)
      return true
    } catch {
      // The storage is full: older drafts make room.
    }
  } while (dropOldest(key))
  return false
}

function dropOldDrafts(): void {
  const stale = Date.now() - MAX_AGE_MS
  const drafts = listStored()
  drafts.forEach(({ item, savedAt }, index) => {
    const isSurplus = index <= drafts.length - MAX_DRAFTS
    if (isSurplus || (savedAt > 0 && savedAt < stale)) sessionStorage.removeItem(item)
  })
}

/** False if there is no other draft. */
function dropOldest(except: string): boolean {
  const oldest = listStored().find(({ item }) => item !== PREFIX + except)
  if (oldest !== undefined) sessionStorage.removeItem(oldest.item)
  return oldest !== undefined
}

/** The oldest first. */
function listStored(): readonly { readonly item: string; readonly savedAt: number }[] {
  return Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index) ?? '')
    .filter((item) => item.startsWith(PREFIX))
    .map((item) => ({ item, savedAt: Number(SAVED_AT.exec(sessionStorage.getItem(item) ?? '')?.[1] ?? 0) }))
    .toSorted((one, other) => one.savedAt - other.savedAt)
}
