import type { HazardEventKind } from '#core/buildings/hazard'
import { useCommand } from '../../../use-command'
import type { Answers } from './step-fields'

const DAY = 86_400_000

interface Subject {
  id: string
  version: number
}

/** One command for each kind of step; what was answered is turned into what that step says. */
export function useStep(kind: HazardEventKind, subject: Subject) {
  const propose = useCommand('hazards.propose')
  const grade = useCommand('hazards.grade')
  const control = useCommand('hazards.control')
  const rectify = useCommand('hazards.rectify')
  const finish = useCommand('hazards.finish')
  const review = useCommand('hazards.review')
  const all = { propose, grade, control, rectify, finish, review, overdue: undefined }
  const send = async (answers: Answers, photoIds: string[]): Promise<boolean> => {
    const { note } = answers
    const sending = {
      propose: () => propose.send({ ...subject, grade: answers.grade }),
      grade: () => grade.send({ ...subject, grade: answers.grade, note }),
      control: () => control.send({ ...subject, control: answers.control, note }),
      rectify: () =>
        rectify.send({ ...subject, measure: answers.measure, note, until: Date.now() + answers.days * DAY }),
      finish: () => finish.send({ ...subject, note, photoIds }),
      review: () =>
        review.send({
          ...subject,
          passed: answers.outcome !== 'no',
          gradeAfter: answers.outcome === 'no' ? null : answers.outcome,
          note,
        }),
      overdue: undefined,
    }[kind]
    const answer = await sending?.()
    return answer?.ok ?? false
  }
  return { send, sending: all[kind]?.sending ?? false, failure: all[kind]?.failure }
}
