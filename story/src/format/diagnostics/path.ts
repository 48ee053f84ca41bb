/** The keys and indices from the top of the file to a value; null for the top itself. */
export type Path = PathStep | null

export interface PathStep {
  readonly parent: Path
  readonly step: string | number
}

/** `entity_types[1].entities[0].edge_ids[2]` */
export function formatPath(path: Path): string {
  if (path === null) return ''
  const before = formatPath(path.parent)
  if (typeof path.step === 'number') return `${before}[${path.step}]`
  if (!/^[\w-]+$/.test(path.step)) return `${before}[${JSON.stringify(path.step)}]`
  return before === '' ? path.step : `${before}.${path.step}`
}
