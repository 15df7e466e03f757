import { useCallback, useState } from 'react'
import type { ReactNode } from 'react'
import { ImagesError } from 'react-cloudflare-images'
import type { PrepareResult, PrepareStep } from 'react-cloudflare-images'
import { CropDialog } from './CropDialog.tsx'
import { cropPicture } from './cropPicture.ts'
import type { Cut } from './cropPicture.ts'

/** A step of preparation that asks a person, one picture at a time, and the dialog that it asks with. */
export function useCrop(aspect: number): { crop: PrepareStep; dialog: ReactNode } {
  const [questions, setQuestions] = useState<readonly Question[]>([])

  const crop: PrepareStep = useCallback(async ({ file, type, frames = 1, signal }) => {
    // An animation would stand still, and not every browser shows HEIC: these go up as they are.
    if (frames > 1 || !canBeCropped.has(type)) return undefined
    signal.throwIfAborted()
    const cut = await new Promise<Cut | undefined>((resolve) => {
      const url = URL.createObjectURL(file)
      const answer = (given?: Cut) => {
        URL.revokeObjectURL(url)
        setQuestions((all) => all.filter((other) => other !== question))
        resolve(given)
      }
      const question = { url, name: file.name, onClose: answer }
      signal.addEventListener('abort', () => answer(), { once: true })
      setQuestions((all) => [...all, question])
    })
    if (!cut) throw new ImagesError('aborted', 'No part of the picture was chosen.')
    const { width, height } = cut.area
    return {
      file: await cropPicture(file, { ...cut, type }),
      width,
      height,
    } satisfies PrepareResult
  }, [])

  const [first] = questions
  const dialog = first && <CropDialog key={first.url} {...first} aspect={aspect} />
  return { crop, dialog }
}

interface Question {
  name: string
  url: string
  onClose: (cut?: Cut) => void
}

const canBeCropped = new Set(['image/jpeg', 'image/png', 'image/webp'])
