'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { Virtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'

/** Which tiles of a gallery are in the page, and where they stand. */
export interface GalleryWindow {
  /** Index of the first tile in the page. */
  first: number
  /** Index behind the last one. */
  end: number
  /** How many tiles stand side by side; one until that was measured. */
  columns: number
  /** Pixels from one line of tiles to the next; 0 until that was measured. */
  pitch: number
  /** Pixels that a tile takes. */
  width: number
  height: number
  /** Pixels that the tiles above the first would take. */
  before: number
  /** Pixels that the tiles below the last would take. */
  after: number
}

interface GalleryWindowOptions {
  /** How many tiles there are in all. */
  count: number
  /** The element whose children with `data-tile` are the tiles. */
  grid: RefObject<HTMLElement | null>
}

/**
 * Keeps only the tiles near the screen in the page. How many stand side by side, and how high a line is, is read from
 * the page, so that stylesheets decide; every line is taken to be as high as the first. Where nothing has a size, as on
 * the server, the first tiles are all there.
 */
export function useGalleryWindow({ count, grid }: GalleryWindowOptions): GalleryWindow {
  const [box, setBox] = useState(unmeasured)
  const { columns, pitch, scroller } = box
  const lines = Math.ceil(count / columns)
  // oxlint-disable-next-line react/incompatible-library -- what it returns is read here, and handed to nobody
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    count: lines,
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
      setBox((last) => (isSame(last, next) ? last : next))
    }
    measure()
    const observer = new (globalThis.ResizeObserver ?? NoObserver)(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [grid])

  const items = virtualizer.getVirtualItems()
  if (pitch === 0) {
    return { ...box, first: 0, end: Math.min(count, atFirst), before: 0, after: 0 }
  }
  const from = Math.min(items[0]?.index ?? 0, Math.max(0, lines - 1))
  const to = Math.min((items.at(-1)?.index ?? 0) + 1, lines)
  return {
    ...box,
    first: from * columns,
    end: Math.min(to * columns, count),
    before: from * pitch,
    after: (lines - to) * pitch,
  }
}

/** How many tiles there are before anything was measured. */
const atFirst = 60

interface Box {
  columns: number
  pitch: number
  width: number
  height: number
  scroller: HTMLElement | null
}

const unmeasured: Box = { columns: 1, pitch: 0, width: 0, height: 0, scroller: null }

const isSame = (one: Box, other: Box) =>
  one.columns === other.columns &&
  one.scroller === other.scroller &&
  Math.abs(one.pitch - other.pitch) < 0.5 &&
  Math.abs(one.width - other.width) < 0.5

/** What the page says of the grid as it stands. */
function boxOf(grid: HTMLElement): Box {
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
