'use client'
import { use } from 'react'
import type { CSSProperties } from 'react'
import type { ErrorLabels } from '../api/labelOfError.ts'
import { themeProps } from '../api/Theme.ts'
import type { Theme, ThemeScheme } from '../api/Theme.ts'
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

/** What a component makes of it. */
export interface ManageLook<TLabels, TPart extends string> {
  labels: TLabels
  errors: ErrorLabels
  /** The class names of a part. */
  part: (part: TPart) => string | undefined
  /** What the outermost element carries. */
  root: {
    className: string | undefined
    'data-rci-scheme'?: ThemeScheme
    style?: CSSProperties
  }
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
): ManageLook<TLabels, TPart> {
  const manage = useManage()
  const csp = use(CspContext)
  const words: Readonly<Record<string, object | undefined>> = { ...manage.labels }
  const classesOf = (ours: string, theirs: string | undefined) =>
    [unstyled ? '' : ours, theirs].filter(Boolean).join(' ') || undefined
  return {
    labels: { ...english, ...words[name], ...labels },
    errors: { ...manage.labels?.errors, ...labels?.errors },
    part: (part) => classesOf(`rci-${name}-${part}`, classNames?.[part]),
    root: {
      ...themeProps(theme ?? manage.theme, csp),
      className: classesOf(`rci rci-${name}`, className),
    },
  }
}
