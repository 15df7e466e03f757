'use client'
import { createContext } from 'react'
import type { Context } from 'react'
import type { Delivery } from '../url/Delivery.ts'

/** Where the images below it are delivered from; `ImagesProvider` fills it. */
export const DeliveryContext: Context<Delivery | undefined> = createContext<
  Delivery | undefined
>(undefined)
