import type { ImagesHandlerEvents } from './ImagesHandlerOptions.ts'

/** Which call failed, and who wants to know. */
export interface Report {
  request: Request
  on: Pick<ImagesHandlerEvents<never>, 'error'> | undefined
}

/** Tells the app what the browser is not told; a listener that fails does not fail the call. */
export async function reportError(
  error: unknown,
  { request, on }: Report,
): Promise<void> {
  try {
    const listener: NonNullable<ImagesHandlerEvents<never>['error']> =
      on?.error ?? console.error
    await listener(error, { request })
  } catch (failure) {
    console.error(failure)
  }
}
