import { onTestFinished } from 'vitest'

/** Only this media query is true until the end of the test. */
export function stubMedia(query: string): void {
  const original = window.matchMedia
  window.matchMedia = (media) =>
    Object.defineProperty(original(media), 'matches', { value: media === query, configurable: true })
  onTestFinished(() => {
    window.matchMedia = original
  })
}
