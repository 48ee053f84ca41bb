import { ActionIcon, Button, createTheme, type VariantColorsResolver } from '@mantine/core'

import buttonStyles from './Button.module.css'

/** Mantine's components in the colours and sizes of `tokens.css`. */
export const theme = createTheme({
  variantColorResolver: ({ variant }) => resolveVariant(variant),
  components: {
    Button: Button.extend({ defaultProps: { size: 'md' }, classNames: { root: buttonStyles.root ?? '' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 'xl', variant: 'subtle' } }),
  },
})

type VariantColors = ReturnType<VariantColorsResolver>

function resolveVariant(variant: string): VariantColors {
  if (variant === 'filled') return FILLED
  if (variant === 'default') return OUTLINED
  return QUIET
}

const FILLED: VariantColors = {
  background: 'var(--accent)',
  hover: 'var(--accent-strong)',
  color: 'var(--on-accent)',
  border: '1px solid transparent',
}
const OUTLINED: VariantColors = {
  background: 'transparent',
  hover: 'var(--accent-wash)',
  color: 'var(--accent)',
  border: '1px solid var(--hair-strong)',
}
const QUIET: VariantColors = {
  background: 'transparent',
  hover: 'var(--accent-wash)',
  color: 'var(--ink-soft)',
  hoverColor: 'var(--ink)',
  border: '1px solid transparent',
}
