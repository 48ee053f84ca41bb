import { ImageNotFoundError } from './gamebookErrors.ts'
import type { GamebookImage } from './inspectImage.ts'
import type { GamebookLibrary } from './library.ts'

/** The picture of a gamebook, whose place and type have just been looked at again. */
export async function getImage(library: GamebookLibrary, id: string): Promise<GamebookImage> {
  const { image } = await library.get(id)
  if (image === null) throw new ImageNotFoundError(id)
  return image
}
