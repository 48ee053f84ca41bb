import { useEffect, useState } from 'react'

import type { AddressDraft, AddressPreview } from '../../../types/api.ts'
import type { ModelConfigFormActions } from './formTypes.ts'

const PAUSE_MS = 120

interface Shown {
  readonly provider: AddressDraft['provider']
  readonly preview: AddressPreview | null
}

/** The server's preview of the URL as it is typed. The last answer stays until the next one arrives. */
export function useAddressPreview(
  { provider, baseUrl = null, exactAddress = false, modelName = '', id }: AddressDraft,
  previewAddress: ModelConfigFormActions['previewAddress'],
): AddressPreview | null {
  const [shown, setShown] = useState<Shown | null>(null)

  useEffect(() => {
    let isCurrent = true
    const request = async () => {
      const draft = { provider, baseUrl, exactAddress, modelName, ...(id !== undefined && { id }) }
      const preview = await previewAddress(draft)
      if (isCurrent) setShown({ provider, preview })
    }
    const timer = setTimeout(() => void request(), PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [provider, baseUrl, exactAddress, modelName, id, previewAddress])

  return shown?.provider === provider ? shown.preview : null
}
