'use client'
import { use, useMemo } from 'react'
import type { ErrorLabels } from '../api/labelOfError.ts'
import { themeProps } from '../api/Theme.ts'
import type { Theme, ThemeProps } from '../api/Theme.ts'
import { CspContext } from '../display/CspContext.ts'
import type { ManageLabels } from './ManageContext.ts'
import { useManage } from './useManage.ts'

/** How a component of this room looks and speaks: what each of them takes. */
export interface LookProps<TLabels, TPart extends string> {
  /** Looks of this component: a scheme, or tokens. @default the provider's */
  theme?: Theme | undefined
  /** Class name of the whole, beside ours. @default none */
  className?: string | undefined
  /** Class names by part, added to ours. @default {} */
  classNames?: Partial<Record<TPart, string>> | undefined
  /** Words of this component; what is missing is the provider's, else English. @default {} */
  labels?: (Partial<TLabels> & { errors?: ErrorLabels | undefined }) | undefined
  /** Leaves out all class names of ours, and with them all looks. @default false */
  unstyled?: boolean | undefined
}

/** What a component makes of it: the same until its words or class names change, so that rows stay as they are. */
export interface ManageLook<TLabels, TPart extends string> {
  labels: TLabels
  errors: ErrorLabels
  /** The class names of a part. */
  part: (part: TPart) => string | undefined
}

interface ManageLookResult<TLabels, TPart extends string> {
  look: ManageLook<TLabels, TPart>
  /** What the outermost element carries. */
  root: ThemeProps & { className: string | undefined }
}

interface LookOptions<TLabels> {
  /** Begins the class names, after `rci-`; also the key of the provider's labels. */
  name: Exclude<keyof ManageLabels, 'errors'> | 'picker'
  english: TLabels
}

/** Puts together the looks and words of a component: its own, the provider's, ours. */
export function useManageLook<TLabels extends object, TPart extends string>(
  { theme, className, classNames, labels, unstyled = false }: LookProps<TLabels, TPart>,
  { name, english }: LookOptions<TLabels>,
): ManageLookResult<TLabels, TPart> {
  const manage = useManage()
  const csp = use(CspContext)
  const { errors, ...common } = manage.labels ?? {}
  const words = (common as Readonly<Record<string, object | undefined>>)[name] // the picker's are beside this room's
  const look = useMemo(
    () => ({
      labels: { ...english, ...words, ...labels },
      errors: { ...errors, ...labels?.errors },
      part: (part: TPart) =>
        classesOf(!unstyled && `rci-${name}-${part}`, classNames?.[part]),
    }),
    [english, words, labels, errors, unstyled, name, classNames],
  )
  const root = {
    ...themeProps(theme ?? manage.theme, csp),
    className: classesOf(!unstyled && `rci rci-${name}`, className),
  }
  return { look, root }
}

const classesOf = (ours: string | false, theirs: string | undefined) =>
  [ours, theirs].filter(Boolean).join(' ') || undefined
