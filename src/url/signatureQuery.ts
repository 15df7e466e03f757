import { ImagesError } from '../api/ImagesError.ts'
import { unixSeconds } from './unixSeconds.ts'

/** A signature and when it expires. */
export interface SignatureParts {
  /** 64 hex digits. */
  signature?: string | undefined
  /** A Date or Unix seconds. */
  expiresAt?: Date | number | undefined
}

/** The query of a signed URL with its question mark, or nothing. @throws ImagesError `signature-invalid`. */
export function signatureQuery({ signature, expiresAt }: SignatureParts = {}): string {
  const expiry = expiresAt === undefined ? '' : `exp=${unixSeconds(expiresAt)}`
  if (signature === undefined) return expiry && `?${expiry}`
  if (!/^\w+$/.test(signature))
    throw new ImagesError('signature-invalid', 'Invalid signature')
  return `?${expiry && `${expiry}&`}sig=${signature}`
}
