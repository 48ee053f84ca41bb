import type { Provider } from '../../../types/api.ts'

/** The label without the part in parentheses. */
export const shortLabel = ({ label }: Provider): string => label.split(' (', 1)[0] ?? label
