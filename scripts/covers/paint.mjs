/* global Blob, Image, document */

/**
 * Runs in the page and returns the picture as WebP in base64.
 *
 * @param {{ svg: string, width: number, height: number, quality: number }} picture
 */
export async function paint({ svg, width, height, quality }) {
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  canvas.getContext('2d')?.drawImage(image, 0, 0)
  return canvas.toDataURL('image/webp', quality).replace(/^.*,/, '')
}
