import type { Emulator, EmulatorSeed, SeedImage } from './Emulator.ts'
import type { EmulatorContext } from './EmulatorContext.ts'
import { checkCustomId, isCustomId } from './checkCustomId.ts'
import { createImageId } from './createImageId.ts'
import { hostedImages } from './hostedImages.ts'
import type { StoredAccount } from './Store.ts'
import { storeImage } from './storeImage.ts'
import { readVariantName, readVariantOptions } from './variantCalls.ts'

/** Puts images, variants and keys into an account, judged as if they came through the API. @throws Refusal */
export async function seedAccount(
  { images = [], variants = {}, keys = [] }: EmulatorSeed,
  { context, origin }: { context: EmulatorContext; origin: string },
): ReturnType<Emulator['seed']> {
  await context.account.change((account) => {
    seedVariants(account, variants)
    const names = new Set(keys.map(({ name }) => name))
    account.keys = [...account.keys.filter(({ name }) => !names.has(name)), ...keys]
  })
  const stored = []
  for (const image of images) stored.push(await seedImage(image, context))
  const account = await context.account.read()
  return hostedImages(stored, { origin, accountHash: context.accountHash, account })
}

const seedVariants = (
  account: StoredAccount,
  variants: Exclude<EmulatorSeed['variants'], undefined>,
) => {
  for (const [name, { neverRequireSignedURLs = false, ...options }] of Object.entries(
    variants,
  )) {
    const id = readVariantName(name)
    account.variants[id] = {
      id,
      options: readVariantOptions(options),
      neverRequireSignedURLs,
    }
  }
}

const seedImage = async (seed: SeedImage, context: EmulatorContext) => {
  const {
    file,
    id = createImageId(context),
    requireSignedURLs = false,
    creator = null,
  } = seed
  if (isCustomId(id)) checkCustomId(id)
  const bytes =
    file instanceof Uint8Array ? file.slice() : new Uint8Array(await file.arrayBuffer())
  const image = {
    id,
    bytes,
    filename: seed.filename ?? (file instanceof File ? file.name : 'image'),
    uploaded: seed.uploaded?.toISOString(),
    requireSignedURLs,
    meta: seed.metadata ?? {},
    creator,
  }
  return storeImage(image, context)
}
