import type { ComponentType } from 'react'
import type { StaffDeed } from '../../texts/staff'
import { AcceptSheet, DeclineSheet } from './intake-sheets'
import { MergeSheet } from './merge-sheet'
import { DelegateSheet, EscalateSheet, NoteSheet, OneTapSheet } from './plain-sheets'
import { ReaderSheet } from './reader-sheet'
import { ResolveSheet } from './resolve-sheet'
import { AnswerExtensionSheet, AskExtensionSheet, PauseSheet } from './time-sheets'
import type { DeedProps } from './use-deed'
import { WhistleSheet } from './whistle-sheet'

const SHEETS: Record<StaffDeed, ComponentType<DeedProps>> = {
  release: (props) => <OneTapSheet {...props} deed="release" />,
  reject_content: (props) => <NoteSheet {...props} deed="reject_content" />,
  accept: AcceptSheet,
  decline: DeclineSheet,
  merge: MergeSheet,
  contact: (props) => <NoteSheet {...props} deed="contact" />,
  start: (props) => <OneTapSheet {...props} deed="start" />,
  escalate: EscalateSheet,
  delegate: DelegateSheet,
  whistle: WhistleSheet,
  arrive: (props) => <NoteSheet {...props} deed="arrive" />,
  pause: PauseSheet,
  resume: (props) => <OneTapSheet {...props} deed="resume" />,
  ask_extension: AskExtensionSheet,
  answer_extension: AnswerExtensionSheet,
  resolve: ResolveSheet,
  verify: (props) => <NoteSheet {...props} deed="verify" />,
  return: (props) => <NoteSheet {...props} deed="return" />,
  read_reporter: ReaderSheet,
}

/** The sheet of one deed. */
export function DeedSheet({ deed, ...props }: DeedProps & { deed: StaffDeed }) {
  const Form = SHEETS[deed]
  return <Form {...props} />
}
