import type { MouseEvent, ReactNode } from 'react'
import { UploaderIcon } from './UploaderIcon.tsx'
import type { UploaderLook } from './UploaderLook.ts'
import { partClass } from './UploaderLook.ts'

interface UploaderButtonProps {
  look: UploaderLook
  part: 'retry' | 'remove'
  /** Says what happens, and to which file. */
  name: string
  /** What is drawn on it. @default a cross */
  icon?: string | undefined
  onClick: (event: MouseEvent<HTMLButtonElement>) => void
}

/** A button of a row: an icon that carries its words along. */
export function UploaderButton({
  look,
  part,
  name,
  icon = cross,
  onClick,
}: UploaderButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={partClass(look, part)}
      aria-label={name}
      title={name}
      data-part={part}
      onClick={onClick}
    >
      <UploaderIcon path={icon} />
    </button>
  )
}

const cross = 'M6 6l12 12M18 6 6 18'
