/** Cover colors for gamebooks without a picture. */
export const COVER_COLORS = [
  { cloth: '#5b1f27', gilt: '#e6c68f' },
  { cloth: '#1f3a3d', gilt: '#d8c9a0' },
  { cloth: '#2f3a57', gilt: '#dfc9a2' },
  { cloth: '#43402b', gilt: '#e2cd96' },
  { cloth: '#4a2f4a', gilt: '#e3c7b4' },
  { cloth: '#6b4423', gilt: '#f0d9ab' },
] as const
