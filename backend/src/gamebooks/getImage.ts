import { ImageNotFoundError } from './gamebookErrors.ts'
import type { GamebookImage } from './inspectImage.ts'
import type { GamebookLibrary } from './library.ts'

/** The image of a gamebook, inspected again just now. Throws `ImageNotFoundError`. */
export async function getImage(library: GamebookLibrary, id: string): Promise<GamebookImage> {
  const { image } = await library.get(id)
  if (image === null) throw new ImageNotFoundError(id)
  return image
}
