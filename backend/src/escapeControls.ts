/**
 * Text of gamebooks, providers and paths for a terminal: control characters and changes of direction are written as
 * `\u001b`, so no text can move the cursor, color or hide what else is printed. Also valid inside JSON strings.
 */
export function escapeControls(text: string): string {
  return text.replace(CONTROL, escapeCharacter)
}

/** Everything but tabs and line ends that a terminal obeys: C0, DEL, C1, embeddings, overrides, isolates and marks. */
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\r(?!\n)/g

const escapeCharacter = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
