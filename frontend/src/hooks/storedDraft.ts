/** Words of a session that no server has yet, for as long as the tab lives. */
export function readDraft(sessionId: string): string {
  try {
    return sessionStorage.getItem(keyOf(sessionId)) ?? ''
  } catch {
    return ''
  }
}

export function writeDraft(sessionId: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(keyOf(sessionId))
    else sessionStorage.setItem(keyOf(sessionId), text)
  } catch {
    // Without storage the draft lasts as long as the page.
  }
}

const keyOf = (sessionId: string) => `llm-gamebook:draft:${sessionId}`
