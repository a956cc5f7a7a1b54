import { View } from '@tarojs/components'
import { AppButton } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { TextInput } from '../../../components/text-input'
import { type Me, useSession } from '../../../stores/session'
import { me as words } from '../../../texts/me'
import { AvatarPart } from './avatar-part'
import styles from './face.module.scss'
import { useFace } from './use-face'

function Form({ me }: { me: Me }) {
  const face = useFace(me)
  const save = (
    <AppButton size="large" wide busy={face.busy} onPress={face.save}>
      {words.face.save}
    </AppButton>
  )
  return (
    <Page title={words.face.title} foot={save}>
      <View className="ld-body">{words.face.help}</View>
      <AvatarPart url={face.avatar?.url} onChoose={face.takeOn} onTakeOff={face.takeOff} />
      {face.posted ? (
        <Notice icon="lock" title={words.face.posted(me.name)} help={face.wrong} />
      ) : (
        <TextInput
          id="face-name"
          type="nickname"
          optional
          label={words.face.name}
          hint={words.face.hint}
          value={face.name}
          error={face.wrong}
          maxLength={12}
          onChange={face.write}
        />
      )}
      {!face.posted && !me.pseudonymous && (
        <View className={styles.below}>
          <AppButton kind="line" wide onPress={face.restore}>
            {words.face.restore}
          </AppButton>
        </View>
      )}
    </Page>
  )
}

/** 名字和头像: what neighbours see of somebody. Both may be left empty, and taken back at any time. */
export default function FacePage() {
  const me = useSession((session) => session.me)
  if (me) return <Form key={me.personId} me={me} />
  return (
    <Page title={words.face.title}>
      <Refused failure={{ code: 'NOT_AUTHENTICATED' }} />
    </Page>
  )
}
