'use client'
import { createContext } from 'react'
import type { Context } from 'react'

/** Whether the images below it render without a `style` attribute, for pages under a strict CSP; `ImagesProvider` fills it. */
export const CspContext: Context<boolean> = createContext(false)
