import { useState } from 'react'
import type { InputOf } from '#contracts/operations'
import { isPosted } from '#core/people/public-name'
import { newKey } from '../../../platform/keys'
import { goBack } from '../../../platform/navigate'
import { uploadAvatar } from '../../../platform/upload'
import { type Me, senderOf, useSession } from '../../../stores/session'
import { me as words } from '../../../texts/me'
import { refusals } from '../../../texts/refusals'
import { useCommand } from '../../../use-command'

/** As the contract has it; what is wrong with the characters the server says. */
const isName = (typed: string): boolean => typed.length >= 2 && typed.length <= 12

/** The name and the picture as they are being changed; nothing is shown to others before 就用这个. */
export function useFace(me: Me) {
  const [name, setName] = useState(me.pseudonymous ? '' : me.name)
  const [avatar, setAvatar] = useState(me.avatar)
  const [wrong, setWrong] = useState<string>()
  const [uploading, setUploading] = useState(false)
  const showing = useCommand('people.showAs')

  const show = async (face: InputOf<'people.showAs'>) => {
    const answer = await showing.send(face)
    if (!answer.ok) return setWrong(answer.error.fields ? words.face.wrong : refusals[answer.error.code].help)
    useSession.getState().meet(answer.data)
    goBack()
  }
  const takeOn = async (path: string) => {
    setUploading(true)
    const id = newKey()
    const answer = await uploadAvatar({ id, path }, senderOf(useSession.getState()))
    setUploading(false)
    setWrong(answer.ok ? undefined : words.face.failed)
    if (answer.ok) setAvatar({ id, url: path })
  }
  const posted = isPosted({ grants: me.offices })
  const typed = name.trim()
  // A name from before the rule of its length is not asked to change because a picture does.
  const keepsName = posted || typed === me.name
  return {
    name,
    avatar,
    wrong,
    posted,
    busy: uploading || showing.sending,
    takeOn,
    takeOff: () => setAvatar(null),
    write: (words: string) => {
      setName(words)
      setWrong(undefined)
    },
    save: () => {
      if (!keepsName && typed !== '' && !isName(typed)) return setWrong(words.face.wrong)
      return show({ ...(!keepsName && { name: typed || null }), avatarId: avatar?.id ?? null })
    },
    restore: () => show({ name: null, avatarId: avatar?.id ?? null }),
  }
}
