import { type RefObject, useEffect } from 'react'

/** Moves the focus to the field that the address names: `#apiKey` leads to the field, or to the button that opens it. */
export function useNamedField(form: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const name = window.location.hash.slice(1)
    if (!/^[a-zA-Z]+$/.test(name)) return
    const field =
      form.current?.querySelector<HTMLElement>(`[name="${name}"]`) ??
      form.current?.querySelector<HTMLElement>(`[data-field="${name}"] button`)
    // The folded part of the form opens for it.
    field?.closest('details')?.setAttribute('open', '')
    field?.focus()
    field?.scrollIntoView({ block: 'center' })
  }, [form])
}
