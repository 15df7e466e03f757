import { createRoot } from 'react-dom/client'

const { VITE_DELIVERY_URL, VITE_ACCOUNT_HASH } = import.meta.env
const root = document.getElementById('root')

if (root) {
  createRoot(root).render(
    <img
      src={`${VITE_DELIVERY_URL}/${VITE_ACCOUNT_HASH}/photo/square`}
      alt="Square"
      width={160}
      height={160}
    />,
  )
}
