import { describePicture } from './describePicture.ts'
import type { DescribeWork, SeenFacts } from './describePicture.ts'
import { shrinkPicture } from './shrinkPicture.ts'
import type { ShrinkWork, ShrunkPicture } from './shrinkPicture.ts'

/** What can be done with the pixels of a picture. */
export type PictureWork = DescribeWork | ShrinkWork

/** What comes of it. */
export type PictureResult<TWork extends PictureWork> = TWork extends DescribeWork
  ? SeenFacts
  : ShrunkPicture

/** Does it, one picture after the other: a decoded photograph takes fifty megabytes. */
export function workOnPicture<TWork extends PictureWork>(
  work: TWork,
): Promise<PictureResult<TWork>> {
  const done = turn.then(async () =>
    work.task === 'describe' ? describePicture(work) : shrinkPicture(work),
  )
  turn = done.catch(() => {})
  return done as Promise<PictureResult<TWork>> // the task decides which it is
}

let turn: Promise<unknown> = Promise.resolve()
