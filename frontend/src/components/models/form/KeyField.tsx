import { useEffect, useId, useRef, useState } from 'react'

import { modelFormText } from '../../../text/modelForm.ts'
import type { AddressPreview, ModelConfig, Provider } from '../../../types/api.ts'
import fieldStyles from '../../common/Field.module.css'
import { Field } from '../../common/Field.tsx'
import styles from './KeyField.module.css'
import { hasStoredKey, type KeyChange } from './modelConfigValues.ts'

interface KeyFieldProps {
  readonly provider: Provider
  readonly stored: ModelConfig | null
  readonly change: KeyChange
  readonly onChange: (change: KeyChange) => void
  readonly preview: AddressPreview | null
  readonly error: string | undefined
}

/** A stored key is never shown. It can be kept, replaced or removed. */
export function KeyField({ provider, stored, change, onChange, preview, error }: KeyFieldProps) {
  const group = useRef<HTMLDivElement>(null)
  const [hasChanged, setChanged] = useState(false)
  const isKept = stored !== null && hasStoredKey(stored)

  // The pressed control is gone, so the focus moves to the one in its place.
  useEffect(() => {
    if (hasChanged) group.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [hasChanged, change.kind])

  const turn = (kind: KeyChange['kind']) => {
    setChanged(true)
    onChange(kind === 'replace' ? { kind, text: '' } : { kind })
  }

  return (
    <div ref={group}>
      {change.kind === 'replace' ? (
        <KeyInput
          provider={provider}
          preview={preview}
          error={error}
          onChange={(text) => onChange({ kind: 'replace', text })}
          onKeep={isKept ? () => turn('keep') : null}
        />
      ) : (
        <StoredKey kind={change.kind} stored={stored} preview={preview} error={error} onTurn={turn} />
      )}
    </div>
  )
}

interface KeyInputProps {
  readonly provider: Provider
  readonly preview: AddressPreview | null
  readonly error: string | undefined
  readonly onChange: (text: string) => void
  /** Null if no key is stored. */
  readonly onKeep: (() => void) | null
}

/** Uncontrolled, since React writes a controlled value into the DOM's attributes. */
function KeyInput({ provider, preview, error, onChange, onKeep }: KeyInputProps) {
  const [isTrimmed, setTrimmed] = useState(false)
  const { apiKeyRequired, apiKeyUrl } = provider
  return (
    <Field
      label={modelFormText('key.label')}
      aside={apiKeyRequired ? undefined : modelFormText('key.optional')}
      error={error}
      hint={
        <div className={styles.hints}>
          {isTrimmed && <p role="status">{modelFormText('key.trimmed')}</p>}
          {preview !== null && preview.environmentVariable !== null && (
            <p>{modelFormText('key.environment', { variable: preview.environmentVariable })}</p>
          )}
          {apiKeyUrl !== null && <p>{modelFormText.rich('key.hint', { url: () => <KeyLink url={apiKeyUrl} /> })}</p>}
        </div>
      }
    >
      {(control) => (
        <div className={styles.row}>
          <input
            {...control}
            name="apiKey"
            type="password"
            autoComplete="new-password"
            spellCheck={false}
            className={fieldStyles.input}
            onChange={(event) => {
              const typed = event.target.value
              setTrimmed(typed !== typed.trim())
              onChange(typed.trim())
            }}
          />
          {onKeep !== null && (
            <button type="button" className={styles.turn} onClick={onKeep}>
              {modelFormText('key.keep')}
            </button>
          )}
        </div>
      )}
    </Field>
  )
}

function KeyLink({ url }: { readonly url: string }) {
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {url.replace('https://', '')}
    </a>
  )
}

interface StoredKeyProps {
  readonly kind: 'keep' | 'remove'
  readonly stored: ModelConfig | null
  readonly preview: AddressPreview | null
  readonly error: string | undefined
  readonly onTurn: (kind: KeyChange['kind']) => void
}

function StoredKey({ kind, stored, preview, error, onTurn }: StoredKeyProps) {
  const id = useId()
  const variable = preview?.environmentVariable ?? null
  const isUnreadable = stored?.apiKey.source === 'unreadable'
  return (
    <div role="group" aria-labelledby={id} data-field="apiKey" className={styles.stored}>
      <span id={id} className={fieldStyles.label}>
        {modelFormText('key.label')}
      </span>
      {error !== undefined && <p className={fieldStyles.error}>{error}</p>}
      <div className={styles.row}>
        <span className={styles.state}>{keyStateText(kind, stored)}</span>
        {kind === 'keep' ? (
          <>
            <button type="button" className={styles.turn} onClick={() => onTurn('replace')}>
              {modelFormText(isUnreadable ? 'key.enterAgain' : 'key.replace')}
            </button>
            <button type="button" className={styles.turn} onClick={() => onTurn('remove')}>
              {variable === null ? modelFormText('key.remove') : modelFormText('key.removeAndUse', { variable })}
            </button>
          </>
        ) : (
          <button type="button" className={styles.turn} onClick={() => onTurn('keep')}>
            {modelFormText('key.keep')}
          </button>
        )}
      </div>
      {kind === 'keep' && preview?.clearsKey === true && (
        <p className={styles.warning} role="status">
          {modelFormText('key.otherHost')}
        </p>
      )}
    </div>
  )
}

function keyStateText(kind: 'keep' | 'remove', stored: ModelConfig | null): string {
  if (kind === 'remove') return modelFormText('key.willBeRemoved')
  if (stored?.apiKey.source === 'unreadable') return modelFormText('key.unreadable')
  const end = stored?.apiKey.lastFour
  return end === undefined ? modelFormText('key.stored') : modelFormText('key.storedEnding', { end })
}
