import type { GamebookParams } from '../../schemas/gamebook.ts'

export const toGamebookId = ({ namespace, name }: GamebookParams): string => `${namespace}/${name}`
