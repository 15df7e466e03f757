import type { Emulator } from 'react-cloudflare-images/emulator'

/** Where the emulator of a test seems to be. */
export const origin = 'http://images.test'

/** What Cloudflare's API answered. */
export interface ApiAnswer<TResult = unknown> {
  status: number
  headers: Headers
  success: boolean
  result: TResult
  errors: { code: number; message: string }[]
  messages: unknown[]
}

interface CallOptions {
  body?: BodyInit | undefined
  json?: unknown
  headers?: Record<string, string>
}

/** Calls the emulator's API as a program with a token would. */
export async function callApi<TResult = unknown>(
  emulator: Pick<Emulator, 'fetch'>,
  call: string,
  { body, json, headers = {} }: CallOptions = {},
): Promise<ApiAnswer<TResult>> {
  const [method = '', path = ''] = call.split(' ')
  const sent = json === undefined ? body : JSON.stringify(json)
  const response = await emulator.fetch(
    `${origin}/client/v4/accounts/anybody/images${path}`,
    {
      method,
      headers: {
        authorization: 'Bearer anything',
        accept: 'application/json',
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent !== undefined && { body: sent }),
    },
  )
  const answer = (await response.json()) as Omit<ApiAnswer<TResult>, 'status' | 'headers'>
  return { ...answer, status: response.status, headers: response.headers }
}

/** A multipart form of these fields. */
export function formOf(fields: Record<string, string | File>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

/** What was refused: status, number and text. */
export function refusal({
  status,
  errors,
}: ApiAnswer): [number, number | undefined, string | undefined] {
  return [status, errors[0]?.code, errors[0]?.message]
}
