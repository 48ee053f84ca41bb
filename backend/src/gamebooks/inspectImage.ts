import { open, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { type Diagnostic, fileDiagnostic } from '@llm-gamebook/story'

import { imageType, SIGNATURE_BYTES } from './imageType.ts'

export interface GamebookImage {
  /** The real path, links resolved. */
  readonly file: string
  readonly mediaType: string
  readonly etag: string
}

export type ImageFinding =
  { readonly image: GamebookImage; readonly problem: null } | { readonly image: null; readonly problem: Diagnostic }

const MAX_BYTES = 10 * 1024 * 1024
const TYPES = 'PNG, JPEG, WebP, GIF or AVIF'

/** Checks whether an image can be shown, at load and again before it is served. Never throws. */
export async function inspectImage(folder: string, path: string): Promise<ImageFinding> {
  try {
    const file = await realpath(join(folder, path)).catch(() => null)
    if (file === null) {
      const hint = 'Add the file, or remove the key.'
      return problem(path, 'image-missing', `The image "${path}" does not exist.`, hint)
    }
    if (!isInside(await realpath(folder), file)) {
      const hint = 'Copy it into the folder and use its path from there.'
      return problem(path, 'image-outside', `The image "${path}" is outside the gamebook's folder.`, hint)
    }
    return await inspectFile(file, path)
  } catch {
    const hint = "Make it readable for the app's user, or remove the key."
    return problem(path, 'image-missing', `The image "${path}" can't be read.`, hint)
  }
}

async function inspectFile(file: string, path: string): Promise<ImageFinding> {
  const stats = await stat(file)
  // The check comes before opening: opening a pipe would wait for its writer.
  if (!stats.isFile()) {
    return problem(path, 'image-missing', `"${path}" is not a file.`, 'Give the path of an image file.')
  }
  const mediaType = imageType(path, await readSignature(file))
  if (mediaType === null) {
    const hint = `Use ${TYPES}, with the extension of its type.`
    return problem(path, 'image-type', `The image "${path}" is not ${TYPES}.`, hint)
  }
  if (stats.size > MAX_BYTES) {
    return problem(path, 'image-too-large', `The image "${path}" is larger than 10 MiB.`, 'Make it smaller.')
  }
  const etag = `"${stats.mtimeMs.toString(36)}-${stats.size.toString(36)}"`
  return { image: { file, mediaType, etag }, problem: null }
}

async function readSignature(file: string): Promise<Uint8Array> {
  const handle = await open(file)
  try {
    const { buffer } = await handle.read(Buffer.alloc(SIGNATURE_BYTES), 0, SIGNATURE_BYTES, 0)
    return buffer
  } finally {
    await handle.close()
  }
}

function isInside(folder: string, file: string): boolean {
  const path = relative(folder, file)
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}

function problem(
  path: string,
  code: Parameters<typeof fileDiagnostic>[0],
  message: string,
  hint: string,
): ImageFinding {
  return { image: null, problem: { ...fileDiagnostic(code, path, message, hint), path: 'image' } }
}
