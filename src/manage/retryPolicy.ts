import type { ImagesError } from '../api/ImagesError.ts'

/** When a call is worth repeating, and how long to wait: what the backend asked for, else 1, 2, 4 seconds. */
export const retryPolicy = {
  retry: (failures: number, error: ImagesError): boolean =>
    failures < 3 && error.retryable,
  retryDelay: (failures: number, error: ImagesError): number =>
    (error.retryAfter ?? Math.min(2 ** failures, 30)) * 1000,
} as const
