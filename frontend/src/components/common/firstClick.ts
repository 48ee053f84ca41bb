/**
 * A handler that ignores the second click of a double click, for an action that can't be undone or that lies where
 * another one was.
 */
export const firstClick =
  (handle: () => void) =>
  ({ detail: clicks }: { readonly detail: number }): void => {
    if (clicks < 2) handle()
  }
