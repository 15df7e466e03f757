import { unixSeconds } from './unixSeconds.ts'

/** A signature and when it expires, as they stand in a URL. */
export interface SignatureParts {
  signature?: string | undefined
  expiresAt?: Date | number | undefined
}

/** The query of a signed URL, with its question mark; empty where there is nothing to carry. */
export function signatureQuery({ signature, expiresAt }: SignatureParts = {}): string {
  const parts: string[] = []
  if (expiresAt !== undefined) parts.push(`exp=${unixSeconds(expiresAt)}`)
  if (signature !== undefined) parts.push(`sig=${encodeURIComponent(signature)}`)
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}
