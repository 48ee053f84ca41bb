/** @import { Random } from './random.mjs' */

/** @typedef {[offset: number, color: string, opacity?: number]} Stop */

/**
 * @param {number} count
 * @param {(index: number) => string} draw
 */
export const repeat = (count, draw) => Array.from({ length: count }, (_, index) => draw(index)).join('')

/**
 * Draws something at random points of an area. `size` is a number from 0 to 1.
 *
 * @param {Random} random
 * @param {number} count
 * @param {{ x: number, y: number, width: number, height: number }} area
 * @param {(x: number, y: number, size: number) => string} draw
 */
export const scatter = (random, count, { x, y, width, height }, draw) =>
  repeat(count, () => draw(x + random() * width, y + random() * height, random()))

/**
 * @param {string} id
 * @param {Stop[]} stops
 */
export const verticalGradient = (id, stops) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${drawStops(stops)}</linearGradient>`

/**
 * @param {string} id
 * @param {Stop[]} stops
 */
export const horizontalGradient = (id, stops) => `<linearGradient id="${id}">${drawStops(stops)}</linearGradient>`

/**
 * @param {string} id
 * @param {Stop[]} stops
 */
export const radialGradient = (id, stops) => `<radialGradient id="${id}">${drawStops(stops)}</radialGradient>`

/** @param {Stop[]} stops */
const drawStops = (stops) =>
  stops
    .map(([offset, color, opacity = 1]) => `<stop offset="${offset}" stop-color="${color}" stop-opacity="${opacity}"/>`)
    .join('')

/**
 * @typedef {object} TitleStyle
 * @property {number} y
 * @property {number} size
 * @property {number} spacing Pixels between the letters.
 * @property {string} fill
 * @property {number} [weight]
 * @property {string} [style]
 */

/**
 * Draws a centered line of the title.
 *
 * @param {string} text
 * @param {TitleStyle} style
 */
export const titleLine = (text, { y, size, spacing, fill, weight = 500, style = 'normal' }) =>
  `<text x="${450 + spacing / 2}" y="${y}" text-anchor="middle" font-size="${size}" letter-spacing="${spacing}"
    fill="${fill}" font-weight="${weight}" font-style="${style}">${text}</text>`
