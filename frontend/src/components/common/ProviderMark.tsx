import type { ReactNode } from 'react'

import type { ModelProvider } from '../../types/api.ts'

interface ProviderMarkProps {
  readonly provider: ModelProvider
  readonly size?: number
}

/** An icon for each provider, drawn for this app. Hidden from screen readers, since the name is next to it. */
export function ProviderMark({ provider, size = 24 }: ProviderMarkProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {MARKS[provider]}
    </svg>
  )
}

const MARKS: Record<ModelProvider, ReactNode> = {
  // An arch with a keystone.
  anthropic: (
    <path d="M4 20V12a8 8 0 0 1 16 0v8M8.500 20v-8a3.500 3.500 0 0 1 7 0v8M10.800 4.200h2.400l-.600 3.900h-1.200zM3 20h7M14 20h7" />
  ),
  // A sounding line over three depths.
  deepseek: (
    <path d="M12 3v12M3 7c2-1.600 4-1.600 6 0M15 7c2-1.600 4-1.600 6 0M5 12.500c1.300-1 2.700-1 4 0M15 12.500c1.300-1 2.700-1 4 0M12 15l-2 3 2 3 2-3z" />
  ),
  // A prism that splits light.
  google: (
    <path d="M12 4 4.500 18h15zM2 12.500l6.500-1.800M15.400 10.300 22 8.500M16 12l6 .500M16.800 13.600 22 16.500" />
  ),
  // Three winds.
  mistral: <path d="M3 9h11a3 3 0 1 0-3-3M3 13h15.500a2.500 2.500 0 1 1-2.500 2.500M3 17h7.500a2 2 0 1 1-2 2" />,
  // A hut with a fire in it: your own machine.
  ollama: (
    <path d="M3 11.500 12 4l9 7.500M5.500 10v10h13V10M12 11.500c2.600 2.200 3 3.600 3 4.800a3 3 0 0 1-6 0c0-1.200.800-1.800 1.300-2.800.500.600.900.700 1.100.700.300-.800.400-1.600.600-2.700" />
  ),
  // A compass rose.
  openai: (
    <path d="M12 2.500 14 10l7.500 2-7.500 2-2 7.500-2-7.500-7.500-2L10 10zM6 6l2 2M18 6l-2 2M6 18l2-2M18 18l-2-2" />
  ),
  // A crossroads: one way in, several out.
  openrouter: (
    <path d="M3 12h6M9 12c5 0 4-6.500 9-6.500M9 12h9M9 12c5 0 4 6.500 9 6.500M16.500 3.500l2.500 2-2.500 2M16.500 10l2.500 2-2.500 2M16.500 16.500l2.500 2-2.500 2" />
  ),
  // Two quills, crossed.
  xai: (
    <path d="M4 20 18 6c1.500-1.500 2-2.500 2-4-2 .200-3.300.900-4.500 2.500M20 20 6 6C4.500 4.500 4 3.500 4 2c2 .200 3.300.900 4.500 2.500M7 20H3M21 20h-4" />
  ),
  // A plug for any socket.
  'openai-compatible': (
    <path d="M8.500 3v5M15.500 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v1.500c0 1.400-1 2.500-2.500 2.500H8" />
  ),
  // An open book with a star over it.
  builtin: (
    <path d="M12 20c-2-1.800-5-2.200-9-2V8c4-.200 7 .200 9 2 2-1.800 5-2.200 9-2v10c-4-.200-7 .200-9 2zm0 0V10M12 2.500v3.400M10.300 4.200h3.400" />
  ),
}
