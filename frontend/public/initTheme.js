// Runs before the first paint, so the first frame has the reader's theme.
try {
  const { theme } = JSON.parse(globalThis.localStorage.getItem('llm-gamebook:reader') ?? '{}')
  if (theme === 'paper' || theme === 'lamplight') globalThis.document.documentElement.dataset.theme = theme
} catch {
  // Without storage the system's theme applies.
}
