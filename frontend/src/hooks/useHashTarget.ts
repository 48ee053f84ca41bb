import { useEffect } from 'react'

/** Shows the element that the address names, which appears later than the page. */
export function useHashTarget(id: string, isShown: boolean): void {
  useEffect(() => {
    if (!isShown || window.location.hash !== `#${id}`) return
    const element = document.getElementById(id)
    element?.scrollIntoView()
    element?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
  }, [id, isShown])
}
