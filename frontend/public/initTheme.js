// Runs before the first paint: the ground has the reader's own theme from the first frame on.
try {
  const { theme } = JSON.parse(globalThis.localStorage.getItem('llm-gamebook:reader') ?? '{}')
  if (theme === 'paper' || theme === 'lamplight') globalThis.document.documentElement.dataset.theme = theme
} catch {
  // Without storage the system's theme is shown.
}
