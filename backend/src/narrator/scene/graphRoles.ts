import type { StoryView } from '@llm-gamebook/story'
import { contentWords } from '../words/contentWords.ts'
import { verbKinds } from '../words/verbs.ts'

/**
 * Tells the graphs of places from the others: arcs of the plot, things and people that change, the hours of the day.
 * A gamebook does not say it, but a graph of places has no name of its own, and its function is named for walking
 * (`go_to`). The steps of the other graphs are the author's secret, their names are never shown.
 */
export function placeGraphIds(views: readonly StoryView[]): ReadonlySet<string> {
  const walked = views.flatMap((view) => view.functions.filter(isForWalking).flatMap(({ graphId }) => graphId ?? []))
  const nameless = views.flatMap((view) =>
    view.places.filter(({ graphName }) => graphName === null).map(({ graphId }) => graphId),
  )
  if (nameless.length === 0) return new Set(walked)
  const both = nameless.filter((id) => walked.includes(id))
  return new Set(both.length > 0 ? both : nameless)
}

function isForWalking({ name, targets }: StoryView['functions'][number]): boolean {
  const [verb] = contentWords(name)
  return targets !== null && verb !== undefined && verbKinds(verb)[0] === 'travel'
}
