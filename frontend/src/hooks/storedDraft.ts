/** The unsent text of a session. It is kept until the tab is closed. */
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
    // Without storage the draft is kept until the page is left.
  }
}

const keyOf = (sessionId: string) => `llm-gamebook:draft:${sessionId}`
