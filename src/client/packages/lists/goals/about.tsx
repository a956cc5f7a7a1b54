import { useState } from 'react'
import { TextInput } from '../../../components/text-input'
import { goal as words } from '../../../texts/goals'
import { ask } from '../../../use-ask'

interface AboutProps {
  id: string
  value: string
  problem?: string
  onChange: (no: string) => void
}

/** The number of the concern something grew out of; it may stay empty. */
export const AboutField = ({ id, value, problem, onChange }: AboutProps) => (
  <TextInput
    id={id}
    label={words.about}
    hint={words.aboutHint}
    value={value}
    maxLength={16}
    optional
    error={problem}
    onChange={onChange}
  />
)

/** Looks the number up: the concern's id, `null` for an empty field, nothing for a number there is not. */
export function useAbout() {
  const [no, setNo] = useState('')
  const [problem, setProblem] = useState<string>()
  const find = async (): Promise<string | null | undefined> => {
    setProblem(undefined)
    if (no.trim() === '') return null
    try {
      return (await ask('concerns.find', { no: no.trim().toUpperCase() })).id
    } catch {
      setProblem(words.aboutWrong)
      return undefined
    }
  }
  return { no, setNo, problem, find }
}
