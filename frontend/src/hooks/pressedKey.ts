interface KeyPress {
  readonly key: string
  readonly keyCode: number
  readonly isComposing: boolean
}

/**
 * The pressed key, or null while an input method composes: its Enter, Escape and arrows belong to its own list. Every
 * keyboard handler asks this function, so none sends a half-written word.
 */
export function pressedKey(event: KeyPress | { readonly nativeEvent: KeyPress }): string | null {
  const press = 'nativeEvent' in event ? event.nativeEvent : event
  return isComposing(press) ? null : press.key
}

/** Safari ends a composition before its last key press, which only the key code 229 gives away. */
const isComposing = (press: KeyPress): boolean => press.isComposing || press.keyCode === INPUT_METHOD_KEY_CODE

const INPUT_METHOD_KEY_CODE = 229
