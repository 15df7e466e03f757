const { NEXT_PUBLIC_DELIVERY_URL, NEXT_PUBLIC_ACCOUNT_HASH } = process.env

export default function Page() {
  return (
    <img
      src={`${NEXT_PUBLIC_DELIVERY_URL}/${NEXT_PUBLIC_ACCOUNT_HASH}/photo/square`}
      alt="Square"
      width={160}
      height={160}
    />
  )
}
