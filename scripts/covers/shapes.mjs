/** `count` pieces of drawing, one after the other. */
export const repeat = (count, draw) => Array.from({ length: count }, (_, index) => draw(index)).join('')

/** Points scattered over an area, drawn by `draw(x, y, size from 0 to 1)`. */
export const scatter = (random, count, { x, y, width, height }, draw) =>
  repeat(count, () => draw(x + random() * width, y + random() * height, random()))

/** A gradient from top to bottom; stops are `[offset, colour, opacity]`. */
export const verticalGradient = (id, stops) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${drawStops(stops)}</linearGradient>`

export const horizontalGradient = (id, stops) => `<linearGradient id="${id}">${drawStops(stops)}</linearGradient>`

export const radialGradient = (id, stops) => `<radialGradient id="${id}">${drawStops(stops)}</radialGradient>`

const drawStops = (stops) =>
  stops
    .map(
      ([offset, colour, opacity = 1]) => `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join('')

/** A line of the title, centred; `spacing` in pixels between the letters. */
export const titleLine = (text, { y, size, spacing, fill, weight = 500, style = 'normal' }) =>
  `<text x="${450 + spacing / 2}" y="${y}" text-anchor="middle" font-size="${size}" letter-spacing="${spacing}"
    fill="${fill}" font-weight="${weight}" font-style="${style}">${text}</text>`
