import { v7 } from 'uuid'

/** A new id; later ones sort behind earlier ones. */
export const newId = (): string => v7()
