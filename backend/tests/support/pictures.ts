const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(32)]))

/** As much of each file type as tells it. */
export const PNG = bytes('89504e470d0a1a0a')
export const JPEG = bytes('ffd8ffe0')
export const GIF = bytes('474946383961')
export const WEBP = bytes('52494646000000005745425056503820')
export const AVIF = bytes('00000020667479706176696600000000')
export const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
