import { useEffect, useId, useRef } from 'react'

import { suggestionText } from '../../../text/suggestions.ts'
import type { Suggestion } from '../../../types/api.ts'
import type { ArrangedGroup } from './arrangeSuggestions.ts'
import { ClosedSuggestion, OpenSuggestion } from './SuggestionChip.tsx'
import { SuggestionForm } from './SuggestionForm.tsx'
import styles from './Suggestions.module.css'
import { useSuggestionKeys } from './useSuggestionKeys.ts'
import type { ShownSuggestions } from './useSuggestions.ts'

interface SuggestionsProps {
  readonly suggestions: ShownSuggestions
  /** Below the answer, a row for each group with numbers; above the input, one row that scrolls. */
  readonly layout: 'grid' | 'row'
}

/** What can be done now, in the author's labels. */
export function Suggestions({ suggestions, layout }: SuggestionsProps) {
  const container = useRef<HTMLElement>(null)
  const id = useId()
  useSuggestionKeys(container)
  const { groups, opened, hiddenCount, showAll } = suggestions
  const isGrid = layout === 'grid'
  const details = opened !== null && <Details id={id} opened={opened} suggestions={suggestions} />
  return (
    <section ref={container} className={styles.suggestions} data-layout={layout} aria-label={suggestionText('title')}>
      {!isGrid && details}
      <div className={styles.groups}>
        {groups.map((group, index) => (
          <Group key={group.group} group={group} detailsId={id} suggestions={suggestions} hasNumbers={isGrid}>
            {index === groups.length - 1 && hiddenCount > 0 && (
              <button type="button" className={styles.more} onClick={showAll}>
                {suggestionText('more', { count: hiddenCount })}
              </button>
            )}
            {isGrid && opened?.group === group.group && details}
          </Group>
        ))}
      </div>
    </section>
  )
}

interface GroupProps {
  readonly group: ArrangedGroup
  readonly detailsId: string
  readonly suggestions: ShownSuggestions
  readonly hasNumbers: boolean
  readonly children: React.ReactNode
}

function Group({ group: { group, items }, detailsId, suggestions, hasNumbers, children }: GroupProps) {
  const { lit, opened, toggle, start } = suggestions
  const nameId = useId()
  return (
    <div className={styles.group} role="group" aria-labelledby={nameId}>
      <span id={nameId} className={styles.name}>
        {suggestionText(`group.${group}`)}
      </span>
      <div className={styles.chips}>
        {items.map(({ suggestion, number }) =>
          suggestion.call === null ? (
            <ClosedSuggestion
              key={suggestion.id}
              suggestion={suggestion}
              reasonId={detailsId}
              isOpen={opened === suggestion}
              onToggle={() => toggle(suggestion)}
            />
          ) : (
            <OpenSuggestion
              key={suggestion.id}
              suggestion={suggestion}
              number={hasNumbers ? number : null}
              isLit={lit === suggestion}
              formId={suggestion.input.length === 0 ? undefined : detailsId}
              isOpen={opened === suggestion}
              onClick={() => start(suggestion)}
            />
          ),
        )}
        {children}
      </div>
    </div>
  )
}

interface DetailsProps {
  readonly id: string
  readonly opened: Suggestion
  readonly suggestions: ShownSuggestions
}

/** The author's reason, or the form of a suggestion. It opens in the page and covers nothing. */
function Details({ id, opened, suggestions: { toggle, submit } }: DetailsProps) {
  const details = useRef<HTMLDivElement>(null)
  useEffect(() => details.current?.scrollIntoView({ block: 'nearest' }), [opened])
  if (opened.call === null)
    return (
      <div ref={details} id={id} className={styles.reason} role="status" dir="auto">
        {opened.reason}
      </div>
    )
  return (
    <div ref={details} id={id} className={styles.form}>
      <SuggestionForm
        key={opened.id}
        suggestion={opened}
        onSubmit={(values) => submit(opened, values)}
        onCancel={() => toggle(opened)}
      />
    </div>
  )
}
