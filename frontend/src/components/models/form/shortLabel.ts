import type { Provider } from '../../../types/api.ts'

/** Without what stands in brackets. */
export const shortLabel = ({ label }: Provider): string => label.replace(/ \(.*\)$/, '')
