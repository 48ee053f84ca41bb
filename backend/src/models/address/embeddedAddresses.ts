import type { IpBytes } from './ipAddress.ts'

/** The IPv4 addresses that packets for an IPv6 address can end at, by the mechanism that its prefix names. */
export function embeddedAddresses(address: IpBytes): readonly IpBytes[] {
  const hasPrefix = (...prefix: IpBytes): boolean => prefix.every((byte, at) => address[at] === byte)
  const isZero = (from: number, to: number): boolean => address.slice(from, to).every((byte) => byte === 0)
  const last = address.slice(12)
  const isIsatap = [0, 2].includes(address[8] ?? 1) && hasBytes(address, 9, [0, 0x5e, 0xfe])
  const isCompatible = isZero(0, 12)
  const isMapped = isZero(0, 10) && hasBytes(address, 10, [0xff, 0xff])
  const isTranslated = isZero(0, 8) && hasBytes(address, 8, [0xff, 0xff, 0, 0])
  const isNat64 = hasPrefix(0, 0x64, 0xff, 0x9b) && isZero(4, 12)
  const isLocalNat64 = hasPrefix(0, 0x64, 0xff, 0x9b, 0, 1)
  return [
    ...(isIsatap || isCompatible || isMapped || isTranslated || isNat64 ? [last] : []),
    ...(hasPrefix(0x20, 0x02) ? [address.slice(2, 6)] : []),
    // Teredo: the server, and the client with its bits inverted.
    ...(hasPrefix(0x20, 0x01, 0, 0) ? [address.slice(4, 8), last.map((byte) => byte ^ 0xff)] : []),
    ...(isLocalNat64 ? translatedAddresses(address) : []),
  ]
}

/** The IPv4 addresses that a gateway with a prefix of its own may read out of an IPv6 address, per length (RFC 6052). */
export function translatedAddresses(address: IpBytes): readonly IpBytes[] {
  return GATEWAY_POSITIONS.map((positions) => positions.map((at) => address[at] ?? 0))
}

/** Byte 8 is never part of it. */
const GATEWAY_POSITIONS = [
  [4, 5, 6, 7],
  [5, 6, 7, 9],
  [6, 7, 9, 10],
  [7, 9, 10, 11],
  [9, 10, 11, 12],
  [12, 13, 14, 15],
] as const

const hasBytes = (address: IpBytes, from: number, bytes: IpBytes): boolean =>
  bytes.every((byte, at) => address[from + at] === byte)
