'use client'
import { useCallback, useLayoutEffect, useRef } from 'react'

/** A function that stays the same and does what the last render's did, so that what holds it need not render. */
export function useStable<TArguments extends unknown[]>(
  latest: (...given: TArguments) => void,
): (...given: TArguments) => void {
  const ref = useRef(latest)
  useLayoutEffect(() => {
    ref.current = latest
  })
  return useCallback((...given: TArguments) => ref.current(...given), [])
}
