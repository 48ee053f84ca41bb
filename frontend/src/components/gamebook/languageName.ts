const names = new Intl.DisplayNames(['en'], { type: 'language' })

/** The name of a language in the language of the app: `German` for `de`. The tag itself if it is not valid. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}
