'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { Virtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect } from 'react'
import type { RefObject } from 'react'
import { unmeasured } from './GalleryView.ts'
import type { GalleryView } from './GalleryView.ts'

interface GalleryScrollProps {
  /** How many tiles there are in all. */
  count: number
  /** The element whose children with `data-tile` are the tiles. */
  grid: RefObject<HTMLElement | null>
  view: GalleryView
  onView: (change: (view: GalleryView) => GalleryView) => void
}

/**
 * Tells which tiles are near the screen. How many stand side by side, and how high a line is, is read from the page, so
 * that stylesheets decide; every line is taken to be as high as the first.
 */
export function GalleryScroll({ count, grid, view, onView }: GalleryScrollProps): null {
  const { columns, pitch, scroller = null } = view
  // oxlint-disable-next-line react/incompatible-library -- what it returns is read here, and handed to nobody
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    count: Math.ceil(count / columns),
    enabled: pitch > 0,
    estimateSize: () => pitch,
    overscan: 1,
    getScrollElement: () => scroller,
    observeElementRect: observeScreen,
    observeElementOffset: (instance, tell) => observeGrid(instance, tell, grid),
    scrollToFn: () => {}, // the browser scrolls to what takes the focus
    useFlushSync: false,
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, pitch])
  useLayoutEffect(() => {
    const element = grid.current
    if (!element) return undefined
    const measure = () => {
      const next = boxOf(element)
      onView((last) =>
        isSame(last, next)
          ? last
          : { ...next, lines: next.pitch > 0 ? last.lines : undefined },
      )
    }
    measure()
    const observer = new (globalThis.ResizeObserver ?? NoObserver)(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [grid, onView])

  const items = virtualizer.getVirtualItems()
  const from = items[0]?.index ?? 0
  const to = (items.at(-1)?.index ?? -1) + 1
  useLayoutEffect(() => {
    if (to > 0) onView((last) => ({ ...last, lines: [from, to] }))
  }, [from, to, onView])
  return null
}

const isSame = (one: GalleryView, other: GalleryView) =>
  one.columns === other.columns &&
  one.scroller === other.scroller &&
  Math.abs(one.pitch - other.pitch) < 0.5 &&
  Math.abs(one.width - other.width) < 0.5

/** What the page says of the grid as it stands. */
function boxOf(grid: HTMLElement): GalleryView {
  const tile = grid.querySelector<HTMLElement>('[data-tile=""]')
  const { width, height } = tile?.getBoundingClientRect() ?? unmeasured
  if (height === 0) return unmeasured
  const { display, gridTemplateColumns, rowGap } = getComputedStyle(grid)
  return {
    columns: display === 'grid' ? gridTemplateColumns.split(' ').length : 1,
    pitch: height + (Number.parseFloat(rowGap) || 0),
    width,
    height,
    scroller: scrollerOf(grid),
  }
}

/** The nearest element that scrolls what is in it, at last the page. */
function scrollerOf(element: HTMLElement): HTMLElement {
  const above = element.parentElement
  if (!above || above === document.body) return document.documentElement
  const { overflowY } = getComputedStyle(above)
  return overflowY === 'auto' || overflowY === 'scroll' ? above : scrollerOf(above)
}

type Instance = Virtualizer<HTMLElement, Element>

/** Tells how high the screen is in which the grid scrolls. */
function observeScreen(
  { scrollElement: element }: Instance,
  tell: (rect: { width: number; height: number }) => void,
): (() => void) | undefined {
  if (!element) return undefined
  const read = () => tell({ width: element.clientWidth, height: element.clientHeight })
  read()
  const observer = new ResizeObserver(read)
  observer.observe(element)
  window.addEventListener('resize', read)
  return () => {
    observer.disconnect()
    window.removeEventListener('resize', read)
  }
}

/** Tells how far the grid is scrolled past the upper edge of its screen, whatever stands above it. */
function observeGrid(
  { scrollElement: element }: Instance,
  tell: (offset: number, isScrolling: boolean) => void,
  grid: RefObject<HTMLElement | null>,
): (() => void) | undefined {
  if (!element) return undefined
  const isPage = element === document.documentElement
  const read = () => {
    const top = isPage ? 0 : element.getBoundingClientRect().top
    tell(top - (grid.current?.getBoundingClientRect().top ?? 0), false)
  }
  read()
  const target = isPage ? document : element
  target.addEventListener('scroll', read, { passive: true })
  return () => target.removeEventListener('scroll', read)
}

/** Stands in where nothing has a size. */
class NoObserver {
  observe = (): void => {}
  disconnect = (): void => {}
}
