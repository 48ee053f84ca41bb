import { Link } from 'wouter'

import { requestText } from '../../text/requests.ts'
import type { Cost, SentRequest } from '../../types/api.ts'
import type { Figure } from '../common/Figures.tsx'
import { formatBytes } from '../common/formatBytes.ts'
import { formatDuration } from '../common/formatDuration.ts'
import { formatTableDate } from '../prices/formatTableDate.ts'
import { formatMoney } from '../usage/formatMoney.ts'

const count = (tokens: number): string => requestText('blocks.count', { tokens })

/** What a request used, how long it took and what it cost. */
export function requestFigures(request: SentRequest, priceDate: string | null): readonly Figure[] {
  const { usage, bytes, cost, modelConfigId, firstTokenMs, durationMs } = request
  const input = usage?.inputTokens ?? null
  const cached = usage?.cachedInputTokens ?? null
  const reasoning = usage?.reasoningTokens ?? null
  return [
    {
      key: 'sent',
      label: requestText('figures.sent'),
      value: input === null ? requestText('figures.unknown') : count(input),
      note: input === null ? formatBytes(bytes) : requestText('figures.sentNote', { bytes: formatBytes(bytes) }),
    },
    {
      key: 'cached',
      label: requestText('figures.cached'),
      value: input === null || input === 0 || cached === null ? '–' : `${Math.round((100 * cached) / input)}%`,
      note:
        cached === null ? requestText('figures.cachedUnknown') : requestText('figures.cachedNote', { tokens: cached }),
    },
    {
      key: 'written',
      label: requestText('figures.written'),
      value: usage?.outputTokens == null ? requestText('figures.unknown') : count(usage.outputTokens),
      note:
        reasoning !== null && reasoning > 0
          ? requestText('figures.thinking', { tokens: reasoning })
          : requestText('figures.writtenNote'),
    },
    {
      key: 'time',
      label: requestText('figures.time'),
      value: formatDuration(durationMs),
      ...(firstTokenMs !== null && { note: requestText('figures.timeNote', { time: formatDuration(firstTokenMs) }) }),
    },
    {
      key: 'cost',
      label: requestText('figures.cost'),
      value: cost === null ? requestText('figures.unknown') : formatMoney(cost.amount, cost.currency),
      note: cost === null ? <UnknownCost request={request} /> : priceText(cost, priceDate),
    },
  ].map((figure) =>
    modelConfigId === null && figure.key === 'cost' && cost === null ? { ...figure, note: '' } : figure,
  )
}

/** Where the price of a cost comes from. */
export function priceText({ source }: Cost, priceDate: string | null): string {
  if (source !== 'table') return requestText(`figures.${source}`)
  return priceDate === null
    ? requestText('figures.tableUndated')
    : requestText('figures.table', { date: formatTableDate(priceDate) })
}

function UnknownCost({ request: { usage, modelConfigId } }: { readonly request: SentRequest }) {
  if (usage === null) return requestText('figures.noTokens')
  return <Link href={`/models/${modelConfigId}#prices`}>{requestText('figures.setPrice')}</Link>
}
