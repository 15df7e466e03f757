import type { UploadOptions } from './UploadOptions.ts'

/** Tells the options of uploading from the other props of a component. */
export function splitUploadOptions<TProps extends UploadOptions>(
  props: TProps,
): [options: UploadOptions, rest: Omit<TProps, keyof UploadOptions>] {
  const options: Record<string, unknown> = {}
  const rest: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(props)) {
    const target = Object.hasOwn(optionNames, name) ? options : rest
    target[name] = value
  }
  return [options, rest as Omit<TProps, keyof UploadOptions>] // what is no option was left over
}

const optionNames: Record<keyof UploadOptions, 1> = {
  endpoint: 1,
  api: 1,
  requestUpload: 1,
  checkUpload: 1,
  accept: 1,
  maxSize: 1,
  maxFiles: 1,
  overflow: 1,
  replace: 1,
  directory: 1,
  disabled: 1,
  validate: 1,
  prepare: 1,
  metadata: 1,
  autoStart: 1,
  concurrency: 1,
  retry: 1,
  retryDelay: 1,
  networkMode: 1,
  timeout: 1,
  onUnmount: 1,
  fallback: 1,
  persist: 1,
  dedupe: 1,
  leaveGuard: 1,
  transport: 1,
  onProgress: 1,
  onSuccess: 1,
  onError: 1,
  onSettled: 1,
}
