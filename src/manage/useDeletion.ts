'use client'
import { useMutation } from '@tanstack/react-query'
import type { UseMutationResult } from '@tanstack/react-query'
import type { ImagesError } from '../api/ImagesError.ts'
import { deletionOptions } from './deletionOptions.ts'
import type { DeleteOptions, Sender } from './deletionOptions.ts'
import { useManage } from './useManage.ts'
import { useUndo } from './useUndo.ts'
import type { UndoResult } from './useUndo.ts'

/** The machine behind `useDeleteImage` and `useDeleteImages`. */
export function useDeletion<TIds extends string | readonly string[], TResult>(
  sender: Sender<TIds, TResult>,
  { undo }: DeleteOptions,
): UseMutationResult<TResult, ImagesError, TIds> & UndoResult {
  const manage = useManage()
  const mutation = useMutation(
    deletionOptions(manage, { ...sender, undo }),
    manage.queryClient,
  )
  return { ...mutation, ...useUndo() }
}
