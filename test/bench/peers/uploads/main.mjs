// A list of uploads as each peer's documentation draws it, which counts the commits of the list and of all rows.
import { useUploadFiles } from '@better-upload/client'
import Uppy from '@uppy/core'
import { useUppyState } from '@uppy/react'
import XHRUpload from '@uppy/xhr-upload'
import { createElement, memo, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

const asked = new URLSearchParams(location.search)
const target = asked.get('target')
const commits = { list: 0, rows: 0 }
let upload

/** Renders alone where what it is given has not changed. */
const Row = memo(function Row({ name, progress, isDone }) {
  useEffect(() => void (commits.rows += 1))
  if (isDone) return createElement('p', null, name)
  return createElement('progress', { value: progress })
})

function BetterUpload() {
  const { progresses, uploadAsync } = useUploadFiles({
    api: `${target}/better-upload`,
    route: 'images',
    uploadBatchSize: 3,
  })
  useEffect(() => {
    upload = uploadAsync
  }, [uploadAsync])
  useEffect(() => void (commits.list += 1))
  return progresses.map(({ objectInfo: { key }, name, progress, status }) =>
    createElement(Row, { key, name, progress, isDone: status === 'complete' }),
  )
}

function UppyRows() {
  const [uppy] = useState(() =>
    new Uppy().use(XHRUpload, { endpoint: `${target}/form`, limit: 3 }),
  )
  const files = useUppyState(uppy, (state) => state.files)
  useEffect(() => {
    upload = async (chosen) => {
      uppy.addFiles(
        chosen.map((data) => ({
          source: 'bench',
          name: data.name,
          type: data.type,
          data,
        })),
      )
      return uppy.upload()
    }
  }, [uppy])
  useEffect(() => void (commits.list += 1))
  return Object.values(files).map(({ id, name, progress }) => {
    const { percentage = 0, uploadComplete: isDone } = progress
    return createElement(Row, { key: id, name, progress: percentage / 100, isDone })
  })
}

const chosen = document.createElement('input')
chosen.type = 'file'
chosen.multiple = true
chosen.id = 'chosen'
document.body.append(chosen)

window.bench = { commits, upload: async () => upload(Array.from(chosen.files)) }

createRoot(document.getElementById('root')).render(
  createElement(asked.get('peer') === 'uppy' ? UppyRows : BetterUpload),
)
