import { useEffect, useRef } from 'react'

import styles from '../../common/VisuallyHidden.module.css'
import { playerText } from '../../../text/player.ts'
import type { Message } from '../../../types/api.ts'
import { useStoryLanguage } from '../storyLanguage.ts'
import { announce, NOTHING_SPOKEN } from './announcements.ts'

/** Older sentences are removed from the log. */
const MAX_SENTENCES = 12

interface StoryAnnouncerProps {
  readonly messages: readonly Message[]
}

/** Announces to screen readers what happens in the story, one complete sentence at a time. */
export function StoryAnnouncer({ messages }: StoryAnnouncerProps) {
  const log = useRef<HTMLDivElement>(null)
  const spoken = useRef(NOTHING_SPOKEN)
  const language = useStoryLanguage()

  useEffect(() => {
    const news = announce(spoken.current, messages)
    spoken.current = news.spoken
    for (const { text, isStory } of news.lines) addLine(log.current, text, isStory ? language : undefined)
  }, [messages, language])

  return (
    <div ref={log} className={styles.hidden} role="log" aria-live="polite" aria-label={playerText('announcements')} />
  )
}

function addLine(log: HTMLElement | null, sentence: string, language: string | undefined): void {
  const line = document.createElement('p')
  line.dir = 'auto'
  if (language !== undefined) line.lang = language
  line.textContent = sentence
  log?.append(line)
  while (log !== null && log.childElementCount > MAX_SENTENCES) log.firstElementChild?.remove()
}
