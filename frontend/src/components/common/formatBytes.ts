/** A size in bytes as people write it: 840 bytes, 14.5 KB. */
export function formatBytes(bytes: number): string {
  const unit = UNITS.findLast(({ size }) => bytes >= size)
  if (unit === undefined) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  const count = bytes / unit.size
  return `${new Intl.NumberFormat('en', { maximumFractionDigits: count < 100 ? 1 : 0 }).format(count)} ${unit.name}`
}

const UNITS = [
  { size: 1000, name: 'KB' },
  { size: 1_000_000, name: 'MB' },
  { size: 1_000_000_000, name: 'GB' },
]
