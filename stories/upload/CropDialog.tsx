import { useId, useState } from 'react'
import Cropper from 'react-easy-crop'
import type { Area } from 'react-easy-crop'
import type { Cut } from './cropPicture.ts'
import './CropDialog.css'

export interface CropDialogProps {
  /** The picture's name. */
  name: string
  /** Where the browser finds the picture. */
  url: string
  /** Width of what is cut out, divided by its height. */
  aspect: number
  /** Called when the dialog closes, with nothing where a person changed their mind. */
  onClose: (cut?: Cut) => void
}

/** Asks which part of a picture goes up: it is moved by pointer or arrow keys, made larger, and turned. */
export function CropDialog({ name, url, aspect, onClose }: CropDialogProps) {
  const title = useId()
  const [crop, setCrop] = useState({ x: 0, y: 0 })
  const [zoom, setZoom] = useState(1)
  const [rotation, setRotation] = useState(0)
  const [area, setArea] = useState<Area>()
  const turn = (degrees: number) => setRotation((before) => (before + degrees) % 360)

  return (
    <dialog
      ref={open}
      className="crop"
      aria-labelledby={title}
      onClose={({ currentTarget: { returnValue } }) =>
        onClose(returnValue === 'use' && area ? { area, rotation } : undefined)
      }
    >
      <form method="dialog">
        <h2 id={title}>Crop {name}</h2>
        <div className="crop-stage" dir="ltr">
          <Cropper
            image={url}
            aspect={aspect}
            crop={crop}
            zoom={zoom}
            rotation={rotation}
            keyboardStep={8}
            onCropChange={setCrop}
            onZoomChange={setZoom}
            onCropAreaChange={(_, pixels) => setArea(pixels)}
            cropperProps={{
              role: 'application',
              'aria-label': 'Part that goes up: arrow keys move the picture under it',
            }}
          />
        </div>
        <div className="crop-tools">
          <label>
            Zoom
            <input
              type="range"
              min={1}
              max={3}
              step={0.05}
              value={zoom}
              onChange={({ target }) => setZoom(target.valueAsNumber)}
            />
          </label>
          <button type="button" onClick={() => turn(-90)}>
            Turn left
          </button>
          <button type="button" onClick={() => turn(90)}>
            Turn right
          </button>
        </div>
        <div className="crop-end">
          <button value="cancel">Cancel</button>
          <button value="use" disabled={!area}>
            Use picture
          </button>
        </div>
      </form>
    </dialog>
  )
}

const open = (dialog: HTMLDialogElement | null) => {
  if (dialog && !dialog.open) dialog.showModal()
}
