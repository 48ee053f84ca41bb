/** Key presses that belong to an input method. Safari reports the last one as not composing. */
export const COMPOSING = ['Enter', 'Escape', 'ArrowDown', 'ArrowUp'].flatMap((key) => [
  { key, isComposing: true, keyCode: 229 },
  { key, isComposing: false, keyCode: 229 },
  { key, isComposing: true, keyCode: 0 },
])
