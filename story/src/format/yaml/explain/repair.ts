/** One change that would make a part of the file right, and what to say if it does. */
export interface Repair {
  /** The location of the mistake. */
  readonly offset: number
  readonly message: string
  readonly hint: string
  readonly edits: readonly TextEdit[]
  /** How unlikely this mistake is; the least counts among repairs that reach equally far. */
  readonly cost: number
  /** Whether its edits are spread over the whole file, so it can be tried with some of them. */
  readonly isFileWide?: boolean
}

/** Replaces a part of one line. It adds and removes no line breaks. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** @param edits in the order of the text, without overlap */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + text.slice(at)
}
