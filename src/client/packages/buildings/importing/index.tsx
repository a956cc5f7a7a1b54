import { View } from '@tarojs/components'
import { useState } from 'react'
import { reachOf } from '#core/people/policy'
import { call } from '../../../call'
import { AppButton } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { type ChosenFile, chooseTable, giveFile } from '../../../platform/files'
import type { Failure } from '../../../platform/transport'
import { useSession } from '../../../stores/session'
import { importing as words } from '../../../texts/buildings'
import { Exports } from './exports'
import { Preview } from './preview'

function Bring() {
  const [file, setFile] = useState<ChosenFile>()
  const [problem, setProblem] = useState<string>()
  const [failure, setFailure] = useState<Failure>()
  const choose = async () => {
    const chosen = await chooseTable()
    setProblem(chosen === 'too_large' ? words.tooLarge : undefined)
    if (chosen && chosen !== 'too_large') setFile(chosen)
  }
  const template = async () => {
    const answer = await call('register.template', {})
    if (answer.ok) return giveFile(answer.data)
    setFailure(answer.error)
  }
  return (
    <View className="ld-stack">
      <View className="ld-body">{words.help}</View>
      <AppButton wide icon="doc" kind={file ? 'line' : 'primary'} onPress={choose}>
        {file ? words.again : words.choose}
      </AppButton>
      <AppButton wide kind="line" icon="doc" onPress={template}>
        {words.template}
      </AppButton>
      {problem && <Notice urgent title={problem} />}
      {failure && <Refused failure={failure} />}
      {file && <Preview key={`${file.name} ${file.base64.length}`} file={file} />}
    </View>
  )
}

/** For the street and the community: tables in, tables and plates out. */
export default function ImportingPage() {
  const offices = useSession((session) => session.me?.offices) ?? []
  const mayBring = offices.some(({ role }) => reachOf('register.import', role))
  return (
    <Page title={words.title}>
      <View className="ld-stack">
        {mayBring && <Bring />}
        <Section title={words.exports}>
          <Exports />
        </Section>
      </View>
    </Page>
  )
}
