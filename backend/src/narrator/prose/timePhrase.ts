import type { StoryView } from '@llm-gamebook/story'
import { numberInWords } from '../words/numbers.ts'
import type { Scene } from '../scene/scene.ts'
import { capitalize } from './sentences.ts'
import { vary } from './vary.ts'

type ClockView = StoryView['clocks'][number]

/** "02:10", or "02:10 on day 2". */
export function timeOf({ day, timeOfDay }: ClockView): string {
  return day === 1 ? timeOfDay : `${timeOfDay} on day ${day}`
}

/** "Ten minutes go by; it is 00:10." */
export function timePassed(before: ClockView, after: ClockView, scene: Scene): string {
  const passed = capitalize(duration(after.minutes - before.minutes))
  const now = timeOf(after)
  return vary(scene, 'time', [`${passed} by; it is ${now}.`, `It is ${now} now.`, `${passed} by. It is ${now}.`])
}

function duration(minutes: number): string {
  if (minutes === 1) return 'one minute goes'
  if (minutes === 60) return 'an hour goes'
  if (minutes % 60 === 0) return `${numberInWords(minutes / 60)} hours go`
  if (minutes > 60) return `${hoursAndMinutes(minutes)} go`
  return `${numberInWords(minutes)} minutes go`
}

function hoursAndMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return `${hours === 1 ? 'an hour' : `${numberInWords(hours)} hours`} and ${numberInWords(rest)} minute${rest === 1 ? '' : 's'}`
}
