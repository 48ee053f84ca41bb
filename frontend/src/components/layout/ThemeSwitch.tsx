import { layoutText } from '../../text/layout.ts'
import { preferencesStore } from '../../theme/preferencesStore.ts'
import { READER_CHOICES } from '../../theme/readerPreferences.ts'
import { useReaderPreferences } from '../../theme/useReaderPreferences.ts'
import { ChoiceGroup } from '../common/ChoiceGroup.tsx'

export function ThemeSwitch() {
  const { theme } = useReaderPreferences()
  return (
    <ChoiceGroup
      label={layoutText('theme.label')}
      choices={READER_CHOICES.theme}
      labels={LABELS}
      value={theme}
      onChange={(value) => preferencesStore.set({ theme: value })}
    />
  )
}

const LABELS = {
  system: layoutText('theme.system'),
  paper: layoutText('theme.paper'),
  lamplight: layoutText('theme.lamplight'),
}
