import type sharp from 'sharp'
import { ImagesError } from '../api/ImagesError.ts'
import { importPeer } from './importPeer.ts'

/** The module of sharp: a function that opens a picture. */
export type SharpModule = typeof sharp

/**
 * Imports sharp, which is an optional peer: whoever only stores and lists needs none.
 *
 * @throws `not-supported` with the command that installs it.
 */
export async function loadSharp(): Promise<SharpModule> {
  try {
    return (await importPeer('sharp', () => import('sharp'))).default
  } catch (cause) {
    throw new ImagesError(
      'not-supported',
      'sharp is not installed, so no picture can be decoded or resized. Run: npm install --save-dev sharp',
      { cause },
    )
  }
}
