import type { Uploader, UploaderState } from './Uploader.ts'

/** Knows which fields a component reads. */
export interface UploaderTracker {
  /** What is so now; the same object until a field changes that was read. */
  readonly getSnapshot: () => UploaderState
  /** `members` with the fields of the state, each of which is from now on known to be read once it is. */
  readonly track: <TMembers extends object>(
    members: TMembers,
    state: UploaderState,
  ) => TMembers & UploaderState
}

/** Makes a tracker, so that a list of rows is not rendered for a percentage that nobody shows. */
export function trackUploader(uploader: Uploader): UploaderTracker {
  const read = new Set<keyof UploaderState>()
  let seen = uploader.getState()
  return {
    getSnapshot: () => {
      const now = uploader.getState()
      if ([...read].some((field) => now[field] !== seen[field])) seen = now
      return seen
    },
    track: (members, state) => {
      const fields = Object.keys(state) as (keyof UploaderState)[] // the state has no others
      const getters = fields.map((field): [string, PropertyDescriptor] => [
        field,
        {
          enumerable: true,
          get: () => {
            read.add(field)
            return uploader.getState()[field]
          },
        },
      ])
      return Object.defineProperties(
        { ...members } as typeof members & UploaderState, // the getters make it one
        Object.fromEntries(getters),
      )
    },
  }
}
