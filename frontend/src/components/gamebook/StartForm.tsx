import type { ReactNode } from 'react'

import { gamebookText } from '../../text/gamebook.ts'
import type { GamebookDetail, StartAnswer } from '../../types/api.ts'
import { StartButton } from './StartButton.tsx'
import styles from './StartForm.module.css'
import { StartSettings } from './StartSettings.tsx'
import { StartQuestionField } from './StartQuestionField.tsx'
import { useStartAnswers } from './useStartAnswers.ts'

interface StartFormProps {
  readonly gamebook: GamebookDetail
  /** No session was started before. */
  readonly isFirst: boolean
  readonly isStarting: boolean
  /** The field that chooses the narrator. Outside of the form, because Enter must not start a story there. */
  readonly narrator: ReactNode
  /** The story settings of the new session, shown on request. */
  readonly settings: ReactNode
  readonly onStart: (answers: StartAnswer[]) => void
}

/** What the player is asked before the first page, and the button that starts the story. */
export function StartForm({ gamebook, isFirst, isStarting, narrator, settings, onStart }: StartFormProps) {
  const { id, questions, language } = gamebook
  const { textOf, setText, answers } = useStartAnswers(id, questions)
  return (
    <div className={styles.start}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          onStart(answers)
        }}
      >
        {questions.length > 0 && (
          <div className={styles.questions}>
            <div className={styles.fields} lang={language}>
              {questions.map((question) => (
                <StartQuestionField
                  key={`${question.entityId}.${question.field}`}
                  question={question}
                  text={textOf(question)}
                  onChange={(text) => setText(question, text)}
                />
              ))}
            </div>
            {questions.some(({ values }) => values === null) && (
              <p className={styles.hint}>{gamebookText('start.emptyAnswer')}</p>
            )}
          </div>
        )}
        <div className={styles.button}>
          <StartButton isFirst={isFirst} isStarting={isStarting} />
        </div>
      </form>
      {narrator}
      <StartSettings>{settings}</StartSettings>
    </div>
  )
}
